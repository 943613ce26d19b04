using Emulation.Graphs;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs;

class TableTests
{
    [Test]
    public void Nothing_is_found_outside_what_was_set()
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
    public void A_removed_item_is_gone_from_the_new_table_only()
    {
        var old = Table<string>.Empty.Set(1, "one").Set(2, "two");

        var table = old.Set(1, null);

        table.Count.Should().Be(1);
        Listed(table).Should().Equal((2, "two"));
        Listed(old).Should().Equal((1, "one"), (2, "two"));
    }

    [Test]
    public void A_write_that_changes_nothing_gives_the_same_table()
    {
        var table = Table<string>.Empty.Set(7, "seven");

        table.Set(7, "seven").Should().BeSameAs(table);
        table.Set(8, null).Should().BeSameAs(table);
        table.Set(1_000_000, null).Should().BeSameAs(table);
    }

    [Test]
    public void The_greatest_id_there_is_has_its_place()
    {
        var table = Table<string>.Empty.Set(int.MaxValue, "last").Set(1, "first");

        table.Get(int.MaxValue).Should().Be("last");
        table.Get(-1).Should().BeNull();
        Listed(table).Should().Equal((1, "first"), (int.MaxValue, "last"));
    }

    [Test]
    public void A_negative_id_is_refused()
    {
        var set = () => Table<string>.Empty.Set(-1, "never");

        set.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void It_holds_what_a_sorted_list_holds_and_no_version_sees_another() =>
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
