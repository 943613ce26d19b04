using System.Diagnostics.CodeAnalysis;

namespace Emulation.Graphs;

/// <summary>A tree of any key and value type, as graphs keep the entries of their indexes.</summary>
abstract class IndexTree
{
    private protected IndexTree()
    {
    }

    public abstract int Count { get; }
}

/// <summary>
/// An ordered map that never changes: a write gives a new tree that shares all but one path with the old one.
/// A B+ tree whose branches know how many entries lie under each child, so a position is found as fast as a key:
/// every read and write is O(log n), a slice O(log n) to begin and then O(1) an entry.
/// </summary>
sealed partial class BTree<TKey, TValue> : IndexTree where TKey : struct, IComparable<TKey>
{
    readonly Node root;

    BTree(Node root) => this.root = root;

    // Arrays of length 1: empty arrays of these structs would need code that is compiled at start.
    public static BTree<TKey, TValue> Empty { get; } = new(new Leaf(null, new TKey[1], new TValue[1], 0));

    public override int Count => root.Count;

    /// <summary>Inserts the entry, or replaces the one whose key compares equal (key and value).</summary>
    public BTree<TKey, TValue> Set(TKey key, TValue value) => Set(key, value, null);

    /// <summary>The tree without the key; this same tree when the key is absent.</summary>
    public BTree<TKey, TValue> Remove(TKey key) => Remove(key, null);

    public bool Contains(TKey key) => TryGet(key, out _);

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var node = root;
        while (node is Branch branch) node = branch.Children[branch.ChildFor(key)];
        var leaf = (Leaf)node;
        var at = leaf.Find(key);
        value = at < 0 ? default : leaf.Values[at];
        return at >= 0;
    }

    /// <summary>How many keys are strictly less; the key itself need not be present.</summary>
    public int Rank(TKey key)
    {
        var (rank, _) = Locate(key);
        return rank;
    }

    public (TKey Key, TValue Value) At(int position)
    {
        if ((uint)position >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(position), position, $"The tree has {Count} entries.");
        var leaf = LeafAt(root, position, out var at);
        return (leaf.Keys[at], leaf.Values[at]);
    }

    /// <summary>Up to <paramref name="count"/> entries upwards from a position; nothing when it is outside the tree.</summary>
    public Entries Slice(int start, int count) => new(this, start, count, step: 1);

    /// <summary>Up to <paramref name="count"/> entries downwards; 0 starts at the greatest key.</summary>
    public Entries SliceDescending(int start, int count) => new(this, Count - 1 - start, count, step: -1);

    /// <summary>The entries whose keys are at least <paramref name="low"/> and less than <paramref name="high"/>.</summary>
    public Entries Between(TKey low, TKey high)
    {
        var start = Rank(low);
        return new(this, start, Rank(high) - start, step: 1);
    }

    /// <summary>Up to <paramref name="count"/> entries with greater keys, upwards; the key itself need not be present.</summary>
    public Entries After(TKey key, int count)
    {
        var (rank, present) = Locate(key);
        return new(this, present ? rank + 1 : rank, count, step: 1);
    }

    /// <summary>Up to <paramref name="count"/> entries with lesser keys, downwards; the key itself need not be present.</summary>
    public Entries Before(TKey key, int count) => new(this, Rank(key) - 1, count, step: -1);

    (int Rank, bool Present) Locate(TKey key)
    {
        var node = root;
        var before = 0;
        while (node is Branch branch)
        {
            var child = branch.ChildFor(key);
            before += branch.Start(child);
            node = branch.Children[child];
        }
        var at = ((Leaf)node).Find(key);
        return at < 0 ? (before + ~at, false) : (before + at, true);
    }

    BTree<TKey, TValue> Set(TKey key, TValue value, object? owner)
    {
        var node = root.Set(key, value, owner, last: true);
        return With(node.IsTooWide ? Branch.Over(node, owner) : node);
    }

    BTree<TKey, TValue> Remove(TKey key, object? owner)
    {
        if (!Contains(key)) return this;
        var node = root.Remove(key, owner);
        return With(node is Branch { Size: 1 } branch ? branch.Children[0] : node);
    }

    BTree<TKey, TValue> With(Node node) => ReferenceEquals(node, root) ? this : new(node);
}
