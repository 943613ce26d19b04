using System.Text.Json.Nodes;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>The two list routes: paging, validation, existence, shapes (documents 000 and 001).</summary>
class ListTests
{
    private static readonly Func<string, string>[] s_routes =
        [id => $"/api/search/v1/associations/{id}", id => $"/api/search/v1/entity/{id}/relations"];

    private static readonly (string Query, string Text)[] s_faults =
    [
        ("limit=abc", "strconv.Atoi: parsing \"abc\": invalid syntax"),
        ("limit=1.5", "strconv.Atoi: parsing \"1.5\": invalid syntax"),
        ("limit=1e3", "strconv.Atoi: parsing \"1e3\": invalid syntax"),
        ("limit=%201", "strconv.Atoi: parsing \" 1\": invalid syntax"),
        ("limit=-", "strconv.Atoi: parsing \"-\": invalid syntax"),
        ("limit=a%22b", "strconv.Atoi: parsing \"a\\\"b\": invalid syntax"),
        ("limit=a%0Ab", "strconv.Atoi: parsing \"a\\nb\": invalid syntax"),
        ("limit=9223372036854775808", "strconv.Atoi: parsing \"9223372036854775808\": value out of range"),
        ("limit=0", "invalid limit: 0"),
        ("limit=-1", "invalid limit: -1"),
        ("limit=10001", "invalid limit: 10001"),
        ("page=abc", "strconv.Atoi: parsing \"abc\": invalid syntax"),
        ("page=-1", "invalid page: -1"),
        ("order=up", "invalid order: up"),
        ("order=descending", "invalid order: descending"),
        ("sort=nothing", "No mapping found for [nothing] in order to sort on"),
        ("sort=attributes", "No mapping found for [attributes] in order to sort on"),
        ("sort=attributes.nothing", "No mapping found for [attributes.nothing] in order to sort on"),
        ("sort=reputation.keyword", "No mapping found for [reputation.keyword] in order to sort on"),
        ("sort=Reputation", "No mapping found for [Reputation] in order to sort on"),
        ("limit=abc&limit=1", "strconv.Atoi: parsing \"abc\": invalid syntax"),
        ("page=-1&order=up", "invalid page: -1"),
    ];

    [Test]
    public async Task A_bad_parameter_is_named([Values(0, 1)] int route, [ValueSource(nameof(s_faults))] (string Query, string Text) fault)
    {
        var data = new Data().Entity("root");
        await using var winds = await Winds.On(data);

        (await winds.Get(s_routes[route](data.IdOf("root")) + "?" + fault.Query)).ShouldRefuse(400, fault.Text);
    }

    [TestCase("")]
    [TestCase("limit=")]
    [TestCase("page=")]
    [TestCase("sort=&order=&groups=")]
    [TestCase("limit=1&limit=abc")]
    [TestCase("limit=%2B1")]
    [TestCase("limit=007")]
    [TestCase("limit=10000")]
    [TestCase("page=9223372036854775807")]
    [TestCase("order=DESC")]
    [TestCase("unknown=1")]
    [TestCase("=&&&%zz=%zz")]
    public async Task What_is_no_fault_is_taken(string query)
    {
        var data = new Data().Entity("root").Entity("a").Related("root", "a");
        await using var winds = await Winds.On(data);

        (await winds.Get(s_routes[0](data.IdOf("root")) + "?" + query)).Items.Should().Be(1);
        (await winds.Get(s_routes[1](data.IdOf("root")) + "?" + query)).Items.Should().Be(1);
    }

    [Test]
    public async Task A_blank_id_is_no_value_and_an_odd_one_is_looked_up([Values(0, 1)] int route)
    {
        var data = new Data().Entity("root", more: row => row["id"] = "c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1");
        await using var winds = await Winds.On(data);

        (await winds.Get(s_routes[route]("%20"))).ShouldRefuse(400, "value cannot be empty");
        (await winds.Get(s_routes[route]("%20%09"))).ShouldRefuse(400, "value cannot be empty");
        (await winds.Get(s_routes[route]("anything"))).ShouldRefuse(404, "record not found");
        (await winds.Get(s_routes[route]("c5f9ab4c-4b4c-4e2f-9c7c-0a0d9f3fd0c1"))).Items.Should().Be(0);
    }

    [Test]
    public async Task Known_without_neighbours_is_an_empty_list()
    {
        var data = new Data().Entity("root").Related("root", "root");
        await using var winds = await Winds.On(data);

        (await winds.Get(s_routes[0](data.IdOf("root")))).Text.Should().Be("""{"pages":0,"items":0,"results":[]}""");
        var relations = await winds.Get(s_routes[1](data.IdOf("root")));
        (relations.Status, relations.Text).Should().Be((202, """{"pages":0,"items":0,"results":[]}"""));
    }

    [Test]
    public async Task Both_directions_and_both_modes_count_and_each_neighbour_once([Values(0, 1)] int route)
    {
        var data = new Data().Entity("root", Data.At(9)).Entity("a", Data.At(3)).Entity("b", Data.At(2)).Entity("c", Data.At(1)).Entity("far")
            .Related("root", "a").Related("a", "root").Related("b", "root", "aggregation").Related("root", "c").Related("root", "root").Related("a", "far");
        await using var winds = await Winds.On(data);

        var answer = await winds.Get(s_routes[route](data.IdOf("root")));

        data.Names(answer.Ids).Should().Be("a b c");
        (answer.Pages, answer.Items).Should().Be((1, 3));
    }

    [Test]
    public async Task Pages_are_counted_from_0_and_divided_upwards()
    {
        var data = new Data().Entity("root");
        for (var i = 0; i < 25; i++) data.Entity($"n{i:D2}", Data.At(100 - i)).Related("root", $"n{i:D2}");
        await using var winds = await Winds.On(data);
        var target = s_routes[0](data.IdOf("root"));

        var first = await winds.Get(target);
        var last = await winds.Get(target + "?page=2");
        var past = await winds.Get(target + "?page=3");
        var whole = await winds.Get(target + "?limit=100");

        (first.Pages, first.Items, first.Ids.Length).Should().Be((3, 25, 10));
        data.Names(first.Ids).Should().StartWith("n00 n01 n02");
        data.Names(last.Ids).Should().Be("n20 n21 n22 n23 n24");
        past.Text.Should().Be("""{"pages":3,"items":25,"results":[]}""");
        (whole.Pages, whole.Ids.Length).Should().Be((1, 25));
    }

    [Test]
    public async Task The_first_page_of_relations_can_be_1()
    {
        var data = new Data().Entity("root").Entity("a").Entity("b").Related("root", "a").Related("root", "b");
        await using var winds = await Winds.On(data, options => options with { ThreatWinds = options.ThreatWinds with { PageBase = 1 } });

        (await winds.Get(s_routes[1](data.IdOf("root")) + "?limit=1&page=1")).Ids
            .Should().Equal((await winds.Get(s_routes[1](data.IdOf("root")) + "?limit=1")).Ids);
        (await winds.Get(s_routes[1](data.IdOf("root")) + "?page=0")).ShouldRefuse(400, "invalid page: 0");
        (await winds.Get(s_routes[0](data.IdOf("root")) + "?page=0")).Items.Should().Be(2);
    }

    [Test]
    public async Task Unknown_can_be_204_where_both_editions_have_the_route()
    {
        await using var winds = await Winds.On("docs", options => options with { ThreatWinds = options.ThreatWinds with { NotFound = Emulation.Apis.ThreatWinds.NotFoundStyle.NoContent } });

        var relations = await winds.Get(s_routes[1]("unknown"));
        var associations = await winds.Get(s_routes[0]("unknown"));

        (relations.Status, relations.Text, relations.Header("x-error")).Should().Be((204, "", "record not found"));
        relations.Header("x-error-id").Should().HaveLength(36);
        associations.ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task Tags_are_null_when_never_set_and_the_associations_page_has_none()
    {
        var data = new Data().Entity("root").Entity("a", Data.At(2)).Entity(
            "b",
            Data.At(1),
            more: row => row["tags"] = new JsonArray()).Entity("c", Data.At(0), more: row => row["tags"] = new JsonArray("z", "a"))
            .Related("root", "a").Related("root", "b").Related("root", "c");
        await using var winds = await Winds.On(data);

        var relations = (await winds.Get(s_routes[1](data.IdOf("root")))).Json.GetProperty("results").EnumerateArray().ToArray();
        var associations = (await winds.Get(s_routes[0](data.IdOf("root")))).Json.GetProperty("results").EnumerateArray().ToArray();

        relations.Select(item => item.GetProperty("tags").GetRawText()).Should().Equal("null", "[]", "[\"z\",\"a\"]");
        relations[0].EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo("@timestamp", "accuracy", "attributes", "id", "reputation", "tags", "type");
        associations[0].EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo("@timestamp", "accuracy", "attributes", "id", "reputation", "type");
    }

    [Test]
    public async Task Types_keep_the_neighbours_of_those_types()
    {
        var data = new Data().Entity("root").Entity("8.8.8.8", Data.At(3), "ip").Entity("example.org", Data.At(2), "domain").Entity("word", Data.At(1))
            .Related("root", "8.8.8.8").Related("root", "example.org").Related("root", "word");
        await using var winds = await Winds.On(data);

        var answer = await winds.Get(s_routes[1](data.IdOf("root")) + "?types=ip,%20text,nothing");

        (data.Names(answer.Ids), answer.Items).Should().Be(("8.8.8.8 word", 2));
    }

    [Test]
    public async Task No_more_than_10000_are_counted_but_all_are_served()
    {
        var data = new Data().Entity("root");
        for (var i = 0; i < 10_003; i++) data.Entity($"n{i}").Related("root", $"n{i}");
        await using var winds = await Winds.On(data);
        var target = s_routes[0](data.IdOf("root"));

        var first = await winds.Get(target);
        var last = await winds.Get(target + "?page=1000");

        (first.Pages, first.Items).Should().Be((1000, 10000));
        (last.Pages, last.Items, last.Ids.Length).Should().Be((1000, 10000, 3));
    }
}
