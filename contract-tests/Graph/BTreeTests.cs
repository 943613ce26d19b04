using Tree = Emulation.Graphs.BTree<Emulation.Tests.Graphs.Ranked, string>;

namespace Emulation.Tests.Graphs;

class BTreeTests
{
    [Test]
    public void An_empty_tree_has_no_entries_and_removes_none()
    {
        var tree = Tree.Empty;

        tree.Count.Should().Be(0);
        tree.Rank(Ranked.Of(5)).Should().Be(0);
        tree.Contains(Ranked.Of(5)).Should().BeFalse();
        tree.Slice(0, 10).Should().BeEmpty();
        tree.SliceDescending(0, 10).Should().BeEmpty();
        tree.After(Ranked.Of(5), 10).Should().BeEmpty();
        tree.Before(Ranked.Of(5), 10).Should().BeEmpty();
        tree.Remove(Ranked.Of(5)).Should().BeSameAs(tree);
    }

    [Test]
    public void Setting_a_key_again_replaces_its_value_in_the_new_tree_only()
    {
        var old = Tree.Empty.Set(Ranked.Of(1), "old");

        var tree = old.Set(Ranked.Of(1), "new");

        tree.Slice(0, 10).Should().Equal((Ranked.Of(1), "new"));
        old.Slice(0, 10).Should().Equal((Ranked.Of(1), "old"));
    }

    [Test]
    public void A_slice_beyond_the_tree_is_cut_to_it()
    {
        var tree = Numbered(3);

        tree.Slice(3, 10).Should().BeEmpty();
        tree.Slice(-1, 10).Should().BeEmpty();
        tree.Slice(0, 0).Should().BeEmpty();
        tree.Slice(0, -1).Should().BeEmpty();
        tree.Slice(int.MaxValue, int.MaxValue).Should().BeEmpty();
        tree.Slice(1, int.MaxValue).Select(each => each.Value).Should().Equal("1", "2");
        tree.SliceDescending(3, 10).Should().BeEmpty();
        tree.SliceDescending(int.MinValue, 10).Should().BeEmpty();
        tree.SliceDescending(1, int.MaxValue).Select(each => each.Value).Should().Equal("1", "0");
        default(Tree.Entries).Should().BeEmpty();
    }

    [TestCase(-1)]
    [TestCase(3)]
    public void There_is_no_entry_at_a_position_outside_the_tree(int position)
    {
        var at = () => Numbered(3).At(position);

        at.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*has 3 entries*");
    }

    [Test]
    public void Building_from_keys_that_are_not_ascending_names_the_position()
    {
        Ranked[] keys = [Ranked.Of(1), Ranked.Of(2), Ranked.Of(2)];

        var build = () => Tree.FromSorted(keys, new string[3]);

        build.Should().Throw<InvalidOperationException>().WithMessage("*at position 2 *");
    }

    [Test]
    public void Building_with_fewer_values_than_keys_is_refused()
    {
        var build = () => Tree.FromSorted(new Ranked[2], new string[1]);

        build.Should().Throw<InvalidOperationException>().WithMessage("*2 keys and 1 values*");
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(7919)]
    public void Fifty_thousand_entries_can_be_added_and_removed_in_any_order(int stride)
    {
        const int count = 50_000;
        var order = Enumerable.Range(0, count).Select(i => (int)(((long)i * stride % count + count) % count)).ToList();
        var tree = Tree.Empty;

        foreach (var number in order) tree = tree.Set(Ranked.Of(number), "");
        var full = tree;
        foreach (var number in order.Take(count - 10)) tree = tree.Remove(Ranked.Of(number));

        full.Validate();
        full.Count.Should().Be(count);
        tree.Validate();
        tree.Slice(0, 20).Select(each => each.Key.Id).Should().BeEquivalentTo(order.TakeLast(10));
    }

    [Test]
    public void A_tree_that_grew_at_its_end_can_shrink_there()
    {
        var builder = Numbered(20_000).ToBuilder();

        for (var number = 20_000; number < 30_000; number++) builder.Set(Ranked.Of(number), "");
        for (var number = 29_999; number >= 100; number--) builder.Remove(Ranked.Of(number)).Should().BeTrue();

        var tree = builder.ToImmutable();
        tree.Validate();
        tree.Slice(0, 200).Select(each => each.Key.Id).Should().Equal(Enumerable.Range(0, 100));
    }

    [Test]
    public void A_slice_allocates_nothing()
    {
        var tree = Numbered(5_000);
        var middle = Ranked.Of(3_000);
        Sum(tree, middle);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Sum(tree, middle);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.Should().Be(0);
    }

    static long Sum(Tree tree, Ranked middle)
    {
        var sum = 0L;
        foreach (var (key, _) in tree.Slice(100, 1_000)) sum += key.Id;
        foreach (var (key, _) in tree.Before(middle, 1_000)) sum += key.Id;
        return sum;
    }

    static Tree Numbered(int count)
    {
        var keys = Enumerable.Range(0, count).Select(Ranked.Of).ToArray();
        return Tree.FromSorted(keys, [.. keys.Select(key => $"{key.Id}")]);
    }
}
