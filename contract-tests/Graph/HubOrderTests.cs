using Emulation.Graphs;

namespace Emulation.Tests.Graphs;

/// <summary>The order of what hubs are linked to follows every change of the graph.</summary>
class HubOrderTests
{
    private const int Stations = 9;
    private const int Steps = 300;

    [Test]
    public void Entries_of_hubs_follow_every_kind_of_change([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var graph = Graph.Empty(Hubs.Schema);
        for (var i = 1; i <= Stations; i++) graph = graph.Add(new Station($"s{i}", "a", i));

        for (var step = 0; step < Steps; step++)
        {
            graph = Changed(graph, random);

            graph.HubEntries.Should().Equal(Hubs.Expected(graph), $"after step {step}");
        }
    }

    [Test]
    public void Entries_built_in_bulk_are_those_of_single_changes([Range(1, 8)] int seed, [Values(0, 12)] int first)
    {
        var random = new Random(seed);
        var bulk = Bulk(Bulk(Graph.Empty(Hubs.Schema), random, first), random, 20);

        bulk.HubEntries.Should().Equal(Hubs.Expected(bulk));
    }

    [Test]
    public void A_change_applied_to_the_old_graph_gives_the_entries_of_the_new_one([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var old = Bulk(Graph.Empty(Hubs.Schema), random, 20);
        var now = old;
        for (var step = 0; step < 20; step++) now = Changed(now, random);

        var applied = GraphChange.Between(old, now).Apply(old);

        applied.HubEntries.Should().Equal(now.HubEntries);
    }

    [Test]
    public void Lists_of_a_hub_hold_every_linked_node_once_and_newest_first_within_a_group([Range(1, 8)] int seed)
    {
        var graph = Bulk(Graph.Empty(Hubs.Schema), new Random(seed), 20);

        foreach (var node in StationsOf(graph))
        {
            var isHub = graph.LinkEntries.Count(entry => entry.Key.Node == node.Key) > Hubs.MostLinks;
            var lists = graph.HubListsOf(node, 100);
            (lists is not null).Should().Be(isHub);
            if (lists is null) continue;
            lists.Groups.Append(lists.Hubs).SelectMany(list => list.All()).Select(other => other.Key)
                .Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Hubs.Linked(graph, node.Key));
            foreach (var group in lists.Groups) group.All().Cast<Station>().Select(other => -other.At).Should().BeInAscendingOrder();
            if (lists.Groups.Count > 0) graph.HubListsOf(node, lists.Groups.Count - 1).Should().BeNull();
        }
    }

    [Test]
    public void A_union_of_sorted_lists_has_every_slice_of_the_sorted_whole([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        var stations = Enumerable.Range(1, 40).Select(i => new Station($"s{i:D2}", "a", random.Next(10))).ToArray();
        foreach (var station in stations) _ = Graph.Empty(Hubs.Schema).Add(station);
        var lists = stations.GroupBy(_ => random.Next(4)).Select(
            part => NodeList.From(part.Order(s_newest))).Append(NodeList.None).ToList();
        var whole = stations.Order(s_newest).ToArray();

        var union = new SortedUnion(lists, s_newest.Compare);

        union.Count.Should().Be(whole.Length);
        for (var start = 0; start <= whole.Length; start++)
            for (var count = 0; count < 8; count++)
                union.Slice(start, count).Should().Equal(whole.Skip(start).Take(count), $"from {start}, {count}");
    }

    private static readonly Comparer<Node> s_newest = Comparer<Node>.Create((left, right) =>
    {
        var (one, other) = ((Station)left, (Station)right);
        return other.At != one.At ? other.At.CompareTo(one.At) : string.CompareOrdinal(one.Name, other.Name);
    });

    private static Graph Bulk(Graph graph, Random random, int links)
    {
        var (builder, isFirst) = (new GraphBuilder(graph), graph.NodeCount == 0);
        for (var i = 1; isFirst && i <= Stations; i++)
            builder.Add(new Station($"s{i}", $"{(char)('a' + random.Next(2))}", random.Next(4)));
        var stations = isFirst ? builder.Added.Cast<Station>().ToArray() : StationsOf(graph);
        var pairs = stations.SelectMany(from => stations.Select(to => (From: from, To: to)))
            .Where(pair => isFirst || !graph.IsLinked(pair.From, Hubs.Leads.From, pair.To))
            .ToArray();
        random.Shuffle(pairs);
        foreach (var (from, to) in pairs.Take(links))
            builder.Link(from, Hubs.Leads, to, builder.Add(new Track(from.Key, to.Key, $"{(char)('x' + random.Next(2))}")));
        return builder.Build();
    }

    private static Graph Changed(Graph graph, Random random)
    {
        var stations = StationsOf(graph);
        var (one, other) = (stations[random.Next(stations.Length)], stations[random.Next(stations.Length)]);
        var link = graph.FindLink(one, Hubs.Leads.From, other);
        switch (random.Next(8))
        {
            case 0:
                return graph.Replace(one, one with { At = random.Next(5) });
            case 1:
                return graph.Replace(one, one with { Team = $"{(char)('a' + random.Next(2))}" });
            case 2 when link is { } known:
                return graph.Replace(graph[known.Via], (Track)graph[known.Via] with { Owner = $"{(char)('x' + random.Next(3))}" });
            case 3 when link is { } known:
                return graph.Unlink(one, Hubs.Leads, other).Remove(graph[known.Via]);
            case 4 when random.Next(6) == 0:
                return graph.Remove(one).Add(new Station($"s{one.Key}'", "b", random.Next(5)));
            default:
                if (link is not null) return graph;
                var track = new Track(one.Key, other.Key, $"{(char)('x' + random.Next(2))}");
                return graph.Add(track).Link(one, Hubs.Leads, other, track);
        }
    }

    private static Station[] StationsOf(Graph graph) =>
        [.. Enumerable.Range(1, graph.LastKey).Select(graph.Find).OfType<Station>()];
}
