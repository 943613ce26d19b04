using System.Runtime.InteropServices;

namespace Emulation.Graphs;

/// <summary>An ordered view of the nodes of one kind. The definition is here, the entries are in the graph.</summary>
public abstract class Index
{
    internal int KindNumber { get; private set; }

    internal int Slot { get; private set; } = -1;

    internal abstract object Empty { get; }

    internal void Place(int kind, int slot)
    {
        if (Slot >= 0) throw new InvalidOperationException($"An index of kind {kind} already belongs to kind {KindNumber}.");
        (KindNumber, Slot) = (kind, slot);
    }

    internal abstract object Add(object tree, Node node);

    internal abstract object Remove(object tree, Node node);

    internal abstract object Replace(object tree, Node old, Node now);

    internal abstract object Build(object tree, IReadOnlyList<Node> added);

    internal abstract bool Holds(object tree, Node node);
}

/// <summary>An index with entries of one key shape; each entry leads to a node's <see cref="Node.Key"/>.</summary>
public abstract class Index<TKey> : Index where TKey : struct, IComparable<TKey>
{
    internal override object Empty => BTree<TKey, int>.Empty;

    private protected abstract void Collect(Node node, List<TKey> keys);

    internal override object Add(object tree, Node node)
    {
        var next = (BTree<TKey, int>)tree;
        foreach (var key in KeysOf(node)) next = Insert(next, key, node);
        return next;
    }

    internal override object Remove(object tree, Node node)
    {
        var next = (BTree<TKey, int>)tree;
        foreach (var key in KeysOf(node)) next = next.Remove(key);
        return next;
    }

    internal override object Replace(object tree, Node old, Node now)
    {
        var (before, after) = (KeysOf(old), KeysOf(now));
        if (Same(before, after)) return tree;
        var next = (BTree<TKey, int>)tree;
        foreach (var key in before) next = next.Remove(key);
        foreach (var key in after) next = Insert(next, key, now);
        return next;
    }

    internal override object Build(object tree, IReadOnlyList<Node> added)
    {
        var current = (BTree<TKey, int>)tree;
        var keys = new List<TKey>(added.Count);
        var owners = new List<int>(added.Count);
        var scratch = new List<TKey>(4);
        foreach (var node in added)
        {
            scratch.Clear();
            Collect(node, scratch);
            foreach (var key in scratch) { keys.Add(key); owners.Add(node.Key); }
        }
        var sortedKeys = CollectionsMarshal.AsSpan(keys);
        var sortedOwners = CollectionsMarshal.AsSpan(owners);
        if (!IsAscending(sortedKeys)) sortedKeys.Sort(sortedOwners);
        if (current.Count == 0) return BTree<TKey, int>.FromSorted(sortedKeys, sortedOwners);
        var builder = current.ToBuilder();
        for (var i = 0; i < sortedKeys.Length; i++) builder.Set(sortedKeys[i], sortedOwners[i]);
        return builder.ToImmutable();
    }

    // Nodes often come in the order of their ids.
    private static bool IsAscending(ReadOnlySpan<TKey> keys)
    {
        for (var i = 1; i < keys.Length; i++)
            if (keys[i - 1].CompareTo(keys[i]) >= 0) return false;
        return true;
    }

    internal override bool Holds(object tree, Node node) =>
        KeysOf(node).Exists(key => ((BTree<TKey, int>)tree).TryGet(key, out var owner) && owner != node.Key);

    private List<TKey> KeysOf(Node node)
    {
        var keys = new List<TKey>(2);
        Collect(node, keys);
        return keys;
    }

    private static bool Same(List<TKey> before, List<TKey> after)
    {
        if (before.Count != after.Count) return false;
        for (var i = 0; i < before.Count; i++)
            if (before[i].CompareTo(after[i]) != 0) return false;
        return true;
    }

    private static BTree<TKey, int> Insert(BTree<TKey, int> tree, TKey key, Node node)
    {
        if (tree.TryGet(key, out var other) && other != node.Key)
            throw new InvalidOperationException($"Node {node.Key} ({node.Kind.Name}) has the index key of node {other}: {key}.");
        return tree.Set(key, node.Key);
    }
}

/// <summary>One entry a node, or none when <paramref name="when"/> says so.</summary>
public sealed class Index<TNode, TKey>(Func<TNode, TKey> key, Func<TNode, bool>? when = null) : Index<TKey>
    where TNode : Node
    where TKey : struct, IComparable<TKey>
{
    private protected override void Collect(Node node, List<TKey> keys)
    {
        var typed = (TNode)node;
        if (when is null || when(typed)) keys.Add(key(typed));
    }
}

/// <summary>Any number of entries a node: it can be found under each.</summary>
public sealed class MultiIndex<TNode, TKey>(Action<TNode, List<TKey>> collect) : Index<TKey>
    where TNode : Node
    where TKey : struct, IComparable<TKey>
{
    private protected override void Collect(Node node, List<TKey> keys) => collect((TNode)node, keys);
}
