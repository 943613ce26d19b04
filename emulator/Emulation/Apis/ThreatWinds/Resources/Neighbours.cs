using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>An entity beside another one, and how the stored relations between them point.</summary>
/// <param name="Entity">The other entity.</param>
/// <param name="Outwards">A relation leads from here to there.</param>
/// <param name="Inwards">A relation leads from there to here.</param>
/// <param name="Modes">The modes of those relations.</param>
readonly record struct Neighbour(Entity Entity, bool Outwards, bool Inwards, Modes Modes);

/// <summary>Which modes the relations of a pair have.</summary>
[Flags]
enum Modes
{
    None = 0,
    Association = 1,
    Aggregation = 2,
}

/// <summary>Who stands next to an entity, whichever way the relation was stored. Costs the entity's degree.</summary>
static class Neighbours
{
    /// <summary>Each once, never the entity itself; only what these groups see: the relation, and the entity behind it.</summary>
    public static List<Neighbour> Of(Graph graph, Entity entity, IReadOnlyList<string> groups)
    {
        var places = new Dictionary<int, int>();
        var found = new List<Neighbour>();
        foreach (var link in graph.LinksOf(entity.Key))
        {
            if (link.End.Relation != StoredRelation.Related || link.Other == entity.Key) continue;
            if (graph[link.Via] is not StoredRelation relation || !Callers.Sees(groups, relation.VisibleBy)) continue;
            var outwards = link.End.Code == StoredRelation.Related.From.Code;
            var mode = relation.Mode == RelationMode.Aggregation ? Modes.Aggregation : Modes.Association;
            if (places.TryGetValue(link.Other, out var place))
            {
                var known = found[place];
                found[place] = known with { Outwards = known.Outwards | outwards, Inwards = known.Inwards | !outwards, Modes = known.Modes | mode };
                continue;
            }
            if (graph[link.Other] is not Entity other || !Callers.Sees(groups, other.VisibleBy)) continue;
            places.Add(link.Other, found.Count);
            found.Add(new Neighbour(other, outwards, !outwards, mode));
        }
        return found;
    }
}
