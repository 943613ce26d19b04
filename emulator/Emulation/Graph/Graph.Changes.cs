namespace Emulation.Graphs;

sealed partial class Graph
{
    /// <summary>A graph with one more node; the node's key is set. O(indexes × log n).</summary>
    public Graph Add(Node node)
    {
        if (node.Key != 0) throw new InvalidOperationException($"Node {node.Key} ({node.Kind.Name}) was added before.");
        node.Key = _lastKey + 1;
        return Insert(node);
    }

    /// <summary>A graph in which <paramref name="now"/> has the key and the links of <paramref name="old"/>.</summary>
    public Graph Replace(Node old, Node now)
    {
        if (!ReferenceEquals(_nodes.Get(old.Key), old))
            throw new InvalidOperationException($"Node {old.Key} is not the graph's own, or not its latest.");
        if (old.Kind != now.Kind) throw new InvalidOperationException($"A {old.Kind.Name} cannot become a {now.Kind.Name}.");
        now.Key = old.Key;
        var state = _kinds[old.Kind.Number];
        var trees = Each(state, old.Kind, (index, tree) => index.Replace(tree, old, now));
        var next = With(_nodes.Set(now.Key, now), old.Kind, state with { Trees = trees });
        var moved = (old.LinkType, old.LinkClass, old.LinkOrder, old.LinkTie) != (now.LinkType, now.LinkClass, now.LinkOrder, now.LinkTie);
        return (moved ? next.WithLinks(Relinked(old, now)) : next).AfterNode(this, old);
    }

    /// <summary>A graph without a node and without its links. Costs the node's degree.</summary>
    public Graph Remove(Node node)
    {
        if (!ReferenceEquals(_nodes.Get(node.Key), node))
            throw new InvalidOperationException($"Node {node.Key} is not the graph's own, or not its latest.");
        var cleared = LinksOf(node.Key).Aggregate(this, (graph, link) => graph.Unlink(link));
        var state = cleared._kinds[node.Kind.Number];
        var trees = Each(state, node.Kind, (index, tree) => index.Remove(tree, node));
        var next = cleared.With(cleared._nodes.Set(node.Key, null), node.Kind, state with { Trees = trees, Count = state.Count - 1 });
        return next.AfterNode(cleared, node);
    }

    /// <summary>A graph in which two nodes are linked. Linking twice replaces the data of the link and nothing else.</summary>
    /// <param name="from">The end that reads <see cref="Relation.From"/>.</param>
    /// <param name="relation">How they are linked.</param>
    /// <param name="to">The end that reads <see cref="Relation.To"/>.</param>
    /// <param name="via">The node that holds the data of the link, if any.</param>
    public Graph Link(Node from, Relation relation, Node to, Node? via = null)
    {
        if (relation.Symmetric && from.Key == to.Key)
            throw new InvalidOperationException($"Node {from.Key} cannot be linked to itself by {relation.Name}.");
        var count = IsLinked(from, relation.From, to) ? 0 : 1;
        var links = Enter(Enter(_links, from, relation.From, to, via), to, relation.To, from, via);
        return WithLinks(links, relation, count).AfterLink(this, relation, from, to);
    }

    /// <summary>A graph in which two nodes are not linked; this graph if they were not.</summary>
    public Graph Unlink(Node from, Relation relation, Node to)
    {
        if (!IsLinked(from, relation.From, to)) return this;
        var links = Leave(Leave(_links, from, relation.From, to), to, relation.To, from);
        return WithLinks(links, relation, -1).AfterLink(this, relation, from, to);
    }

    /// <summary>A graph in which the next vendor id of a kind is taken.</summary>
    public Graph TakeId(Kind kind, out long id)
    {
        var state = _kinds[kind.Number];
        id = state.LastId + 1;
        return With(_nodes, kind, state with { LastId = id });
    }

    /// <summary>Every link of a node, each once, whatever the relation.</summary>
    public IEnumerable<Linking> LinksOf(int key)
    {
        var start = _links.Rank(new LinkKey(key, int.MinValue, 0, 0));
        var stop = _links.Rank(new LinkKey(key + 1, int.MinValue, 0, 0));
        foreach (var entry in _links.Slice(start, stop - start))
        {
            var end = Schema.EndOf(entry.Key.Code);
            if (IsPrimary(entry.Key.Type, end.Lists)) yield return new Linking(key, end, entry.Value.Node, entry.Value.Via);
        }
    }

    /// <summary>Whether a list is the one of its end's lists in which each link is met once.</summary>
    private static bool IsPrimary(int list, Lists lists)
    {
        if (lists.HasFlag(Lists.All)) return list == 0;
        return lists.HasFlag(Lists.Typed) ? list < LinkKey.FirstClass : list >= LinkKey.FirstClass;
    }

    private Graph Unlink(Linking link)
    {
        var (node, other) = (this[link.Node], this[link.Other]);
        var forward = link.End.Code == link.End.Relation.From.Code;
        return forward ? Unlink(node, link.End.Relation, other) : Unlink(other, link.End.Relation, node);
    }

    private BTree<LinkKey, LinkEnd> Relinked(Node old, Node now)
    {
        var links = _links.ToBuilder();
        foreach (var link in LinksOf(old.Key))
        {
            var other = this[link.Other];
            foreach (var key in Entries(other, link.End.Other, old)) links.Remove(key);
            foreach (var key in Entries(other, link.End.Other, now)) links.Set(key, new LinkEnd(now.Key, link.Via));
        }
        return links.ToImmutable();
    }

    private static BTree<LinkKey, LinkEnd> Enter(BTree<LinkKey, LinkEnd> links, Node node, End end, Node other, Node? via)
    {
        foreach (var key in Entries(node, end, other)) links = links.Set(key, new LinkEnd(other.Key, via?.Key ?? 0));
        return links;
    }

    private static BTree<LinkKey, LinkEnd> Leave(BTree<LinkKey, LinkEnd> links, Node node, End end, Node other)
    {
        foreach (var key in Entries(node, end, other)) links = links.Remove(key);
        return links;
    }

    internal static IEnumerable<LinkKey> Entries(Node node, End end, Node other)
    {
        if (end.Lists.HasFlag(Lists.All)) yield return KeyOf(node, end, 0, other);
        if (end.Lists.HasFlag(Lists.Typed)) yield return KeyOf(node, end, other.LinkType, other);
        if (end.Lists.HasFlag(Lists.Classed)) yield return KeyOf(node, end, LinkKey.FirstClass + other.LinkClass, other);
    }

    private Graph Insert(Node node)
    {
        var state = _kinds[node.Kind.Number];
        var trees = Each(state, node.Kind, (index, tree) => index.Add(tree, node));
        var next = state with { Trees = trees, Count = state.Count + 1 };
        return With(_nodes.Set(node.Key, node), node.Kind, next, lastKey: Math.Max(_lastKey, node.Key));
    }

    private static IndexTree[] Each(KindState state, Kind kind, Func<Index, IndexTree, IndexTree> change)
    {
        var trees = new IndexTree[state.Trees.Length];
        for (var slot = 0; slot < trees.Length; slot++) trees[slot] = change(kind.Indexes[slot], state.Trees[slot]);
        return trees;
    }

    private Graph With(Table<Node> nodes, Kind kind, KindState state, int? lastKey = null)
    {
        var kinds = (KindState[])_kinds.Clone();
        kinds[kind.Number] = state;
        return new Graph(Schema, nodes, kinds, _links, _hubs, _linkCounts, lastKey ?? _lastKey, Version + 1, Lineage);
    }

    private Graph WithLinks(BTree<LinkKey, LinkEnd> links, Relation? relation = null, int count = 0)
    {
        var counts = _linkCounts;
        if (relation is not null && count != 0)
        {
            counts = (int[])counts.Clone();
            counts[relation.Number] += count;
        }
        return new Graph(Schema, _nodes, _kinds, links, _hubs, counts, _lastKey, Version + 1, Lineage);
    }
}

/// <summary>A link as one of its nodes sees it.</summary>
readonly record struct Linking(int Node, End End, int Other, int Via);
