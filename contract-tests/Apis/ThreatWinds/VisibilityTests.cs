using System.Text.Json.Nodes;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>Who sees what (threatwinds/api-docs auth/user.md), and the groups parameter of document 001 (2.2).</summary>
class VisibilityTests
{
    [Test]
    public async Task What_a_caller_does_not_see_is_unknown_to_them()
    {
        var data = Mixed();
        await using var winds = await Winds.On(data);
        var (open, hidden) = (data.IdOf("open"), data.IdOf("hidden"));

        (await winds.Get($"/api/search/v1/associations/{hidden}", Public)).ShouldRefuse(404, "record not found");
        (await winds.Get($"/api/search/v1/entity/{hidden}/relations", Public)).ShouldRefuse(404, "record not found");
        (await winds.Get($"/api/analytics/v1/entity/{hidden}/relations", Public)).Text.Should().Be("""{"nodes":[],"relations":[]}""");
        (await winds.Get($"/api/search/v1/associations/{hidden}", Both)).Status.Should().Be(200);
        (await winds.Get($"/api/search/v1/associations/{open}", Nobody)).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task Neighbours_that_are_not_seen_are_not_counted()
    {
        var data = Mixed();
        await using var winds = await Winds.On(data);
        var target = $"/api/search/v1/associations/{data.IdOf("open")}";

        var few = await winds.Get(target, Public);
        var all = await winds.Get(target, Both);

        (data.Names(few.Ids), few.Items).Should().Be(("shared public", 2));
        (data.Names(all.Ids), all.Items).Should().Be(("hidden shared public", 3));
    }

    [Test]
    public async Task A_relation_that_is_not_seen_joins_nothing()
    {
        var data = new Data { Users = Users() }.Entity("open").Entity("other").Related("open", "other", visibleBy: ["team"]);
        await using var winds = await Winds.On(data);

        (await winds.Get($"/api/search/v1/associations/{data.IdOf("open")}", Public)).Items.Should().Be(0);
        (await winds.Get($"/api/search/v1/associations/{data.IdOf("open")}", Both)).Items.Should().Be(1);
    }

    [TestCase("", "hidden shared public")]
    [TestCase("?groups=", "hidden shared public")]
    [TestCase("?groups=global", "hidden shared public")]
    [TestCase("?groups=public", "shared public")]
    [TestCase("?groups=team", "hidden shared")]
    [TestCase("?groups=team,public", "hidden shared public")]
    [TestCase("?groups=%20team%20,nothing", "hidden shared")]
    [TestCase("?groups=nothing", "")]
    [TestCase("?groups=Public", "")]
    public async Task Groups_narrow_what_is_listed(string query, string names)
    {
        var data = Mixed();
        await using var winds = await Winds.On(data);

        var answer = await winds.Get($"/api/search/v1/entity/{data.IdOf("open")}/relations{query}", Both);

        (answer.Status, data.Names(answer.Ids)).Should().Be((202, names));
    }

    [Test]
    public async Task Groups_come_from_the_query_or_else_from_the_header()
    {
        var data = Mixed();
        await using var winds = await Winds.On(data);
        var target = $"/api/search/v1/entity/{data.IdOf("open")}/relations";

        data.Names((await winds.Get(target, Both, ("groups", "team"))).Ids).Should().Be("hidden shared");
        data.Names((await winds.Get(target + "?groups=public", Both, ("groups", "team"))).Ids).Should().Be("shared public");
        data.Names((await winds.Get(target + "?groups=", Both, ("groups", "team"))).Ids).Should().Be("hidden shared");
        (await winds.Get(target + "?groups=team", Public)).Items.Should().Be(0);
    }

    [Test]
    public async Task The_root_is_seen_by_the_callers_own_groups()
    {
        var data = Mixed();
        await using var winds = await Winds.On(data);

        data.Names((await winds.Get($"/api/search/v1/entity/{data.IdOf("hidden")}/relations?groups=public", Both)).Ids).Should().Be("open");
    }

    [Test]
    public async Task The_limited_account_sees_its_own_group_alone()
    {
        var data = new Data().Entity("theirs", more: See("limited")).Entity("everyones").Related("theirs", "everyones");
        await using var winds = await Winds.On(data);

        var answer = await winds.Get($"/api/search/v1/associations/{data.IdOf("theirs")}", Winds.Limited);
        var pair = await winds.Get(
            $"/api/search/v1/associations/{data.IdOf("everyones")}", ("api-key", "limited-key"), ("api-secret", "limited-secret"));

        answer.Items.Should().Be(0);
        pair.ShouldRefuse(404, "record not found");
    }

    private static readonly (string, string) Public = ("Authorization", "public-token");
    private static readonly (string, string) Both = ("Authorization", "both-token");
    private static readonly (string, string) Nobody = ("Authorization", "nobody-token");

    private static Data Mixed() => new Data { Users = Users() }
        .Entity("open", Data.At(9)).Entity("hidden", Data.At(3), more: See("team")).Entity(
            "shared", Data.At(2), more: See("team", "public")).Entity("public", Data.At(1))
        .Related("open", "hidden").Related("open", "shared").Related("public", "open");

    private static JsonArray Users() =>
    [
        JsonNode.Parse("""{ "alias": "p", "roles": ["user"], "groups": ["public"], "sessions": [{ "bearer": "public-token" }] }"""),
        JsonNode.Parse("""{ "alias": "b", "roles": ["user"], "groups": ["public", "team"], "sessions": [{ "bearer": "both-token" }] }"""),
        JsonNode.Parse("""{ "alias": "n", "roles": ["user"], "groups": [], "sessions": [{ "bearer": "nobody-token" }] }"""),
    ];

    private static Action<JsonObject> See(params string[] groups) =>
        row => row["visibleBy"] = new JsonArray([.. groups.Select(group => JsonValue.Create(group))]);
}
