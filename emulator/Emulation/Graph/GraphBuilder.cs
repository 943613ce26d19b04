namespace Emulation.Graphs;

/// <summary>A link that is to be made.</summary>
readonly record struct Joined(Node From, Relation Relation, Node To, Node? Via);

/// <summary>
/// Bulk work on a graph: nodes and links are collected and the indexes are built once, from sorted arrays, in <see cref="Build"/>.
/// What was added cannot be looked up before that.
/// </summary>
sealed class GraphBuilder
{
    private readonly Graph _graph;
    private readonly List<Node> _nodes = [];
    private readonly ValueList<Joined> _links = new();
    private readonly long[] _lastIds;
    private int _lastKey;

    public GraphBuilder(Graph graph)
    {
        _graph = graph;
        _lastKey = graph.LastKey;
        _lastIds = new long[graph.Schema.KindSlots];
        foreach (var kind in graph.Schema.Kinds) _lastIds[kind.Number] = graph.LastId(kind);
    }

    /// <summary>What was added so far, in order.</summary>
    public IReadOnlyList<Node> Added => _nodes;

    public TNode Add<TNode>(TNode node) where TNode : Node
    {
        if (node.Key != 0) throw new InvalidOperationException($"Node {node.Key} ({node.Kind.Name}) was added before.");
        node.Key = ++_lastKey;
        _nodes.Add(node);
        return node;
    }

    /// <summary>A node with the key that it has in the graph that is built again.</summary>
    public void Put(Node node, int key)
    {
        if (node.Key != 0) throw new InvalidOperationException($"Node {node.Key} ({node.Kind.Name}) was added before.");
        node.Key = key;
        _lastKey = Math.Max(_lastKey, key);
        _nodes.Add(node);
    }

    /// <summary>Each pair once: linking the same two twice is an error here.</summary>
    public void Link(Node from, Relation relation, Node to, Node? via = null) => _links.Add(new(from, relation, to, via));

    /// <summary>Adds everything of a part, in its order.</summary>
    public void Add(GraphPart part)
    {
        foreach (var node in part.Nodes) Add(node);
        for (var i = 0; i < part.Links.Count; i++) _links.Add(part.Links.Items[i]);
        foreach (var (kind, id) in part.LastIds) NoteId(kind, id);
    }

    /// <summary>The next vendor id of a kind.</summary>
    public long TakeId(Kind kind) => ++_lastIds[kind.Number];

    /// <summary>A vendor id that came with the data; later ids are above it.</summary>
    public void NoteId(Kind kind, long id) => _lastIds[kind.Number] = Math.Max(_lastIds[kind.Number], id);

    public Graph Build() => _graph.With(_nodes, _links, _lastIds, _lastKey);
}
