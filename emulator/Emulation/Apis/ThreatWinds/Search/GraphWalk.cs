using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>A relation between two entities that were met.</summary>
readonly record struct Edge(Entity Source, Entity Target);

/// <summary>
/// Breadth first from one entity, whichever way relations point: each entity once at its shortest distance, the newest neighbours
/// first, at most so many of them; and every relation met on the way whose both ends are there.
/// </summary>
sealed class GraphWalk(Graph graph, IReadOnlyList<string> groups, int mostRelated)
{
    private readonly List<Entity> _nodes = [];
    private readonly HashSet<int> _known = [];
    private readonly List<Edge> _edges = [];
    private readonly HashSet<(int, int)> _joined = [];

    public IReadOnlyList<Entity> Nodes => _nodes;

    public IReadOnlyList<Edge> Edges => _edges;

    /// <summary>The root is the first node, and does not count as related.</summary>
    public void From(Entity root, int levels)
    {
        _known.Add(root.Key);
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
            if (!_known.Contains(other.Key))
            {
                if (_nodes.Count > mostRelated) continue;
                _known.Add(other.Key);
                _nodes.Add(other);
            }
            if (!_joined.Add((Math.Min(entity.Key, other.Key), Math.Max(entity.Key, other.Key)))) continue;
            // Stored both ways: from the one nearer to the root, which is the one that is expanded first.
            _edges.Add(neighbour.Outwards ? new Edge(entity, other) : new Edge(other, entity));
        }
    }
}
