namespace Emulation.Graphs;

sealed partial class Table<T>
{
    /// <summary>
    /// Many writes as one: it copies a node once, and from then on changes its own copy in place.
    /// Its reads see its writes; tables it has handed out do not.
    /// </summary>
    public sealed class Builder
    {
        Table<T> table;
        object token = new();

        internal Builder(Table<T> table) => this.table = table;

        public int Count => table.Count;

        public T? Get(int id) => table.Get(id);

        public void Set(int id, T? item) => table = table.Set(id, item, token);

        public Enumerator GetEnumerator() => table.GetEnumerator();

        /// <summary>The table as it is now, in O(1); the builder can go on, and copies what it then changes.</summary>
        public Table<T> ToImmutable()
        {
            token = new();
            return table;
        }
    }

    /// <summary>The items of consecutive ids.</summary>
    public readonly struct Part
    {
        readonly Table<T> table;
        readonly long first;
        readonly long end;

        internal Part(Table<T> table, long first, long end) => (this.table, this.first, this.end) = (table, first, end);

        public Enumerator GetEnumerator() => new(table, first, end);
    }

    /// <summary>Finds each row of 32 from the root again, and passes over branches that are not there.</summary>
    public struct Enumerator
    {
        readonly Table<T> table;
        readonly long end;
        Node? row;
        long id;

        internal Enumerator(Table<T> table, long first, long end) => (this.table, this.end, row, id) = (table, end, null, first - 1);

        public readonly (int Id, T Item) Current => ((int)id, Item(row!.Slots[(int)id & (Fan - 1)])!);

        public bool MoveNext()
        {
            while (++id < end)
            {
                if ((row is null || (id & (Fan - 1)) == 0) && !Enter()) return false;
                if (row!.Slots[(int)id & (Fan - 1)] is not null) return true;
            }
            return false;
        }

        bool Enter()
        {
            while (id < end)
            {
                var level = table.shift;
                object? slot = table.root;
                while (level > 0 && slot is not null)
                {
                    slot = Below(slot).Slots[(int)(id >> level) & (Fan - 1)];
                    level -= Bits;
                }
                if (slot is not null)
                {
                    row = Below(slot);
                    return true;
                }
                id = (id >> (level + Bits) << (level + Bits)) + (1L << (level + Bits));
            }
            return false;
        }
    }
}
