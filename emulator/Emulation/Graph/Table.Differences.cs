namespace Emulation.Graphs;

sealed partial class Table<T>
{
    /// <summary>The ids whose items differ between the tables, in order. Parts that both tables share are skipped by reference.</summary>
    public static IEnumerable<(int Id, T? Old, T? Now)> Differences(Table<T> old, Table<T> now)
    {
        var level = Math.Max(old.shift, now.shift);
        return Below(Raised(old, level), Raised(now, level), level, 0);
    }

    static IEnumerable<(int Id, T? Old, T? Now)> Below(Node? old, Node? now, int level, int first)
    {
        if (ReferenceEquals(old, now)) yield break;
        for (var slot = 0; slot < Fan; slot++)
        {
            var (before, after) = (old?.Slots[slot], now?.Slots[slot]);
            if (ReferenceEquals(before, after)) continue;
            var id = first + (slot << level);
            if (level == 0)
            {
                yield return (id, Item(before), Item(after));
                continue;
            }
            foreach (var difference in Below(Below(before), Below(after), level - Bits, id)) yield return difference;
        }
    }

    /// <summary>The root as it would be if the table were as high as another.</summary>
    static Node Raised(Table<T> table, int level)
    {
        var top = table.root;
        for (var height = table.shift; height < level; height += Bits)
        {
            var taller = new Node(null);
            taller.Slots[0] = top;
            top = taller;
        }
        return top;
    }
}
