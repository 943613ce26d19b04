using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>
/// Neighbours of a well-connected entity, which are kept in order. The filter <c>types=text</c>, which excludes none here, makes the
/// emulator read and sort them all: the expected answer.
/// </summary>
class HubTests
{
    private const int Leaves = 90;
    private const int Peers = 3;
    private const int OfAPeer = 70;

    private static readonly (string, string) Public = ("Authorization", "public-token");
    private static readonly (string, string) Both = ("Authorization", "both-token");

    private static readonly string[][] s_audiences = [["public"], ["team"], ["team", "public"], ["secret"]];

    private readonly HashSet<(string From, string To)> _seen = [];

    [Test]
    public async Task Pages_near_a_hub_are_those_of_the_sorted_whole()
    {
        var data = Surroundings(new Random(1));
        await using var winds = await Winds.On(data);

        await CheckPages(winds, data);
    }

    [Test]
    public async Task Pages_near_a_hub_follow_reports_of_entities_and_relations()
    {
        var data = Surroundings(new Random(2));
        await using var winds = await Winds.On(data);

        foreach (var name in (string[])["hub", "n5", "n6", "n77", "peer1"]) await Report(winds, name);
        await Relate(winds, data, "hub", "peer0leaf3");
        await Relate(winds, data, "n8", "hub");
        await Relate(winds, data, "hub", "n8");
        winds.Clock.Advance(TimeSpan.FromMinutes(1));
        await Report(winds, "peer0leaf3");

        await CheckPages(winds, data);
        data.NameOf((await winds.Get(List(data, "hub"), Both)).Ids[0]).Should().Be("peer0leaf3");
    }

    [TestCase(1, 10)]
    [TestCase(2, 20)]
    [TestCase(3, 10)]
    [TestCase(3, 100)]
    [TestCase(3, 1000)]
    public async Task A_walk_through_hubs_visits_and_joins_what_a_walk_over_the_sorted_whole_does(int levels, int limit)
    {
        var data = Surroundings(new Random(3));
        await using var winds = await Winds.On(data);

        foreach (var root in (string[])["hub", "n4", "peer1"])
        {
            var graph = (await winds.Get($"/api/analytics/v1/entity/{data.IdOf(root)}/relations?levels={levels}&limit={limit}", Both)).Json;
            var nodes = graph.GetProperty("nodes").EnumerateArray().Select(node => data.NameOf(node.GetProperty("id").GetString()!));
            var edges = graph.GetProperty("relations").EnumerateArray().Select(
                edge => (End(data, edge, "source"), End(data, edge, "target")));

            var (expectedNodes, expectedEdges) = await Walk(winds, data, root, levels, limit);
            nodes.Should().Equal(expectedNodes, $"from {root}");
            edges.Should().Equal(expectedEdges, $"from {root}");
        }
    }

    private static async Task CheckPages(Winds winds, Data data)
    {
        foreach (var caller in new[] { Public, Both })
        foreach (var (root, groups) in new[] { ("hub", ""), ("hub", "public"), ("hub", "team"), ("hub", "nothing"), ("peer0", "") })
        {
            var target = $"{List(data, root)}{groups}";
            var whole = await winds.Get($"{target}&types=text&limit=10000", caller);
            (await winds.Get($"{target}&limit=10000", caller)).Text.Should().Be(whole.Text, $"{root} as {caller} by {groups}");
            (await winds.Get($"{target}&limit=10000&sort=@timestamp&order=desc", caller)).Text.Should().Be(whole.Text);
            for (var page = 0; page <= (whole.Items + 6) / 7; page++)
            {
                var answer = await winds.Get($"{target}&limit=7&page={page}", caller);
                answer.Items.Should().Be(whole.Items);
                answer.Ids.Should().Equal(whole.Ids.Skip(page * 7).Take(7), $"page {page} of {root} as {caller} by {groups}");
            }
        }
    }

    /// <summary>A walk as document 002 describes it, over the lists of neighbours.</summary>
    private async Task<(List<string> Nodes, List<(string, string)> Edges)> Walk(Winds winds, Data data, string root, int levels, int limit)
    {
        var (nodes, edges, joined) = (new List<string> { root }, new List<(string, string)>(), new HashSet<(string, string)>());
        for (var (level, first) = (0, 0); level < levels; level++)
        {
            for (var end = nodes.Count; first < end; first++)
            {
                var node = nodes[first];
                foreach (var id in (await winds.Get($"{List(data, node)}&types=text&limit=10000", Both)).Ids)
                {
                    var other = data.NameOf(id);
                    if (!nodes.Contains(other) && nodes.Count > limit) continue;
                    if (!nodes.Contains(other)) nodes.Add(other);
                    if (joined.Contains((other, node)) || !joined.Add((node, other))) continue;
                    edges.Add(_seen.Contains((node, other)) ? (node, other) : (other, node));
                }
            }
        }
        return (nodes, edges);
    }

    private Data Surroundings(Random random)
    {
        var data = new Data { Users = Users() }.Entity("hub", Data.At(5));
        for (var i = 0; i < Peers; i++)
        {
            Entity($"peer{i}", ["public"]);
            Relation("hub", $"peer{i}");
            for (var j = 0; j < OfAPeer; j++)
            {
                Entity($"peer{i}leaf{j}", ["public"]);
                Relation($"peer{i}leaf{j}", $"peer{i}");
            }
        }
        for (var i = 0; i < Leaves; i++)
        {
            Entity($"n{i}", i < 10 ? ["public"] : s_audiences[random.Next(s_audiences.Length)]);
            var directions = random.Next(6);
            if (directions < 4) Relation("hub", $"n{i}");
            if (directions > 2) Relation($"n{i}", "hub");
            Relation($"n{i}", $"peer{i % Peers}");
        }
        return data;

        void Entity(string name, string[] groups) => data.Entity(name, Data.At(random.Next(12)), more: row =>
            row["visibleBy"] = new JsonArray([.. groups.Select(group => JsonValue.Create(group))]));

        void Relation(string from, string to)
        {
            var groups = s_audiences[random.Next(s_audiences.Length)];
            data.Related(from, to, visibleBy: groups);
            if (!groups.Contains("secret")) _seen.Add((from, to));
        }
    }

    private static async Task Report(Winds winds, string name) =>
        (await winds.Send("POST", "/api/ingest/v1/entity", $$"""{"type":"text","attributes":{"text":"{{name}}"},"reputation":-1}""", Both))
            .Status.Should().Be(202);

    private static async Task Relate(Winds winds, Data data, string from, string to) =>
        (await winds.Send(
            "POST", "/api/ingest/v1/association",
            $$"""{"entityID":"{{data.IdOf(from)}}","relatedEntityID":"{{data.IdOf(to)}}"}""", Both)).Status.Should().Be(202);

    private static string List(Data data, string name) => $"/api/search/v1/entity/{data.IdOf(name)}/relations?groups=";

    private static string End(Data data, JsonElement edge, string end) => data.NameOf(edge.GetProperty(end).GetString()!);

    private static JsonArray Users() =>
    [
        JsonNode.Parse("""{ "alias": "p", "roles": ["user"], "groups": ["public"], "sessions": [{ "bearer": "public-token" }] }"""),
        JsonNode.Parse(
            """{ "alias": "b", "roles": ["user", "reporter"], "groups": ["public", "team"], "sessions": [{ "bearer": "both-token" }] }"""),
    ];
}
