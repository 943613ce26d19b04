namespace Emulation.Graphs;

/// <summary>An ordered view of the nodes of one kind. The definition is here, the entries are in the graph.</summary>
abstract class Index
{
    internal int KindNumber { get; private set; }

    internal int Slot { get; private set; } = -1;

    internal abstract IndexTree Empty { get; }

    internal void Place(int kind, int slot)
    {
        if (Slot >= 0) throw new InvalidOperationException($"An index of kind {kind} already belongs to kind {KindNumber}.");
        (KindNumber, Slot) = (kind, slot);
    }

    internal abstract IndexTree Add(IndexTree tree, Node node);

    internal abstract IndexTree Remove(IndexTree tree, Node node);

    internal abstract IndexTree Replace(IndexTree tree, Node old, Node now);

    internal abstract IndexTree Build(IndexTree tree, IReadOnlyList<Node> added);

    internal abstract bool Holds(IndexTree tree, Node node);
}

/// <summary>An index with entries of one key shape; each entry leads to a node's <see cref="Node.Key"/>.</summary>
/// <remarks>
/// Members that run at start are overridden in the sealed classes, because ahead-of-time compilation covers only what those call.
/// </remarks>
abstract class Index<TKey> : Index where TKey : struct, IComparable<TKey>
{
    private protected abstract void Collect(Node node, ValueList<TKey> keys);

    internal override IndexTree Add(IndexTree tree, Node node)
    {
        var (next, keys) = ((BTree<TKey, int>)tree, KeysOf(node));
        for (var i = 0; i < keys.Count; i++) next = Insert(next, keys[i], node);
        return next;
    }

    internal override IndexTree Remove(IndexTree tree, Node node)
    {
        var (next, keys) = ((BTree<TKey, int>)tree, KeysOf(node));
        for (var i = 0; i < keys.Count; i++) next = next.Remove(keys[i]);
        return next;
    }

    internal override IndexTree Replace(IndexTree tree, Node old, Node now)
    {
        var (before, after) = (KeysOf(old), KeysOf(now));
        if (Same(before, after)) return tree;
        var next = (BTree<TKey, int>)tree;
        for (var i = 0; i < before.Count; i++) next = next.Remove(before[i]);
        for (var i = 0; i < after.Count; i++) next = Insert(next, after[i], now);
        return next;
    }

    private protected IndexTree BuildFrom(IndexTree tree, IReadOnlyList<Node> added)
    {
        var current = (BTree<TKey, int>)tree;
        var keys = new ValueList<TKey>(added.Count);
        var owners = new int[keys.Items.Length];
        var count = 0;
        foreach (var node in added)
        {
            Collect(node, keys);
            if (owners.Length < keys.Count) Array.Resize(ref owners, keys.Items.Length);
            while (count < keys.Count) owners[count++] = node.Key;
        }
        if (!IsAscending(keys)) BTree<TKey, int>.Sort(keys.Items, owners, 0, keys.Count);
        if (current.Count == 0) return BTree<TKey, int>.FromSorted(keys.Items, owners, keys.Count);
        var builder = current.ToBuilder();
        for (var i = 0; i < keys.Count; i++) builder.Set(keys[i], owners[i]);
        return builder.ToImmutable();
    }

    // Nodes often come in the order of their ids.
    private static bool IsAscending(ValueList<TKey> keys)
    {
        for (var i = 1; i < keys.Count; i++)
            if (keys[i - 1].CompareTo(keys[i]) >= 0) return false;
        return true;
    }

    internal override bool Holds(IndexTree tree, Node node)
    {
        var keys = KeysOf(node);
        for (var i = 0; i < keys.Count; i++)
            if (((BTree<TKey, int>)tree).TryGet(keys[i], out var owner) && owner != node.Key) return true;
        return false;
    }

    private ValueList<TKey> KeysOf(Node node)
    {
        var keys = new ValueList<TKey>();
        Collect(node, keys);
        return keys;
    }

    private static bool Same(ValueList<TKey> before, ValueList<TKey> after)
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
sealed class Index<TNode, TKey>(Func<TNode, TKey> key, Func<TNode, bool>? when = null) : Index<TKey>
    where TNode : Node
    where TKey : struct, IComparable<TKey>
{
    internal override IndexTree Empty => BTree<TKey, int>.Empty;

    internal override IndexTree Build(IndexTree tree, IReadOnlyList<Node> added) => BuildFrom(tree, added);

    private protected override void Collect(Node node, ValueList<TKey> keys)
    {
        var typed = (TNode)node;
        if (when is null || when(typed)) keys.Add(key(typed));
    }
}

/// <summary>Any number of entries a node: it can be found under each.</summary>
sealed class MultiIndex<TNode, TKey>(Action<TNode, ValueList<TKey>> collect) : Index<TKey>
    where TNode : Node
    where TKey : struct, IComparable<TKey>
{
    internal override IndexTree Empty => BTree<TKey, int>.Empty;

    internal override IndexTree Build(IndexTree tree, IReadOnlyList<Node> added) => BuildFrom(tree, added);

    private protected override void Collect(Node node, ValueList<TKey> keys) => collect((TNode)node, keys);
}
