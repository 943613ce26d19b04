using Tree = Emulation.Graphs.BTree<Emulation.Tests.Graphs.Ranked, string>;

namespace Emulation.Tests.Graphs;

class BTreeTests
{
    [Test]
    public void An_empty_tree_has_nothing_and_removes_nothing()
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
    public void A_key_set_again_has_its_new_value_and_the_old_tree_its_old_one()
    {
        var old = Tree.Empty.Set(Ranked.Of(1), "old");

        var tree = old.Set(Ranked.Of(1), "new");

        tree.Slice(0, 10).Should().Equal((Ranked.Of(1), "new"));
        old.Slice(0, 10).Should().Equal((Ranked.Of(1), "old"));
    }

    [Test]
    public void A_start_or_count_outside_the_tree_gives_what_there_is()
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
    public void Keys_that_are_not_strictly_ascending_are_refused_by_position()
    {
        Ranked[] keys = [Ranked.Of(1), Ranked.Of(2), Ranked.Of(2)];

        var build = () => Tree.FromSorted(keys, new string[3]);

        build.Should().Throw<InvalidOperationException>().WithMessage("*at position 2 *");
    }

    [Test]
    public void Keys_without_a_value_each_are_refused()
    {
        var build = () => Tree.FromSorted(new Ranked[2], new string[1]);

        build.Should().Throw<InvalidOperationException>().WithMessage("*2 keys and 1 values*");
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(7919)]
    public void Fifty_thousand_go_in_and_out_again_in_any_order(int stride)
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
    public void A_tree_that_grows_at_its_end_shrinks_there_too()
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
