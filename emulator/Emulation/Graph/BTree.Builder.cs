using System.Diagnostics.CodeAnalysis;

namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    /// <summary>A tree in O(n) of keys that are strictly ascending, each with the value at its position.</summary>
    public static BTree<TKey, TValue> FromSorted(TKey[] keys, TValue[] values)
    {
        if (keys.Length != values.Length)
            throw new InvalidOperationException($"Each key has one value, but there are {keys.Length} keys and {values.Length} values.");
        return FromSorted(keys, values, keys.Length);
    }

    /// <summary>The same of the first <paramref name="count"/> of each.</summary>
    internal static BTree<TKey, TValue> FromSorted(TKey[] keys, TValue[] values, int count)
    {
        for (var i = 1; i < count; i++)
        {
            if (keys[i - 1].CompareTo(keys[i]) >= 0)
                throw new InvalidOperationException(
                    $"Keys are strictly ascending, but the one at position {i} is not greater than the one before it.");
        }
        if (count == 0) return Empty;

        var (lows, nodes) = Leaves(keys, values, count);
        while (nodes.Length > 1) (lows, nodes) = Branches(lows, nodes);
        return new(nodes[0]);
    }

    public Builder ToBuilder() => new(this);

    static T[] Copied<T>(T[] items, int start, int count)
    {
        var copy = new T[count];
        Array.Copy(items, start, copy, 0, count);
        return copy;
    }

    static (TKey[] Lows, Node[] Nodes) Leaves(TKey[] keys, TValue[] values, int count)
    {
        var groups = new Groups(count, LeafWidth);
        var lows = new TKey[groups.Count];
        var nodes = new Node[groups.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (start, size) = (groups.Edge(i), groups.Edge(i + 1) - groups.Edge(i));
            nodes[i] = new Leaf(null, Copied(keys, start, size), Copied(values, start, size), size);
            lows[i] = keys[start];
        }
        return (lows, nodes);
    }

    static (TKey[] Lows, Node[] Nodes) Branches(TKey[] lows, Node[] children)
    {
        var groups = new Groups(children.Length, BranchWidth);
        var branchLows = new TKey[groups.Count];
        var nodes = new Node[groups.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (start, size) = (groups.Edge(i), groups.Edge(i + 1) - groups.Edge(i));
            nodes[i] = Branch.Of(Copied(lows, start + 1, size - 1), Copied(children, start, size));
            branchLows[i] = lows[start];
        }
        return (branchLows, nodes);
    }

    /// <summary>Divides items into nodes of nearly the same size: not quite full, or the first insert into each would split it.</summary>
    sealed class Groups(int items, int width)
    {
        readonly int packed = width - width / 16;

        public int Count => (items + packed - 1) / packed;

        public int Edge(int group) => (int)((long)items * group / Count);
    }

    /// <summary>
    /// Many writes as one: it copies a node once, and from then on changes its own copy in place.
    /// Its reads see its writes; trees it has handed out do not.
    /// </summary>
    public sealed class Builder
    {
        BTree<TKey, TValue> tree;
        object token = new();

        internal Builder(BTree<TKey, TValue> tree) => this.tree = tree;

        public int Count => tree.Count;

        public void Set(TKey key, TValue value) => tree = tree.Set(key, value, token);

        /// <summary>False when the key was absent.</summary>
        public bool Remove(TKey key)
        {
            var before = Count;
            tree = tree.Remove(key, token);
            return Count < before;
        }

        public bool Contains(TKey key) => tree.Contains(key);

        public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => tree.TryGet(key, out value);

        public int Rank(TKey key) => tree.Rank(key);

        public (TKey Key, TValue Value) At(int position) => tree.At(position);

        public Entries Slice(int start, int count) => tree.Slice(start, count);

        public Entries SliceDescending(int start, int count) => tree.SliceDescending(start, count);

        public Entries Between(TKey low, TKey high) => tree.Between(low, high);

        public Entries After(TKey key, int count) => tree.After(key, count);

        public Entries Before(TKey key, int count) => tree.Before(key, count);

        /// <summary>The tree as it is now, in O(1); the builder can go on, and copies what it then changes.</summary>
        public BTree<TKey, TValue> ToImmutable()
        {
            token = new();
            return tree;
        }
    }
}
