using Emulation.Graphs;

namespace Emulation.Tests.Graphs;

class GraphTests
{
    [Test]
    public void A_node_is_in_each_of_its_indexes()
    {
        var graph = Small.Empty.Add(new Item(7, 1, "a", 10)).Add(new Item(7, 2, "b", 20)).Add(new Item(8, 3, "c", 30));

        Small.Names(graph.Between(Small.Newest, NewestKey.First(7), NewestKey.Last(7))).Should().Equal("b", "a");
        graph.Find<Item, IdKey>(Small.ById, new IdKey(0, 3))!.Name.Should().Be("c");
        graph.Find<Item, TextKey>(Small.ByName, new TextKey(7, "b", 2))!.Id.Should().Be(2);
        graph.Count(Small.Items).Should().Be(3);
    }

    [Test]
    public void An_index_leaves_out_nodes_that_its_condition_excludes()
    {
        var graph = Small.Empty.Add(new Item(1, 1, "", 10));

        graph.All(Small.ByName).Count.Should().Be(0);
        graph.All(Small.ById).Count.Should().Be(1);
    }

    [Test]
    public void A_node_can_be_found_under_several_keys()
    {
        var graph = Small.Empty.Add(new Mark(1, "md5", "sha1"));

        graph.Find<Mark, TextKey>(Small.ByAnyName, new TextKey(0, "md5")).Should()
            .BeSameAs(graph.Find<Mark, TextKey>(Small.ByAnyName, new TextKey(0, "sha1")));
    }

    [Test]
    public void Adding_a_node_under_a_used_index_key_throws()
    {
        var graph = Small.Empty.Add(new Mark(1, "same"));

        graph.Invoking(one => one.Add(new Mark(2, "same"))).Should().Throw<InvalidOperationException>()
            .WithMessage("*index key of node 1*");
    }

    [Test]
    public void A_change_does_not_affect_the_older_graph()
    {
        var before = Small.Empty.Add(new Item(1, 1, "a", 10));
        var item = before.Find<Item, IdKey>(Small.ById, new IdKey(0, 1))!;

        var after = before.Replace(item, item with { Name = "z", At = 99 }).Add(new Item(1, 2, "b", 50));

        Small.Names(before.All(Small.Newest)).Should().Equal("a");
        Small.Names(after.All(Small.Newest)).Should().Equal("z", "b");
        after.All(Small.ByName).Count.Should().Be(2);
    }

    [Test]
    public void Links_are_listed_from_both_ends_in_served_order()
    {
        var (graph, root, others) = Star(5);

        Small.Names(graph.Linked(root, Small.Peers.From)).Should().Equal("n4", "n3", "n2", "n1", "n0");
        Small.Names(graph.Linked(root, Small.Peers.From, type: 2)).Should().Equal("n3", "n1");
        Small.Names(graph.Linked(others[0], Small.Peers.From)).Should().Equal("root");
        graph.Count(Small.Peers).Should().Be(5);
    }

    [Test]
    public void Linking_twice_makes_one_link()
    {
        var (graph, root, others) = Star(2);

        var again = graph.Link(root, Small.Peers, others[0]).Link(others[0], Small.Peers, root);

        again.Count(Small.Peers).Should().Be(2);
        again.Linked(root, Small.Peers.From).Count.Should().Be(2);
    }

    [Test]
    public void A_node_whose_order_changes_moves_in_the_lists_of_its_links()
    {
        var (graph, root, others) = Star(3);
        var oldest = (Item)graph[others[0].Key];

        var next = graph.Replace(oldest, oldest with { At = 1000, Type = 2 });

        Small.Names(next.Linked(root, Small.Peers.From)).Should().Equal("n0", "n2", "n1");
        Small.Names(next.Linked(root, Small.Peers.From, type: 2)).Should().Equal("n0", "n1");
        Small.Names(next.Linked(root, Small.Peers.From, type: 1)).Should().Equal("n2");
    }

    [Test]
    public void Removing_a_node_removes_its_links_and_nothing_else()
    {
        var (graph, root, others) = Star(3);
        graph = graph.Link(others[0], Small.Peers, others[1]);

        var next = graph.Remove(graph[others[0].Key]);

        Small.Names(next.Linked(root, Small.Peers.From)).Should().Equal("n2", "n1");
        next.Linked(others[1], Small.Peers.From).Count.Should().Be(1);
        next.Count(Small.Peers).Should().Be(2);
        next.Find(others[0].Key).Should().BeNull();
        graph.Linked(root, Small.Peers.From).Count.Should().Be(3);
    }

    [Test]
    public void A_link_can_have_a_node_between_its_ends()
    {
        var graph = Small.Empty.Add(new Item(1, 1, "a", 1)).Add(new Mark(1, "x")).Add(new Mark(2, "note"));
        var (item, mark, note) = (graph[1], graph[2], graph[3]);

        var linked = graph.Link(item, Small.Carries, mark, via: note);

        linked.FindLink(item, Small.Carries.From, mark)!.Value.Via.Should().Be(note.Key);
        linked.FindLink(mark, Small.Carries.To, item)!.Value.Via.Should().Be(note.Key);
        linked.Linked(mark, Small.Carries.To, type: 1).Count.Should().Be(1);
        linked.Unlink(item, Small.Carries, mark).Count(Small.Carries).Should().Be(0);
    }

    [Test]
    public void Bulk_building_equals_adding_one_by_one()
    {
        var (grown, root, _) = Star(40);
        var builder = new GraphBuilder(Small.Empty);
        var center = builder.Add(new Item(1, 1000, "root", 0));
        for (var i = 0; i < 40; i++) builder.Link(center, Small.Peers, builder.Add(new Item(1, i, $"n{i}", i, 1 + (i % 2))));

        var built = builder.Build();

        Small.Names(built.All(Small.Newest)).Should().Equal(Small.Names(grown.All(Small.Newest)));
        Small.Names(built.Linked(center, Small.Peers.From, 2)).Should().Equal(Small.Names(grown.Linked(root, Small.Peers.From, 2)));
        built.Count(Small.Peers).Should().Be(grown.Count(Small.Peers));
    }

    [Test]
    public void Bulk_building_on_a_graph_keeps_its_nodes()
    {
        var (graph, root, _) = Star(3);
        var builder = new GraphBuilder(graph);
        builder.NoteId(Small.Items, 500);
        builder.Link(root, Small.Peers, builder.Add(new Item(1, builder.TakeId(Small.Items), "new", 100)));

        var built = builder.Build();

        Small.Names(built.Linked(built[root.Key], Small.Peers.From)).Should().Equal("new", "n2", "n1", "n0");
        built.LastId(Small.Items).Should().Be(501);
        graph.Count(Small.Items).Should().Be(4);
    }

    [Test]
    public void Ids_are_counted_per_graph_so_an_older_graph_gives_them_again()
    {
        var graph = Small.Empty;

        var next = graph.TakeId(Small.Items, out var first).TakeId(Small.Items, out var second);
        graph.TakeId(Small.Items, out var again);

        (first, second, again).Should().Be((1, 2, 1));
        next.LastId(Small.Items).Should().Be(2);
    }

    [Test]
    public void A_page_past_the_end_is_empty()
    {
        var (graph, root, _) = Star(3);

        graph.Linked(root, Small.Peers.From).Slice(3, 10).Should().BeEmpty();
        graph.All(Small.ById).Slice(100, 10).Should().BeEmpty();
        graph.All(Small.ById).Slice(2, 10).Should().HaveCount(2);
    }

    [Test]
    public void A_store_keeps_the_result_of_a_write_and_readers_keep_their_graph()
    {
        var store = new GraphStore(Small.Empty);
        var seen = store.Current;

        var answer = store.Write(graph => (graph.Add(new Item(1, 1, "a", 1)), "done"));

        answer.Should().Be("done");
        store.Current.Count(Small.Items).Should().Be(1);
        seen.Count(Small.Items).Should().Be(0);
    }

    private static (Graph Graph, Item Root, Item[] Others) Star(int count)
    {
        var root = new Item(1, 1000, "root", 0);
        var others = Enumerable.Range(0, count).Select(i => new Item(1, i, $"n{i}", i, 1 + (i % 2))).ToArray();
        var graph = others.Aggregate(Small.Empty.Add(root), (current, item) => current.Add(item));
        return (others.Aggregate(graph, (current, item) => current.Link(root, Small.Peers, item)), root, others);
    }
}
