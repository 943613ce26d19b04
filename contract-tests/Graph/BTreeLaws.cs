using FsCheck;
using FsCheck.Fluent;
using Tree = Emulation.Graphs.BTree<Emulation.Tests.Graphs.Ranked, int>;

namespace Emulation.Tests.Graphs;

/// <summary>After any writes, a tree has the entries of a sorted list.</summary>
class BTreeLaws
{
    [Test]
    public void A_tree_written_entry_by_entry_equals_a_sorted_list() =>
        Prop.ForAll(Write.Several, writes =>
        {
            var tree = Tree.Empty;
            var list = new SortedList<Ranked, int>();
            foreach (var write in writes)
            {
                foreach (var number in write.Numbers) tree = Apply(write, number, tree, list);
                ShouldEqual(tree, list);
            }
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_builder_sees_its_own_writes_and_does_not_change_older_trees() =>
        Prop.ForAll(Write.Several, writes =>
        {
            var builder = Tree.Empty.ToBuilder();
            var list = new SortedList<Ranked, int>();
            var handedOut = new List<(Tree Tree, SortedList<Ranked, int> List)>();
            foreach (var write in writes)
            {
                foreach (var number in write.Numbers) Apply(write, number, builder, list);
                builder.Count.Should().Be(list.Count);
                Same(builder.Slice(0, builder.Count), list.Select(each => (each.Key, each.Value))).Should().BeTrue();
                handedOut.Add((builder.ToImmutable(), new(list)));
            }

            foreach (var (tree, then) in handedOut) ShouldEqual(tree, then);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Alternating_builders_and_single_writes_do_not_affect_each_others_versions() =>
        Prop.ForAll(Write.Several, writes =>
        {
            var versions = new List<(Tree Tree, SortedList<Ranked, int> List)> { (Tree.Empty, []) };
            for (var i = 0; i < writes.Length; i++)
            {
                // Every other write forks from an older version, while its builder goes on elsewhere.
                var (from, before) = versions[i % 2 == 0 ? ^1 : versions.Count / 2];
                var list = new SortedList<Ranked, int>(before);
                var builder = from.ToBuilder();
                foreach (var number in writes[i].Numbers) Apply(writes[i], number, builder, list);
                var tree = builder.ToImmutable();
                versions.Add((tree, list));

                var single = new SortedList<Ranked, int>(list);
                foreach (var number in writes[i].Numbers.Take(50))
                {
                    tree = Apply(new(i % 2 == 0, 0, 0, 0), number + 1, tree, single);
                    builder.Set(Ranked.Of(number + 2), -1);
                }
                versions.Add((tree, single));
            }

            foreach (var (tree, list) in versions) ShouldEqual(tree, list);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_tree_built_from_sorted_entries_equals_one_built_by_single_writes() =>
        Prop.ForAll(Gen.Choose(0, 9_000).ToArbitrary(), Write.Several, (count, writes) =>
        {
            var list = new SortedList<Ranked, int>();
            for (var i = 0; i < count; i++) list.Add(Ranked.Of(i), i);
            var built = Tree.FromSorted([.. list.Keys], [.. list.Values]);
            ShouldEqual(built, list);

            var tree = built;
            var after = new SortedList<Ranked, int>(list);
            foreach (var write in writes)
            {
                foreach (var number in write.Numbers) tree = Apply(write, number, tree, after);
            }

            ShouldEqual(tree, after);
            ShouldEqual(built, list);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Slices_by_position_and_key_equal_those_of_a_sorted_list() =>
        Prop.ForAll(Gen.Choose(0, 5_000).ToArbitrary(), Gen.Choose(-3, 5_100).Two().ToArbitrary(), Gen.Choose(-1, 300).ToArbitrary(),
            (count, numbers, page) =>
        {
            // Odd numbers only, so that a wanted key is as often absent as present.
            var all = Enumerable.Range(0, count).Select(i => (Key: Ranked.Of(i * 2 + 1), Value: i)).OrderBy(each => each.Key).ToList();
            var tree = Tree.FromSorted([.. all.Select(each => each.Key)], [.. all.Select(each => each.Value)]);
            var (start, other) = numbers;
            var (low, high) = (Ranked.Of(Math.Abs(start)), Ranked.Of(Math.Abs(other)));
            var down = Enumerable.Reverse(all).ToList();
            var skipped = start < 0 ? int.MaxValue : start;

            Same(tree.Slice(start, page), all.Skip(skipped).Take(page)).Should().BeTrue();
            Same(tree.SliceDescending(start, page), down.Skip(skipped).Take(page)).Should().BeTrue();
            Same(tree.After(low, page), all.Where(each => each.Key > low).Take(page)).Should().BeTrue();
            Same(tree.Before(low, page), down.Where(each => each.Key < low).Take(page)).Should().BeTrue();
            Same(tree.Between(low, high), all.Where(each => each.Key >= low && each.Key < high)).Should().BeTrue();
            tree.Rank(low).Should().Be(all.Count(each => each.Key < low));
        }).QuickCheckThrowOnFailure();

    static Tree Apply(Write write, int number, Tree tree, SortedList<Ranked, int> list)
    {
        var key = Ranked.Of(number);
        if (write.Removes)
        {
            var without = tree.Remove(key);
            if (!list.Remove(key)) without.Should().BeSameAs(tree);
            return without;
        }
        list[key] = list.Count;
        return tree.Set(key, list[key]);
    }

    static void Apply(Write write, int number, Tree.Builder builder, SortedList<Ranked, int> list)
    {
        var key = Ranked.Of(number);
        if (write.Removes)
        {
            builder.Remove(key).Should().Be(list.Remove(key));
            return;
        }
        list[key] = list.Count;
        builder.Set(key, list[key]);
    }

    static void ShouldEqual(Tree tree, SortedList<Ranked, int> list)
    {
        tree.Validate();
        tree.Count.Should().Be(list.Count);
        Same(tree.Slice(0, int.MaxValue), list.Select(each => (each.Key, each.Value))).Should().BeTrue();
        Same(tree.SliceDescending(0, int.MaxValue), list.Reverse().Select(each => (each.Key, each.Value))).Should().BeTrue();
        for (var number = 0; number < Write.Greatest; number += 61)
        {
            var key = Ranked.Of(number);
            var present = list.TryGetValue(key, out var value);
            tree.TryGet(key, out var found).Should().Be(present);
            tree.Contains(key).Should().Be(present);
            found.Should().Be(value);
        }
        for (var position = 0; position < list.Count; position += 53)
        {
            tree.At(position).Should().Be((list.GetKeyAtIndex(position), list.GetValueAtIndex(position)));
            tree.Rank(list.GetKeyAtIndex(position)).Should().Be(position);
        }
    }

    // FluentAssertions compares a collection in time that matters over a hundred runs of thousands.
    static bool Same(Tree.Entries slice, IEnumerable<(Ranked Key, int Value)> expected)
    {
        var list = expected.ToList();
        return slice.Count == list.Count && slice.SequenceEqual(list);
    }
}
