namespace Emulation.Graphs;

sealed partial class Graph
{
    internal static IEnumerable<NodeChange> NodeDifferences(Graph old, Graph now) =>
        Table<Node>.Differences(old._nodes, now._nodes).Select(change => new NodeChange(change.Id, change.Old, change.Now));

    /// <summary>Links as their first end has them, in its main list; each once.</summary>
    internal static IEnumerable<(LinkChange Link, bool Was, bool Is)> LinkDifferences(Graph old, Graph now)
    {
        var (was, isThere) = (new Dictionary<(int, int, int), LinkChange>(), new Dictionary<(int, int, int), LinkChange>());
        foreach (var entry in BTree<LinkKey, LinkEnd>.Differences(old._links, now._links))
        {
            var end = now.Schema.EndOf(entry.Key.Code);
            if (!IsPrimary(entry.Key.Type, end.Lists) || end.Code != end.Relation.From.Code) continue;
            if (entry.WasThere) Note(was, entry.Key.Node, end.Relation, entry.Old);
            if (entry.IsThere) Note(isThere, entry.Key.Node, end.Relation, entry.Now);
        }
        // An entry moves when what orders it changes; the link is the same.
        foreach (var (ends, link) in was)
            if (!isThere.ContainsKey(ends)) yield return (link, true, false);
        foreach (var (ends, link) in isThere)
            if (!was.TryGetValue(ends, out var before) || before != link) yield return (link, was.ContainsKey(ends), true);

        static void Note(Dictionary<(int, int, int), LinkChange> links, int node, Relation relation, LinkEnd end)
        {
            // Symmetric relations have an entry at both ends.
            if (relation.Symmetric && node > end.Node) return;
            links[(node, relation.Number, end.Node)] = new LinkChange(node, relation, end.Node, end.Via);
        }
    }

    /// <summary>A graph with a node that has its key already.</summary>
    internal Graph Put(Node node)
    {
        if (node.Key == 0 || Find(node.Key) is not null)
            throw new InvalidOperationException($"Node {node.Key} has no key, or one that is used.");
        return Insert(node);
    }

    /// <summary>Every link, as its first end has it; each once.</summary>
    internal IEnumerable<LinkChange> Links()
    {
        foreach (var (key, end) in LinkEntries)
        {
            var from = Schema.EndOf(key.Code);
            if (!IsPrimary(key.Type, from.Lists) || from.Code != from.Relation.From.Code) continue;
            if (from.Relation.Symmetric && key.Node > end.Node) continue;
            yield return new LinkChange(key.Node, from.Relation, end.Node, end.Via);
        }
    }

    /// <summary>The graph with the counters of another one that has the same nodes and links.</summary>
    internal Graph WithCounters(long version, int lastKey) =>
        new(Schema, _nodes, _kinds, _links, _hubs, _linkCounts, lastKey, version, Lineage);

    internal Graph WithLastId(Kind kind, long id) => With(_nodes, kind, _kinds[kind.Number] with { LastId = id });
}
