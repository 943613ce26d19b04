using System.Runtime.CompilerServices;

namespace Emulation.Graphs;

/// <summary>
/// Items by dense ids (1, 2, 3, …) that never change: a write gives a new table that shares all but one path with the old one.
/// A radix tree of 32 slots a node: about 9 bytes an item, a read or write visits one node for each 5 bits of the greatest id.
/// </summary>
sealed partial class Table<T> where T : class
{
    const int Bits = 5;
    const int Fan = 1 << Bits;

    readonly Node root;
    readonly int shift;

    Table(Node root, int shift, int count) => (this.root, this.shift, Count) = (root, shift, count);

    public static Table<T> Empty { get; } = new(new Node(null), 0, 0);

    /// <summary>How many ids have an item.</summary>
    public int Count { get; }

    /// <summary>Ids from here on have no slot yet.</summary>
    long Limit => (long)Fan << shift;

    /// <summary>Null when the id was never set, was removed or is out of range.</summary>
    public T? Get(int id)
    {
        LookupCounter.Count();
        if ((uint)id >= Limit) return null;
        object? slot = root;
        for (var level = shift; level > 0 && slot is not null; level -= Bits) slot = Below(slot).Slots[(id >> level) & (Fan - 1)];
        return slot is null ? null : Item(Below(slot).Slots[id & (Fan - 1)]);
    }

    /// <summary>Null removes; this same table when that changes nothing.</summary>
    public Table<T> Set(int id, T? item) => Set(id, item, null);

    public Builder ToBuilder() => new(this);

    /// <summary>The ids that have an item, with it, in the order of the ids.</summary>
    public Enumerator GetEnumerator() => new(this, 0, Limit);

    /// <summary>The same of the ids from <paramref name="first"/> on that are less than <paramref name="end"/>.</summary>
    public Part Between(int first, int end) => new(this, first, Math.Min(end, Limit));

    Table<T> Set(int id, T? item, object? owner)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        var before = Get(id);
        if (ReferenceEquals(before, item)) return this;
        var (top, height) = (root, shift);
        while (id >= (long)Fan << height)
        {
            var taller = new Node(owner);
            taller.Slots[0] = top;
            (top, height) = (taller, height + Bits);
        }
        var count = Count + (item is null ? 0 : 1) - (before is null ? 0 : 1);
        return new(Put(top, height, id, item, owner), height, count);
    }

    static Node Put(Node? node, int level, int id, T? item, object? owner)
    {
        var own = node?.For(owner) ?? new Node(owner);
        ref var slot = ref own.Slots[(id >> level) & (Fan - 1)];
        slot = level == 0 ? item : Put(Below(slot), level - Bits, id, item, owner);
        return own;
    }

    // A checked cast of every level would cost half of a read; only Put fills slots: with nodes above level 0, with items there.
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(slot))]
    static Node? Below(object? slot) => Unsafe.As<Node>(slot);

    static T? Item(object? slot) => Unsafe.As<T>(slot);

    [InlineArray(Fan)]
    struct Row
    {
        object? first;
    }

    sealed class Node(object? owner)
    {
        readonly object? owner = owner;

        public Row Slots;

        /// <summary>This node for the builder that owns it, a copy for any other.</summary>
        public Node For(object? someone) =>
            someone is not null && ReferenceEquals(owner, someone) ? this : new(someone) { Slots = Slots };
    }
}
