namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    /// <summary>With 32, an entry took 2 bytes more and reading a page took a third longer.</summary>
    const int LeafWidth = 64;

    /// <summary>Half a leaf's: a write copies a branch for each level, and a million entries are as deep with 64.</summary>
    const int BranchWidth = 32;

    /// <summary>
    /// A node is changed in place only by the builder whose token it has. Set may return a node that is too wide by one, and Remove one
    /// that is too thin: the caller, which has the parent, splits or joins it.
    /// </summary>
    abstract class Node(object? owner)
    {
        public abstract int Width { get; }

        /// <summary>
        /// A third, for all but the last node of each level: with a half, a write next to a merged node would often split it again.
        /// </summary>
        public int Least => Width / 3;

        public bool IsTooWide => Size > Width;

        public bool IsTooThin => Size < Least;

        /// <summary>Entries below, at any depth.</summary>
        public abstract int Count { get; }

        /// <summary>Entries of a leaf, children of a branch.</summary>
        public abstract int Size { get; }

        public abstract Node Set(TKey key, TValue value, object? owner, bool last);

        /// <summary>The key is present; the tree checks that first.</summary>
        public abstract Node Remove(TKey key, object? owner);

        /// <summary>This node followed by its neighbour, whose keys begin at <paramref name="low"/>.</summary>
        public abstract Node Join(TKey low, Node right, object? owner);

        public abstract (Node Left, TKey Low, Node Right) Cut(int at, object? owner);

        protected bool IsOwnedBy(object? someone) => someone is not null && ReferenceEquals(owner, someone);
    }

    sealed class Leaf(object? owner, TKey[] keys, TValue[] values, int size) : Node(owner)
    {
        /// <summary>Room that a builder leaves for its next inserts; trees written one by one have none.</summary>
        const int Spare = LeafWidth / 8;

        int size = size;

        public TKey[] Keys { get; private set; } = keys;

        public TValue[] Values { get; private set; } = values;

        public override int Width => LeafWidth;

        public override int Count => size;

        public override int Size => size;

        /// <summary>The key's index, or the complement of where it would be.</summary>
        public int Find(TKey key)
        {
            LookupCounter.Count();
            return MemoryExtensions.BinarySearch<TKey, TKey>(Keys.AsSpan(0, size), key);
        }

        public override Node Set(TKey key, TValue value, object? owner, bool last)
        {
            var at = Find(key);
            return at < 0 ? Insert(~at, key, value, owner) : Replace(at, key, value, owner);
        }

        public override Node Remove(TKey key, object? owner)
        {
            var at = Find(key);
            if (!IsOwnedBy(owner))
                return new Leaf(owner, Without(Keys.AsSpan(0, size), at), Without(Values.AsSpan(0, size), at), size - 1);
            size--;
            Array.Copy(Keys, at + 1, Keys, at, size - at);
            Array.Copy(Values, at + 1, Values, at, size - at);
            Keys[size] = default;
            Values[size] = default!;
            return this;
        }

        public override Node Join(TKey low, Node right, object? owner)
        {
            var other = (Leaf)right;
            return new Leaf(
                owner,
                [.. Keys.AsSpan(0, size), .. other.Keys.AsSpan(0, other.size)],
                [.. Values.AsSpan(0, size), .. other.Values.AsSpan(0, other.size)],
                size + other.size);
        }

        public override (Node Left, TKey Low, Node Right) Cut(int at, object? owner) =>
            (Part(0, at, owner), Keys[at], Part(at, size - at, owner));

        Leaf Part(int start, int count, object? owner) =>
            new(owner, [.. Keys.AsSpan(start, count)], [.. Values.AsSpan(start, count)], count);

        Leaf Replace(int at, TKey key, TValue value, object? owner)
        {
            var leaf = IsOwnedBy(owner) ? this : Part(0, size, owner);
            leaf.Keys[at] = key;
            leaf.Values[at] = value;
            return leaf;
        }

        Leaf Insert(int at, TKey key, TValue value, object? owner)
        {
            var leaf = IsOwnedBy(owner) ? this : new(owner, Keys, Values, size);
            var length = owner is null ? size + 1 : Math.Min(size + Spare, LeafWidth + 1);
            var hasRoom = leaf == this && size < Keys.Length;
            leaf.Keys = Opened(Keys, at, hasRoom ? Keys : new TKey[length]);
            leaf.Values = Opened(Values, at, hasRoom ? Values : new TValue[length]);
            leaf.Keys[at] = key;
            leaf.Values[at] = value;
            leaf.size++;
            return leaf;
        }

        /// <summary>Copies the items to an array, which may be their own, with a gap for a new one.</summary>
        T[] Opened<T>(T[] from, int at, T[] to)
        {
            if (from != to) Array.Copy(from, to, at);
            Array.Copy(from, at, to, at + 1, size - at);
            return to;
        }
    }

    static T[] Without<T>(ReadOnlySpan<T> items, int at) => [.. items[..at], .. items[(at + 1)..]];

    static T[] WithInserted<T>(ReadOnlySpan<T> items, int at, T item) => [.. items[..at], item, .. items[at..]];
}
