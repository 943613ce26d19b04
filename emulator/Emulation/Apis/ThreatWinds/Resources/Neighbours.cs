using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>An entity that is related to another one, with the directions of the stored relations.</summary>
/// <param name="Entity">The related entity.</param>
/// <param name="Outgoing">A relation leads to the related entity.</param>
/// <param name="Incoming">A relation leads from the related entity.</param>
/// <param name="Modes">The modes of those relations.</param>
readonly record struct Neighbour(Entity Entity, bool Outgoing, bool Incoming, Modes Modes);

/// <summary>The modes of the relations between two entities.</summary>
[Flags]
enum Modes
{
    None = 0,
    Association = 1,
    Aggregation = 2,
}

/// <summary>
/// Finds the entities that are related to an entity, in either direction. The cost is proportional to the entity's degree.
/// </summary>
static class Neighbours
{
    /// <summary>
    /// Each related entity once, without the entity itself, if the groups can see both the relation and the related entity.
    /// </summary>
    public static List<Neighbour> Of(Graph graph, Entity entity, IReadOnlyList<string> groups)
    {
        var indexes = new Dictionary<int, int>();
        var found = new List<Neighbour>();
        foreach (var link in graph.LinksOf(entity.Key))
        {
            if (link.End.Relation != StoredRelation.Related || link.Other == entity.Key) continue;
            if (graph[link.Via] is not StoredRelation relation || !Callers.CanSee(groups, relation.VisibleBy)) continue;
            var outgoing = link.End.Code == StoredRelation.Related.From.Code;
            var mode = ModeOf(relation);
            if (indexes.TryGetValue(link.Other, out var index))
            {
                var known = found[index];
                found[index] = known with
                {
                    Outgoing = known.Outgoing | outgoing,
                    Incoming = known.Incoming | !outgoing,
                    Modes = known.Modes | mode,
                };
                continue;
            }
            if (graph[link.Other] is not Entity other || !Callers.CanSee(groups, other.VisibleBy)) continue;
            indexes.Add(link.Other, found.Count);
            found.Add(new Neighbour(other, outgoing, !outgoing, mode));
        }
        return found;
    }

    /// <summary>One related entity; null when the two are not related, or the groups cannot see the relation or the other entity.</summary>
    public static Neighbour? Find(Graph graph, Entity entity, Entity other, IReadOnlyList<string> groups)
    {
        if (entity.Key == other.Key || !Callers.CanSee(groups, other.VisibleBy)) return null;
        var outgoing = FindRelation(graph, entity, StoredRelation.Related.From, other, groups);
        var incoming = FindRelation(graph, entity, StoredRelation.Related.To, other, groups);
        if (outgoing is null && incoming is null) return null;
        return new Neighbour(other, outgoing is not null, incoming is not null, ModeOf(outgoing) | ModeOf(incoming));
    }

    private static StoredRelation? FindRelation(Graph graph, Entity entity, End end, Entity other, IReadOnlyList<string> groups)
    {
        if (graph.FindLink(entity, end, other) is not { } link || graph[link.Via] is not StoredRelation relation) return null;
        return Callers.CanSee(groups, relation.VisibleBy) ? relation : null;
    }

    private static Modes ModeOf(StoredRelation? relation) => relation?.Mode switch
    {
        null => Modes.None,
        RelationMode.Aggregation => Modes.Aggregation,
        RelationMode.Association => Modes.Association,
        var other => throw new InvalidOperationException($"Unknown mode {other} of a relation."),
    };
}
