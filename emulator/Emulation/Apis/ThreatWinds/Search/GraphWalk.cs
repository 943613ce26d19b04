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

    private bool IsFull => _nodes.Count > maxRelated;

    private void Expand(Entity entity)
    {
        if (NewestNeighbours.Of(graph, entity, groups, groups) is { } newest)
        {
            ExpandHub(entity, newest);
            return;
        }
        var neighbours = Neighbours.Of(graph, entity, groups);
        neighbours.Sort(static (left, right) => Sorting.ByNewest(left.Entity, right.Entity));
        foreach (var neighbour in neighbours)
            if (Visit(neighbour.Entity)) Join(entity, neighbour);
    }

    /// <summary>Reads neighbours until the walk is full; from then on only visited entities matter, and those are looked up.</summary>
    private void ExpandHub(Entity entity, NodeList newest)
    {
        var read = 0;
        Entity? last = null;
        foreach (var node in newest.All())
        {
            if (IsFull && newest.Count - read > _nodes.Count)
            {
                JoinVisited(entity, last);
                return;
            }
            (read, last) = (read + 1, (Entity)node);
            if (Visit(last)) Join(entity, Neighbours.Find(graph, entity, last, groups)!.Value);
        }
    }

    /// <summary>Joins an entity with its visited neighbours after one of them, newest first.</summary>
    private void JoinVisited(Entity entity, Entity? last)
    {
        var later = _nodes.FindAll(node => last is null || Sorting.ByNewest(last, node) < 0);
        later.Sort(Sorting.ByNewest);
        foreach (var other in later)
            if (Neighbours.Find(graph, entity, other, groups) is { } neighbour) Join(entity, neighbour);
    }

    /// <summary>Whether an entity was visited before or is visited now, which it is not when the walk is full.</summary>
    private bool Visit(Entity entity)
    {
        if (_visited.Contains(entity.Key)) return true;
        if (IsFull) return false;
        _visited.Add(entity.Key);
        _nodes.Add(entity);
        return true;
    }

    private void Join(Entity entity, Neighbour neighbour)
    {
        var other = neighbour.Entity;
        if (!_joined.Add((Math.Min(entity.Key, other.Key), Math.Max(entity.Key, other.Key)))) return;
        // A relation stored in both directions leads from the entity nearer to the root, which is expanded first.
        _edges.Add(neighbour.Outgoing ? new Edge(entity, other) : new Edge(other, entity));
    }
}
