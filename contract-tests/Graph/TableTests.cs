using Emulation.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs;

class TableTests
{
    [Test]
    public void An_id_that_was_not_set_has_no_item()
    {
        var table = Table<string>.Empty.Set(1, "one").Set(40, "forty");

        table.Get(1).Should().Be("one");
        table.Get(40).Should().Be("forty");
        table.Get(0).Should().BeNull();
        table.Get(2).Should().BeNull();
        table.Get(-1).Should().BeNull();
        table.Get(5_000).Should().BeNull();
        table.Get(int.MaxValue).Should().BeNull();
    }

    [Test]
    public void Removing_an_item_affects_the_new_table_only()
    {
        var old = Table<string>.Empty.Set(1, "one").Set(2, "two");

        var table = old.Set(1, null);

        table.Count.Should().Be(1);
        Listed(table).Should().Equal((2, "two"));
        Listed(old).Should().Equal((1, "one"), (2, "two"));
    }

    [Test]
    public void A_write_without_effect_returns_the_same_table()
    {
        var table = Table<string>.Empty.Set(7, "seven");

        table.Set(7, "seven").Should().BeSameAs(table);
        table.Set(8, null).Should().BeSameAs(table);
        table.Set(1_000_000, null).Should().BeSameAs(table);
    }

    [Test]
    public void The_greatest_id_can_be_set()
    {
        var table = Table<string>.Empty.Set(int.MaxValue, "last").Set(1, "first");

        table.Get(int.MaxValue).Should().Be("last");
        table.Get(-1).Should().BeNull();
        Listed(table).Should().Equal((1, "first"), (int.MaxValue, "last"));
    }

    [Test]
    public void Parts_have_the_items_between_two_ids()
    {
        int[] ids = [0, 1, 31, 32, 33, 63, 64, 1_023, 1_024, 5_000, 40_000, 40_001];
        var table = ids.Aggregate(Table<string>.Empty, (one, id) => one.Set(id, $"{id}"));
        int[] edges = [.. ids, 2, 500, 30_000, 1_000_000];

        foreach (var first in edges)
        {
            foreach (var end in edges)
            {
                var listed = new List<int>();
                foreach (var (id, _) in table.Between(first, end)) listed.Add(id);
                listed.Should().Equal(ids.Where(id => id >= first && id < end), "these are from {0} to {1}", first, end);
            }
        }
    }

    [Test]
    public void A_negative_id_is_refused()
    {
        var set = () => Table<string>.Empty.Set(-1, "never");

        set.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void A_table_equals_a_sorted_list_and_versions_are_independent() =>
        Prop.ForAll(Write.Several, writes =>
        {
            var table = Table<string>.Empty;
            var builder = table.ToBuilder();
            var list = new SortedList<int, string>();
            var versions = new List<(Table<string> Table, List<(int, string)> Items)>();
            foreach (var write in writes)
            {
                foreach (var number in write.Numbers)
                {
                    var item = write.Removes ? null : $"{list.Count}";
                    table = table.Set(number, item);
                    builder.Set(number, item);
                    if (item is null) list.Remove(number);
                    else list[number] = item;
                    builder.Get(number).Should().Be(item);
                }
                var items = list.Select(each => (each.Key, each.Value)).ToList();
                versions.Add((table, items));
                versions.Add((builder.ToImmutable(), items));
            }

            foreach (var (then, items) in versions)
            {
                then.Count.Should().Be(items.Count);
                Listed(then).SequenceEqual(items).Should().BeTrue();
            }
        }).QuickCheckThrowOnFailure();

    static List<(int Id, string Item)> Listed(Table<string> table)
    {
        var items = new List<(int Id, string Item)>();
        foreach (var each in table) items.Add(each);
        return items;
    }
}
