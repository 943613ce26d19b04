namespace Emulation.Graphs;

/// <summary>
/// Bulk work on a graph: nodes and links are gathered and the indexes are built once, from sorted arrays, in <see cref="Build"/>.
/// What was added cannot be looked up before that.
/// </summary>
public sealed class GraphBuilder
{
    private readonly Graph _graph;
    private readonly List<Node> _nodes = [];
    private readonly List<(Node From, Relation Relation, Node To, Node? Via)> _links = [];
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

    /// <summary>Each pair once: linking the same two twice is an error here.</summary>
    public void Link(Node from, Relation relation, Node to, Node? via = null) => _links.Add((from, relation, to, via));

    /// <summary>The next vendor id of a kind.</summary>
    public long TakeId(Kind kind) => ++_lastIds[kind.Number];

    /// <summary>A vendor id that came with the data; later ids are above it.</summary>
    public void NoteId(Kind kind, long id) => _lastIds[kind.Number] = Math.Max(_lastIds[kind.Number], id);

    public Graph Build() => _graph.With(_nodes, _links, _lastIds, _lastKey);
}

public sealed partial class Graph
{
    internal int LastKey => _lastKey;

    /// <summary>Every entry of every list of links, in order.</summary>
    internal IEnumerable<(LinkKey Key, LinkEnd Value)> LinkEntries => _links.Slice(0, _links.Count);

    internal Graph With(List<Node> added, List<(Node From, Relation Relation, Node To, Node? Via)> linked, long[] lastIds, int lastKey)
    {
        var nodes = _nodes.ToBuilder();
        foreach (var node in added) nodes.Set(node.Key, node);
        var byKind = new List<Node>?[Schema.KindSlots];
        foreach (var node in added) (byKind[node.Kind.Number] ??= []).Add(node);

        var kinds = (KindState[])_kinds.Clone();
        var work = new List<Action>();
        foreach (var kind in Schema.Kinds)
        {
            var state = kinds[kind.Number];
            var mine = byKind[kind.Number] ?? [];
            var trees = (object[])state.Trees.Clone();
            if (mine.Count > 0)
            {
                for (var slot = 0; slot < trees.Length; slot++)
                {
                    var at = slot;
                    work.Add(() => trees[at] = kind.Indexes[at].Build(state.Trees[at], mine));
                }
            }
            kinds[kind.Number] = new KindState(trees, state.Count + mine.Count, lastIds[kind.Number]);
        }
        var links = _links;
        var counts = (int[])_linkCounts.Clone();
        work.Add(() => links = Linked(linked, counts));
        Parallel.Invoke([.. work]);
        return new Graph(Schema, nodes.ToImmutable(), kinds, links, counts, lastKey, Version + 1);
    }

    private BTree<LinkKey, LinkEnd> Linked(List<(Node From, Relation Relation, Node To, Node? Via)> linked, int[] counts)
    {
        var keys = new List<LinkKey>(linked.Count * 4);
        var ends = new List<LinkEnd>(linked.Count * 4);
        foreach (var (from, relation, to, via) in linked)
        {
            counts[relation.Number]++;
            foreach (var key in Entries(from, relation.From, to)) { keys.Add(key); ends.Add(new LinkEnd(to.Key, via?.Key ?? 0)); }
            foreach (var key in Entries(to, relation.To, from)) { keys.Add(key); ends.Add(new LinkEnd(from.Key, via?.Key ?? 0)); }
        }
        var (sortedKeys, sortedEnds) = (keys.ToArray(), ends.ToArray());
        Array.Sort(sortedKeys, sortedEnds);
        if (_links.Count == 0) return BTree<LinkKey, LinkEnd>.FromSorted(sortedKeys, sortedEnds);
        var builder = _links.ToBuilder();
        for (var i = 0; i < sortedKeys.Length; i++) builder.Set(sortedKeys[i], sortedEnds[i]);
        return builder.ToImmutable();
    }
}
