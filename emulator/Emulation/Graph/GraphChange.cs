namespace Emulation.Graphs;

/// <summary>
/// What two graphs do not share: the nodes and links that were put and removed, and the last ids. Found in time proportional to the change
/// when one graph was made from the other, whatever their size.
/// </summary>
/// <param name="Nodes">By key; a node that was replaced is in both.</param>
/// <param name="Removed">Links that only the old graph has, each once.</param>
/// <param name="Put">Links that only the new graph has, or whose node between the two differs; each once.</param>
/// <param name="LastIds">Kinds whose last id differs, with the new one.</param>
sealed record GraphChange(
    IReadOnlyList<NodeChange> Nodes,
    IReadOnlyList<LinkChange> Removed,
    IReadOnlyList<LinkChange> Put,
    IReadOnlyList<(Kind Kind, long LastId)> LastIds)
{
    public static GraphChange Between(Graph old, Graph now)
    {
        if (old.Schema != now.Schema) throw new InvalidOperationException("The graphs do not have the same kinds.");
        var nodes = Graph.NodeDifferences(old, now).ToArray();
        var (removed, put) = (new List<LinkChange>(), new List<LinkChange>());
        foreach (var (link, was, isThere) in Graph.LinkDifferences(old, now))
        {
            if (was && !isThere) removed.Add(link);
            if (isThere) put.Add(link);
        }
        var changed = now.Schema.Kinds.Where(kind => old.LastId(kind) != now.LastId(kind));
        var lastIds = changed.Select(kind => (kind, now.LastId(kind))).ToArray();
        return new GraphChange(nodes, removed, put, lastIds);
    }

    /// <summary>The new graph, from the old one.</summary>
    public Graph Apply(Graph old)
    {
        var graph = old;
        foreach (var link in Removed) graph = graph.Unlink(graph[link.From], link.Relation, graph[link.To]);
        foreach (var node in Nodes)
        {
            if (node.Now is null) graph = graph.Remove(graph[node.Key]);
            else if (node.Old is null) graph = graph.Put(node.Now);
            else graph = graph.Replace(graph[node.Key], node.Now);
        }
        foreach (var link in Put)
            graph = graph.Link(graph[link.From], link.Relation, graph[link.To], link.Via == 0 ? null : graph[link.Via]);
        foreach (var (kind, id) in LastIds) graph = graph.WithLastId(kind, id);
        return graph;
    }
}

/// <summary>A node under its key: added where there is no old one, removed where there is no new one.</summary>
readonly record struct NodeChange(int Key, Node? Old, Node? Now);

/// <summary>A link by the keys of its ends, and of the node that holds its data (0: none).</summary>
readonly record struct LinkChange(int From, Relation Relation, int To, int Via);
