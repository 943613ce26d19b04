namespace Emulation.Graphs;

/// <summary>
/// The data at one moment: nodes, links between them, and ordered indexes. A value: every change gives a new graph that shares
/// what did not change, so keeping an old one costs nothing and reading one needs no lock.
/// </summary>
sealed partial class Graph
{
    private readonly Table<Node> _nodes;
    private readonly KindState[] _kinds;
    private readonly BTree<LinkKey, LinkEnd> _links;
    private readonly BTree<HubKey, int> _hubs;
    private readonly int[] _linkCounts;
    private readonly int _lastKey;

    private Graph(
        Schema schema,
        Table<Node> nodes,
        KindState[] kinds,
        BTree<LinkKey, LinkEnd> links,
        BTree<HubKey, int> hubs,
        int[] linkCounts,
        int lastKey,
        long version,
        object lineage)
    {
        Schema = schema;
        _nodes = nodes;
        _kinds = kinds;
        _links = links;
        _hubs = hubs;
        _linkCounts = linkCounts;
        _lastKey = lastKey;
        Version = version;
        Lineage = lineage;
    }

    public Schema Schema { get; }

    /// <summary>How many changes lie between the empty graph and this one.</summary>
    public long Version { get; }

    /// <summary>The same for all graphs that were made from one empty graph: two of them share what is the same in both.</summary>
    internal object Lineage { get; }

    public static Graph Empty(Schema schema)
    {
        var kinds = new KindState[schema.KindSlots];
        foreach (var kind in schema.Kinds) kinds[kind.Number] = new KindState([.. kind.Indexes.Select(index => index.Empty)], 0, 0);
        var (links, hubs) = (BTree<LinkKey, LinkEnd>.Empty, BTree<HubKey, int>.Empty);
        return new Graph(schema, Table<Node>.Empty, kinds, links, hubs, new int[schema.RelationSlots], 0, 0, new object());
    }

    public Node? Find(int key) => _nodes.Get(key);

    /// <summary>The node under a key that came from this graph's own indexes or links.</summary>
    public Node this[int key] => _nodes.Get(key)
        ?? throw new InvalidOperationException($"Key {key} names a node that is not in the graph.");

    /// <summary>The nodes of all kinds in the order in which they were added: the fastest way to read all of them.</summary>
    public Table<Node> AllNodes => _nodes;

    /// <summary>How many nodes of all kinds there are.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>How many links of all relations there are.</summary>
    public int LinkCount => _linkCounts.Sum();

    /// <summary>How many nodes of a kind there are.</summary>
    public int Count(Kind kind) => _kinds[kind.Number].Count;

    /// <summary>How many links of a relation there are; each counts once.</summary>
    public int Count(Relation relation) => _linkCounts[relation.Number];

    /// <summary>The last vendor id that was given to a kind; ids that came with the data count.</summary>
    public long LastId(Kind kind) => _kinds[kind.Number].LastId;

    /// <summary>The entries of an index, in order.</summary>
    public BTree<TKey, int> Of<TKey>(Index<TKey> index) where TKey : struct, IComparable<TKey> =>
        (BTree<TKey, int>)_kinds[index.KindNumber].Trees[index.Slot];

    /// <summary>The node with exactly this key in an index, or null. O(log n).</summary>
    public TNode? Find<TNode, TKey>(Index<TKey> index, TKey key) where TNode : Node where TKey : struct, IComparable<TKey> =>
        Of(index).TryGet(key, out var node) ? (TNode)this[node] : null;

    /// <summary>All nodes of an index from <paramref name="first"/> (inclusive) up to <paramref name="end"/> (exclusive).</summary>
    public NodeList Between<TKey>(Index<TKey> index, TKey first, TKey end) where TKey : struct, IComparable<TKey>
    {
        var tree = Of(index);
        var start = tree.Rank(first);
        return new IndexRange<TKey>(this, tree, start, Math.Max(0, tree.Rank(end) - start));
    }

    /// <summary>All nodes of an index.</summary>
    public NodeList All<TKey>(Index<TKey> index) where TKey : struct, IComparable<TKey>
    {
        var tree = Of(index);
        return new IndexRange<TKey>(this, tree, 0, tree.Count);
    }

    /// <summary>What a node is linked to, in served order; <paramref name="type"/> 0 is all of them.</summary>
    public NodeList Linked(Node node, End end, int type = 0)
    {
        var wanted = type == 0 ? Lists.All : Lists.Typed;
        if (!end.Lists.HasFlag(wanted)) throw new InvalidOperationException($"{end} keeps no list {wanted}.");
        return ListOf(node, end, type);
    }

    /// <summary>What a node of a class is linked to, in served order, whatever its type.</summary>
    public NodeList LinkedOfClass(Node node, End end, int linkClass)
    {
        if (!end.Lists.HasFlag(Lists.Classed)) throw new InvalidOperationException($"{end} keeps no list {Lists.Classed}.");
        return ListOf(node, end, LinkKey.FirstClass + linkClass);
    }

    /// <summary>The link from one node to another, if there is one.</summary>
    public LinkEnd? FindLink(Node node, End end, Node other)
    {
        return _links.TryGet(KeyOf(node, end, PrimaryList(end, other), other), out var found) && found.Node == other.Key ? found : null;
    }

    public bool IsLinked(Node node, End end, Node other) => FindLink(node, end, other) is not null;

    /// <summary>The list of an end in which each link is met once.</summary>
    private static int PrimaryList(End end, Node other)
    {
        if (end.Lists.HasFlag(Lists.All)) return 0;
        return end.Lists.HasFlag(Lists.Typed) ? other.LinkType : LinkKey.FirstClass + other.LinkClass;
    }

    private LinkRange ListOf(Node node, End end, int list)
    {
        var start = _links.Rank(LinkKey.First(node.Key, end.Code, list));
        var stop = _links.Rank(LinkKey.Last(node.Key, end.Code, list));
        return new LinkRange(this, _links, start, stop - start);
    }

    private static LinkKey KeyOf(Node node, End end, int type, Node other) =>
        new(node.Key, LinkKey.ListOf(end.Code, type), other.LinkOrder, other.LinkTie);

    internal readonly record struct KindState(IndexTree[] Trees, int Count, long LastId);
}
