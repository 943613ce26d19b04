namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>The graph route (document 002).</summary>
class GraphRouteTests
{
    [TestCase("limit=0", "invalid limit: 0")]
    [TestCase("limit=1001", "invalid limit: 1001")]
    [TestCase("limit=-5", "invalid limit: -5")]
    [TestCase("limit=x", "strconv.Atoi: parsing \"x\": invalid syntax")]
    [TestCase("levels=0", "invalid levels: 0")]
    [TestCase("levels=11", "invalid levels: 11")]
    [TestCase("levels=two", "strconv.Atoi: parsing \"two\": invalid syntax")]
    [TestCase("depth=0", "invalid depth: 0")]
    [TestCase("depth=11", "invalid depth: 11")]
    [TestCase("levels=&depth=11", "invalid depth: 11")]
    public async Task A_bad_parameter_is_named(string query, string text)
    {
        await using var winds = await Winds.On();

        (await winds.Get($"/api/analytics/v1/entity/unknown/relations?{query}")).ShouldRefuse(400, text);
    }

    [Test]
    public async Task A_blank_id_is_no_value()
    {
        await using var winds = await Winds.On();

        (await winds.Get("/api/analytics/v1/entity/%20/relations")).ShouldRefuse(400, "value cannot be empty");
    }

    [TestCase(Emulation.Apis.ThreatWinds.NotFoundStyle.Empty)]
    [TestCase(Emulation.Apis.ThreatWinds.NotFoundStyle.NoContent)]
    [TestCase(Emulation.Apis.ThreatWinds.NotFoundStyle.NotFound)]
    public async Task Unknown_is_answered_as_chosen(Emulation.Apis.ThreatWinds.NotFoundStyle style)
    {
        await using var winds = await Winds.On(
            "docs", options => options with { ThreatWinds = options.ThreatWinds with { GraphNotFound = style } });

        var answer = await winds.Get("/api/analytics/v1/entity/unknown/relations");

        answer.Status.Should().Be((int)style);
        if (style == Emulation.Apis.ThreatWinds.NotFoundStyle.Empty) answer.Text.Should().Be("""{"nodes":[],"relations":[]}""");
        if (style == Emulation.Apis.ThreatWinds.NotFoundStyle.NoContent) answer.Header("x-error").Should().Be("record not found");
        if (style == Emulation.Apis.ThreatWinds.NotFoundStyle.NotFound) answer.ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task Alone_is_one_node_without_tags_being_null()
    {
        var data = new Data().Entity("alone").Related("alone", "alone");
        await using var winds = await Winds.On(data);

        var answer = await winds.Get(Target(data, "alone"));

        answer.Text.Should().Be($$$"""{"nodes":[{"id":"{{{data.IdOf("alone")}}}","type":"text","@timestamp":"2023-01-01T00:00:00Z","reputation":0,"bestReputation":0,"worstReputation":0,"accuracy":1,"lastSeen":"2023-01-01T00:00:00Z","tags":[],"visibleBy":["public"],"attributes":{"text":"alone"}}],"relations":[]}""");
    }

    [TestCase("", "root a b", "root>a b>root")]
    [TestCase("?levels=2", "root a b aa shared bb", "root>a b>root aa>a a>shared b>shared b>bb")]
    [TestCase("?depth=2", "root a b aa shared bb", "root>a b>root aa>a a>shared b>shared b>bb")]
    [TestCase("?levels=1&depth=2", "root a b", "root>a b>root")]
    [TestCase("?levels=1&depth=99", "root a b", "root>a b>root")]
    [TestCase("?levels=3", "root a b aa shared bb far", "root>a b>root aa>a a>shared b>shared b>bb shared>bb far>bb")]
    [TestCase("?levels=2&limit=3", "root a b aa", "root>a b>root aa>a")]
    [TestCase("?levels=2&limit=4", "root a b aa shared", "root>a b>root aa>a a>shared b>shared")]
    [TestCase("?levels=2&limit=1", "root a", "root>a")]
    public async Task Levels_are_walked_newest_first_until_the_limit(string query, string nodes, string edges)
    {
        var data = Tree();
        await using var winds = await Winds.On(data);

        var answer = (await winds.Get(Target(data, "root") + query)).Json;

        data.Names(answer.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)).Should().Be(nodes);
        string.Join(' ', answer.GetProperty("relations").EnumerateArray().Select(edge => Edge(data, edge))).Should().Be(edges);
    }

    [Test]
    public async Task An_edge_stored_both_ways_leads_away_from_the_root()
    {
        var data = new Data().Entity("root").Entity("a", Data.At(2)).Entity("b", Data.At(1)).Related("a", "root").Related("root", "a").Related("b", "a").Related("a", "b");
        await using var winds = await Winds.On(data);

        var edges = (await winds.Get(Target(data, "root") + "?levels=2")).Json.GetProperty("relations").EnumerateArray()
            .Select(edge => Edge(data, edge));

        string.Join(' ', edges).Should().Be("root>a a>b");
    }

    [Test]
    public async Task Ten_related_entities_are_the_default()
    {
        var data = new Data().Entity("root");
        for (var i = 0; i < 15; i++) data.Entity($"n{i}").Related("root", $"n{i}");
        await using var winds = await Winds.On(data);

        var answer = (await winds.Get(Target(data, "root"))).Json;

        answer.GetProperty("nodes").GetArrayLength().Should().Be(11);
        answer.GetProperty("relations").GetArrayLength().Should().Be(10);
    }

    // Edges among the outermost level (far to bb is one at levels 2) are not met while expanding.
    private static Data Tree() => new Data().Entity("root", Data.At(0))
        .Entity("a", Data.At(50)).Entity("b", Data.At(40)).Entity("aa", Data.At(30)).Entity("shared", Data.At(20)).Entity("bb", Data.At(10)).Entity("far", Data.At(5))
        .Related("root", "a").Related("b", "root").Related("aa", "a").Related("a", "shared").Related("b", "shared").Related("b", "bb").Related("shared", "bb").Related("far", "bb");

    private static string Target(Data data, string name) => $"/api/analytics/v1/entity/{data.IdOf(name)}/relations";

    private static string Edge(Data data, System.Text.Json.JsonElement edge)
    {
        edge.EnumerateObject().Select(member => member.Name).Should().Equal("source", "target");
        return $"{data.NameOf(edge.GetProperty("source").GetString()!)}>{data.NameOf(edge.GetProperty("target").GetString()!)}";
    }
}
