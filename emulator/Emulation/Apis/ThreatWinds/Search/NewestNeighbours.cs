using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// The entities related to a well-connected entity, newest first, counted and sliced without reading them all. Only those that are
/// well-connected themselves are read and sorted.
/// </summary>
static class NewestNeighbours
{
    // With more audiences than this, reading all related entities is cheaper than merging the lists of the audiences.
    private const int MaxAudiences = 16;

    /// <summary>Null when the entity has so few relations that its related entities are not kept in order.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="groups">The groups that must see a relation and the related entity.</param>
    /// <param name="requested">Groups of which one more must see the related entity.</param>
    public static NodeList? Of(Graph graph, Entity entity, IReadOnlyList<string> groups, IReadOnlyList<string> requested)
    {
        if (graph.HubListsOf(entity, MaxAudiences) is not { } lists) return null;
        // All entities of an audience are visible to the same callers.
        var visible = lists.Groups.Where(list => IsVisible(list.Slice(0, 1).First())).ToList();
        var hubs = lists.Hubs.All().Where(IsVisible).ToArray();
        Array.Sort(hubs, ByNewest);
        if (hubs.Length > 0) visible.Add(NodeList.From(hubs));
        return new SortedUnion(visible, ByNewest);

        bool IsVisible(Node node) =>
            node is Entity other && Callers.CanSee(requested, other.VisibleBy) && Neighbours.Find(graph, entity, other, groups) is not null;
    }

    private static int ByNewest(Node left, Node right) => Sorting.ByNewest((Entity)left, (Entity)right);
}
