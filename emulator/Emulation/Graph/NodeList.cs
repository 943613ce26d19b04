namespace Emulation.Graphs;

/// <summary>Nodes in a served order, with a count and a slice by position in O(log n + slice).</summary>
abstract class NodeList
{
    public static NodeList None { get; } = new NodeArray([]);

    public abstract int Count { get; }

    /// <summary>From position <paramref name="start"/> on, at most <paramref name="count"/>; nothing past the end.</summary>
    public abstract IEnumerable<Node> Slice(int start, int count);

    public IEnumerable<Node> All() => Slice(0, Count);

    /// <summary>Scans: costs the whole list.</summary>
    public NodeList Where(Func<Node, bool> condition) => new NodeArray([.. All().Where(condition)]);

    /// <summary>Two lists in the order of links as one.</summary>
    public static NodeList Merge(NodeList one, NodeList other)
    {
        if (one.Count == 0) return other;
        return other.Count == 0 ? one : new MergedList(one, other);
    }

    public static NodeList From(IEnumerable<Node> nodes) => new NodeArray([.. nodes]);
}

sealed class NodeArray(Node[] nodes) : NodeList
{
    public override int Count => nodes.Length;

    public override IEnumerable<Node> Slice(int start, int count) => nodes.Skip(start).Take(count);
}

sealed class IndexRange<TKey>(Graph graph, BTree<TKey, int> tree, int first, int length) : NodeList
    where TKey : struct, IComparable<TKey>
{
    public override int Count => length;

    public override IEnumerable<Node> Slice(int start, int count)
    {
        if (start >= length) yield break;
        foreach (var entry in tree.Slice(first + start, Math.Min(count, length - start))) yield return graph[entry.Value];
    }
}

sealed class LinkRange(Graph graph, BTree<LinkKey, LinkEnd> links, int first, int length) : NodeList
{
    public override int Count => length;

    public override IEnumerable<Node> Slice(int start, int count)
    {
        if (start >= length) yield break;
        foreach (var entry in links.Slice(first + start, Math.Min(count, length - start))) yield return graph[entry.Value.Node];
    }
}
