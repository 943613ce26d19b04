using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding;
using Emulation.Tests.Seeding;
using FsCheck;
using FsCheck.Fluent;
using Tree = Emulation.Graphs.BTree<Emulation.Tests.Graphs.Ranked, int>;

namespace Emulation.Tests.Graphs;

/// <summary>The difference between two versions leads from one to the other, and costs as much as the change.</summary>
class DifferenceTests
{
    [Test]
    public void The_differences_of_trees_are_those_of_sorted_lists() =>
        Prop.ForAll(Write.Several, writes =>
        {
            var versions = new List<Tree> { Tree.Empty };
            foreach (var write in writes)
            {
                var builder = versions[versions.Count / 2].ToBuilder();
                foreach (var number in write.Numbers)
                {
                    if (write.Removes) builder.Remove(Ranked.Of(number));
                    else builder.Set(Ranked.Of(number), write.Step);
                }
                versions.Add(builder.ToImmutable());
            }
            foreach (var (old, now) in versions.Zip(versions.Skip(1).Append(versions[0])))
            {
                var (before, after) = (Entries(old), Entries(now));
                var wanted = before.Keys.Union(after.Keys)
                    .Where(key => !before.ContainsKey(key) || !after.ContainsKey(key) || before[key] != after[key]).Order();
                Tree.Differences(old, now).Select(each => each.Key).Should().Equal(wanted);
            }
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_write_to_a_large_tree_is_found_without_reading_the_tree()
    {
        var numbers = Enumerable.Range(0, 1_000_000).Select(number => new IdKey(0, number)).ToArray();
        var tree = BTree<IdKey, int>.FromSorted(numbers, new int[numbers.Length]);
        var changed = tree.Set(new IdKey(0, 500_000), 1).Remove(new IdKey(0, 3));
        var bytes = GC.GetAllocatedBytesForCurrentThread();

        var differences = BTree<IdKey, int>.Differences(tree, changed).Select(each => each.Key.Id).ToArray();

        differences.Should().Equal(3, 500_000);
        (GC.GetAllocatedBytesForCurrentThread() - bytes).Should().BeLessThan(100_000);
    }

    [Test]
    public void Applied_to_the_old_graph_a_change_gives_the_new_one([Range(0, 4)] int seed)
    {
        var chance = new System.Random(seed);
        var versions = new List<Graph> { Datasets.Generated(DemoSize.Default with { Nodes = 200 }, seed + 1).Graph };
        for (var i = 0; i < 12; i++) versions.Add(Changed(versions[^1], chance));

        foreach (var (old, now) in versions.Zip(versions.Skip(1)).Append((versions[0], versions[^1])).Append((versions[^1], versions[0])))
        {
            var applied = GraphChange.Between(old, now).Apply(old);

            ExportTests.Export(applied).Should().Equal(ExportTests.Export(now));
            GraphContent.Of(applied).Should().Equal(GraphContent.Of(now));
        }
    }

    [Test]
    public void The_same_graph_has_no_change()
    {
        var graph = Datasets.BuiltIn("docs").Graph;

        var change = GraphChange.Between(graph, graph);

        (change.Nodes.Count + change.Removed.Count + change.Put.Count + change.LastIds.Count).Should().Be(0);
    }

    /// <summary>Some groups removed, renamed, given another date, added and linked.</summary>
    private static Graph Changed(Graph graph, System.Random chance)
    {
        for (var i = 0; i < 5; i++)
        {
            var groups = graph.All(Group.ById);
            var (one, other) = (Pick(graph, groups, chance), Pick(graph, groups, chance));
            graph = chance.Next(5) switch
            {
                0 => graph.Replace(one, one with { Name = $"renamed {i}" }),
                1 => graph.Replace(one, one with { Added = one.Added + 60, Modified = one.Modified + 60 }),
                2 => Added(graph, one),
                3 when one.Key != other.Key && one.Owner == other.Owner => graph.Link(one, ThreatConnectRelations.GroupGroup, other),
                _ => graph.Unlink(one, ThreatConnectRelations.GroupGroup, other),
            };
        }
        return graph;
    }

    private static Graph Added(Graph graph, Group like)
    {
        var next = graph.TakeId(Group.NodeKind, out var id);
        return next.Add(new Group { Id = id, Owner = like.Owner, Type = GroupType.Incident, Name = "added", Added = like.Added,
            Modified = like.Modified, Details = new EventDetails(like.Added, null) });
    }

    private static Group Pick(Graph graph, NodeList groups, System.Random chance) =>
        (Group)groups.Slice(chance.Next(groups.Count), 1).Single();

    private static SortedDictionary<Ranked, int> Entries(Tree tree)
    {
        var entries = new SortedDictionary<Ranked, int>();
        foreach (var (key, value) in tree.Slice(0, tree.Count)) entries.Add(key, value);
        return entries;
    }
}
