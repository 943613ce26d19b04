using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A relation between two visited entities.</summary>
readonly record struct Edge(Entity Source, Entity Target);

/// <summary>
/// A breadth-first traversal from one entity, in both directions of relations: each entity once at its shortest distance, newest
/// neighbours first, up to a maximum, with every relation between two visited entities that was found on the way.
/// </summary>
sealed class GraphWalk(Graph graph, IReadOnlyList<string> groups, int maxRelated)
{
    private readonly List<Entity> _nodes = [];
    private readonly HashSet<int> _visited = [];
    private readonly List<Edge> _edges = [];
    private readonly HashSet<(int, int)> _joined = [];

    public IReadOnlyList<Entity> Nodes => _nodes;

    public IReadOnlyList<Edge> Edges => _edges;

    /// <summary>The root is the first node and does not count towards the maximum.</summary>
    public void From(Entity root, int levels)
    {
        _visited.Add(root.Key);
        _nodes.Add(root);
        var first = 0;
        for (var level = 0; level < levels && first < _nodes.Count; level++)
        {
            var end = _nodes.Count;
            for (; first < end; first++) Expand(_nodes[first]);
        }
    }

    private void Expand(Entity entity)
    {
        var neighbours = Neighbours.Of(graph, entity, groups);
        neighbours.Sort(static (left, right) => Sorting.ByNewest(left.Entity, right.Entity));
        foreach (var neighbour in neighbours)
        {
            var other = neighbour.Entity;
            if (!_visited.Contains(other.Key))
            {
                if (_nodes.Count > maxRelated) continue;
                _visited.Add(other.Key);
                _nodes.Add(other);
            }
            if (!_joined.Add((Math.Min(entity.Key, other.Key), Math.Max(entity.Key, other.Key)))) continue;
            // A relation stored in both directions leads from the entity nearer to the root, which is expanded first.
            _edges.Add(neighbour.Outgoing ? new Edge(entity, other) : new Edge(other, entity));
        }
    }
}
