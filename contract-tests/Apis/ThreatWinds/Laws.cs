using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>What holds for every graph (issue 4): pages lose and repeat nothing, and the graph route keeps its promises.</summary>
class Laws
{
    private static readonly string[] s_sorts =
        ["", "order=asc", "order=desc", "sort=id", "sort=type&order=desc", "sort=@timestamp", "sort=lastSeen&order=desc", "sort=reputation", "sort=bestReputation&order=desc",
         "sort=worstReputation", "sort=accuracy&order=desc", "sort=tags", "sort=visibleBy.keyword&order=desc", "sort=attributes.text", "sort=attributes.asn&order=desc"];

    private const int Graphs = 12;

    [Test]
    public async Task Pages_concatenate_to_the_whole_neighbour_list_in_every_order()
    {
        foreach (var shape in Gen.Sample(Shape, Graphs, 30))
        {
            var data = DataOf(shape);
            await using var winds = await Winds.On(data);
            var root = data.IdOf("n0");
            var expected = Neighbours(shape, 0).Select(node => data.IdOf($"n{node}")).ToHashSet(StringComparer.Ordinal);
            foreach (var sort in s_sorts)
            {
                var whole = (await winds.Get($"/api/search/v1/associations/{root}?limit=10000&{sort}")).Ids;
                var paged = new List<string>();
                for (var page = 0; ; page++)
                {
                    var answer = await winds.Get($"/api/search/v1/entity/{root}/relations?limit=3&page={page}&{sort}");
                    (answer.Items, answer.Pages).Should().Be((expected.Count, (expected.Count + 2) / 3));
                    if (answer.Ids.Length == 0) break;
                    paged.AddRange(answer.Ids);
                }
                whole.Should().BeEquivalentTo(expected, $"sorted by {sort}");
                paged.Should().Equal(whole, $"sorted by {sort}");
            }
        }
    }

    [Test]
    public async Task The_graph_has_no_loose_edge_no_node_too_many_and_none_too_far()
    {
        foreach (var shape in Gen.Sample(Shape, Graphs, 30))
        {
            var data = DataOf(shape);
            await using var winds = await Winds.On(data);
            var distances = Distances(shape);
            foreach (var (levels, limit) in new[] { (1, 1), (1, 5), (2, 4), (2, 1000), (3, 7), (4, 1000), (10, 1000) })
            {
                var graph = (await winds.Get($"/api/analytics/v1/entity/{data.IdOf("n0")}/relations?levels={levels}&limit={limit}")).Json;
                var nodes = graph.GetProperty("nodes").EnumerateArray().Select(
                    node => int.Parse(data.NameOf(node.GetProperty("id").GetString()!)[1..])).ToList();
                var edges = graph.GetProperty("relations").EnumerateArray().Select(
                    edge => (End(data, edge, "source"), End(data, edge, "target"))).ToList();

                nodes[0].Should().Be(0);
                nodes.Should().OnlyHaveUniqueItems();
                nodes.Count.Should().BeLessThanOrEqualTo(limit + 1);
                nodes.Where(node => distances[node] > levels).Should().BeEmpty();
                edges.Where(edge => !nodes.Contains(edge.Item1) || !nodes.Contains(edge.Item2)
                    || edge.Item1 == edge.Item2).Should().BeEmpty();
                edges.Where(edge => !shape.Links.Contains(edge)).Should().BeEmpty("the stored direction is kept");
                edges.Select(edge => (Math.Min(edge.Item1, edge.Item2), Math.Max(edge.Item1, edge.Item2))).Should().OnlyHaveUniqueItems();
                if (limit == 1000) nodes.Should().BeEquivalentTo(distances.Where(pair => pair.Value <= levels).Select(pair => pair.Key));
            }
        }
    }

    private sealed record RandomGraph(int Nodes, HashSet<(int, int)> Links, int[] Numbers);

    private static Gen<RandomGraph> Shape { get; } =
        from nodes in Gen.Choose(1, 25)
        from links in Gen.Choose(0, (nodes * nodes) - 1).Select(place => (place / nodes, place % nodes)).ListOf(nodes * 2)
        from numbers in Gen.Choose(0, 3).ArrayOf(nodes)
        select new RandomGraph(nodes, [.. links], numbers);

    private static Data DataOf(RandomGraph shape)
    {
        var data = new Data();
        for (var i = 0; i < shape.Nodes; i++)
        {
            var number = shape.Numbers[i];
            data.Entity($"n{i}", Data.At(number), more: row =>
            {
                (row["reputation"], row["accuracy"], row["lastSeen"]) = (number - 2, number, Data.At(3 - number));
                if (number > 0) row["tags"] = new System.Text.Json.Nodes.JsonArray($"t{number}", "t");
                if (number > 1) row["attributes"]!["asn"] = number;
            });
        }
        foreach (var (from, to) in shape.Links) data.Related($"n{from}", $"n{to}");
        return data;
    }

    private static IEnumerable<int> Neighbours(RandomGraph shape, int node) =>
        shape.Links.Where(link => link.Item1 == node
            || link.Item2 == node).Select(link => link.Item1 == node ? link.Item2 : link.Item1).Where(other => other != node).Distinct();

    private static Dictionary<int, int> Distances(RandomGraph shape)
    {
        var distances = new Dictionary<int, int> { [0] = 0 };
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node))
            foreach (var other in Neighbours(shape, node))
                if (distances.TryAdd(other, distances[node] + 1)) queue.Enqueue(other);
        return distances;
    }

    private static int End(Data data, JsonElement edge, string end) => int.Parse(data.NameOf(edge.GetProperty(end).GetString()!)[1..]);
}
