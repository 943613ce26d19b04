namespace Emulation.Graphs;

sealed partial class Graph
{
    /// <summary>The neighbours of a node in the order of <see cref="Relation.Hubs"/>; null when the node is not a hub.</summary>
    /// <param name="node">The node.</param>
    /// <param name="maxGroups">With more groups than this the result is null too, because finding each costs a descent.</param>
    public HubLists? HubListsOf(Node node, int maxGroups)
    {
        if (Schema.HubRelation is null || !IsHub(node.Key)) return null;
        var groups = new List<NodeList>();
        var first = _hubs.Rank(HubKey.First(node.Key, ""));
        var start = _hubs.Rank(HubKey.Last(node.Key, ""));
        var hubs = new IndexRange<HubKey>(this, _hubs, first, start - first);
        var end = _hubs.Rank(HubKey.First(node.Key + 1, ""));
        while (start < end)
        {
            if (groups.Count == maxGroups) return null;
            var next = _hubs.Rank(HubKey.Last(node.Key, _hubs.At(start).Key.Group));
            groups.Add(new IndexRange<HubKey>(this, _hubs, start, next - start));
            start = next;
        }
        return new HubLists(groups, hubs);
    }

    /// <summary>Every entry of every hub, in order.</summary>
    internal IEnumerable<(HubKey Key, int Value)> HubEntries => _hubs.Slice(0, _hubs.Count);

    /// <summary>Whether a node has more links of the schema's hub relation than others may have.</summary>
    internal bool IsHub(int key)
    {
        var relation = Schema.HubRelation!;
        var start = _links.Rank(new LinkKey(key, LinkKey.ListOf(relation.From.Code, 0), long.MinValue, long.MinValue));
        var last = start + relation.Hubs!.Most;
        if (last >= _links.Count) return false;
        var entry = _links.At(last).Key;
        return entry.Node == key && entry.Code <= relation.To.Code;
    }

    /// <summary>The neighbours of a node by the schema's hub relation; one that is linked in both directions is listed twice.</summary>
    internal IEnumerable<int> HubNeighbours(int key) =>
        LinksOf(key).Where(link => link.End.Relation == Schema.HubRelation).Select(link => link.Other);

    /// <summary>The entry of a hub for a neighbour; null when the node is not a hub, or the two are not linked.</summary>
    internal HubKey? HubKeyOf(int hub, int other)
    {
        if (hub == other || !IsHub(hub)) return null;
        return HubKeyOf(hub, other, IsHub(other));
    }

    private HubKey? HubKeyOf(int hub, int other, bool isOtherHub)
    {
        if (Find(hub) is not { } node || Find(other) is not { } linked) return null;
        var relation = Schema.HubRelation!;
        if (!IsLinked(node, relation.From, linked) && !IsLinked(node, relation.To, linked)) return null;
        if (isOtherHub) return new HubKey(hub, "", other, "");
        var (outgoing, incoming) = ViasBetween(node, linked);
        return KeyAt(hub, relation.Hubs!.PlaceOf(linked, outgoing, incoming));
    }

    /// <summary>The nodes with the data of the links from and to a hub.</summary>
    private (Node? Outgoing, Node? Incoming) ViasBetween(Node hub, Node other)
    {
        var relation = Schema.HubRelation!;
        return (ViaOf(FindLink(hub, relation.From, other)), ViaOf(FindLink(hub, relation.To, other)));
    }

    private Node? ViaOf(LinkEnd? link) => link is { Via: > 0 and var via } ? Find(via) : null;

    private static HubKey KeyAt(int hub, HubPlace place) => new(hub, place.Group, place.Order, place.Tie);

    /// <summary>This graph with the entries of hubs as they are after a link between two nodes was made or removed.</summary>
    private Graph AfterLink(Graph before, Relation relation, Node from, Node to)
    {
        if (relation != Schema.HubRelation) return this;
        var update = new HubUpdate(before, this, before._hubs);
        update.Node(from.Key);
        update.Node(to.Key);
        update.Pair(from.Key, to.Key);
        return WithHubs(update.Entries);
    }

    /// <summary>This graph with the entries of hubs as they are after a node was replaced or removed.</summary>
    private Graph AfterNode(Graph before, Node old)
    {
        if (Schema.HubRelation?.Hubs is not { } order) return this;
        if (order.IsEnd(old)) return Find(old.Key) is { } now && !IsHub(old.Key) ? WithHubs(Moved(old, now, order)) : this;
        if (order.EndsOf(before, old) is not var (from, to)) return this;
        var update = new HubUpdate(before, this, before._hubs);
        update.Pair(from.Key, to.Key);
        return WithHubs(update.Entries);
    }

    /// <summary>The entries of hubs with a replaced node, which is not a hub, at its new places.</summary>
    private BTree<HubKey, int> Moved(Node old, Node now, HubOrder order)
    {
        var entries = _hubs;
        foreach (var key in HubNeighbours(old.Key))
        {
            if (key == old.Key || !IsHub(key)) continue;
            var (outgoing, incoming) = ViasBetween(this[key], now);
            var (left, entered) = (order.PlaceOf(old, outgoing, incoming), order.PlaceOf(now, outgoing, incoming));
            if (left != entered) entries = entries.Remove(KeyAt(key, left)).Set(KeyAt(key, entered), now.Key);
        }
        return entries;
    }

    /// <summary>This graph with the entries of hubs as they are after many links were made.</summary>
    private Graph AfterBulk(Graph before, ValueList<Joined> linked)
    {
        if (Schema.HubRelation is null) return this;
        if (before._links.Count == 0) return WithHubs(HubsOf(linked));
        var update = new HubUpdate(before, this, before._hubs);
        for (var i = 0; i < linked.Count; i++)
        {
            var (from, relation, to, _) = linked.Items[i];
            if (relation != Schema.HubRelation) continue;
            update.Node(from.Key);
            update.Node(to.Key);
            update.Pair(from.Key, to.Key);
        }
        return WithHubs(update.Entries);
    }

    /// <summary>The entries of hubs when these are all links.</summary>
    private BTree<HubKey, int> HubsOf(ValueList<Joined> linked)
    {
        var degrees = new int[_lastKey + 1];
        for (var i = 0; i < linked.Count; i++)
        {
            var (from, relation, to, _) = linked.Items[i];
            if (relation != Schema.HubRelation) continue;
            degrees[from.Key]++;
            degrees[to.Key]++;
        }
        var most = Schema.HubRelation!.Hubs!.Most;
        var (keys, others) = (new ValueList<HubKey>(), new ValueList<int>());
        for (var i = 0; i < linked.Count; i++)
        {
            var (from, relation, to, _) = linked.Items[i];
            if (relation != Schema.HubRelation || from.Key == to.Key) continue;
            // Of two links between the same nodes, the one from the node with the lower key makes the entries.
            if (from.Key > to.Key && (degrees[from.Key] > most || degrees[to.Key] > most) && IsLinked(to, relation.From, from)) continue;
            Enter(from.Key, to.Key);
            Enter(to.Key, from.Key);
        }
        BTree<HubKey, int>.Sort(keys.Items, others.Items, 0, keys.Count);
        return BTree<HubKey, int>.FromSorted(keys.Items, others.Items, keys.Count);

        void Enter(int hub, int other)
        {
            if (degrees[hub] <= most) return;
            keys.Add(HubKeyOf(hub, other, degrees[other] > most)!.Value);
            others.Add(other);
        }
    }

    private Graph WithHubs(BTree<HubKey, int> hubs) => ReferenceEquals(hubs, _hubs)
        ? this
        : new Graph(Schema, _nodes, _kinds, _links, hubs, _linkCounts, _lastKey, Version, Lineage);
}
