using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>What somebody reports about one entity.</summary>
sealed record Report(EntityType Type, string Value, IReadOnlyList<EntityAttribute> Attributes)
{
    public int Reputation { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string> VisibleBy { get; init; } = [];

    public bool WellKnown { get; init; }
}

/// <summary>
/// One report is a record of the history and an update of the consolidated entity or relation (go-sdk entities/schema.go). How several
/// reports become one value is the reference's recommendation (4.4): the latest reputation, each further reporter makes it more certain.
/// </summary>
static class Reports
{
    private const int MostCertain = 3;
    private const int Best = 3;

    public static Graph Of(Graph graph, Report report, Guid user, long now, out Entity entity)
    {
        var id = Ids.OfEntity(report.Type.Name, report.Value);
        var old = Entity.Of(graph, id);
        entity = old is null ? Created(id, report, user, now) : Updated(old, report, user, now);
        var stored = old is null ? graph.Add(entity) : graph.Replace(old, entity);
        return stored.TakeId(EntityReport.NodeKind, out var number).Add(new EntityReport
        {
            Number = number,
            Id = Ids.OfRecord(EntityReport.NodeKind, number),
            At = now,
            EntityId = id,
            Type = report.Type.Name,
            UserId = user,
            Reputation = Judged(report, entity.WellKnown),
            Accuracy = entity.Accuracy,
            Attributes = report.Attributes,
            Tags = report.Tags,
            VisibleBy = report.VisibleBy,
            WellKnown = report.WellKnown,
        });
    }

    public static Graph OfRelation(Graph graph, Entity from, Entity to, RelationMode mode, IReadOnlyList<string> visibleBy, Guid user, long now)
    {
        var id = Ids.OfRelation(from.Id, to.Id);
        var old = StoredRelation.Of(graph, id);
        var relation = old is null
            ? new StoredRelation { Id = id, EntityId = from.Id, RelatedEntityId = to.Id, At = now, LastSeen = now, Mode = mode, VisibleBy = visibleBy }
            : old with { At = now, LastSeen = now, Version = old.Version + 1, Mode = mode, VisibleBy = Union(old.VisibleBy, visibleBy)! };
        var stored = old is null ? graph.Add(relation).Link(from, StoredRelation.Related, to, relation) : graph.Replace(old, relation);
        return stored.TakeId(RelationReport.NodeKind, out var number).Add(new RelationReport
        {
            Number = number,
            Id = Ids.OfRecord(RelationReport.NodeKind, number),
            At = now,
            RelationId = id,
            EntityId = from.Id,
            RelatedEntityId = to.Id,
            UserId = user,
            Mode = mode,
            VisibleBy = visibleBy,
        });
    }

    private static Entity Created(string id, Report report, Guid user, long now)
    {
        var reputation = Judged(report, report.WellKnown);
        return new Entity
        {
            Id = id,
            Type = report.Type.Name,
            At = now,
            LastSeen = now,
            FirstSeen = now,
            Reputation = reputation,
            BestReputation = reputation,
            WorstReputation = reputation,
            Accuracy = 1,
            WellKnown = report.WellKnown,
            Tags = report.Tags,
            VisibleBy = report.VisibleBy,
            Attributes = report.Attributes,
            Reporters = [user],
        };
    }

    private static Entity Updated(Entity old, Report report, Guid user, long now)
    {
        var wellKnown = old.WellKnown || report.WellKnown;
        var reputation = report.WellKnown ? Math.Max(0, old.Reputation) : Judged(report, wellKnown);
        var isNew = !old.Reporters.Contains(user);
        return old with
        {
            At = now,
            LastSeen = now,
            Version = old.Version + 1,
            Reputation = reputation,
            BestReputation = Math.Max(old.BestReputation, reputation),
            WorstReputation = wellKnown ? Math.Max(0, Math.Min(old.WorstReputation, reputation)) : Math.Min(old.WorstReputation, reputation),
            Accuracy = isNew ? Math.Min(MostCertain, old.Accuracy + 1) : old.Accuracy,
            Reporters = isNew && old.Reporters.Count < MostCertain ? [.. old.Reporters, user] : old.Reporters,
            WellKnown = wellKnown,
            Tags = Union(old.Tags, report.Tags),
            VisibleBy = Union(old.VisibleBy, report.VisibleBy)!,
            Attributes = Merged(old.Attributes, report.Attributes),
        };
    }

    // What is well known is never judged bad.
    private static int Judged(Report report, bool wellKnown)
    {
        if (report.WellKnown) return Best;
        var reputation = Math.Clamp(report.Reputation, -3, 3);
        return wellKnown ? Math.Max(0, reputation) : reputation;
    }

    private static IReadOnlyList<string>? Union(IReadOnlyList<string>? old, IReadOnlyList<string>? added)
    {
        if (old is null || added is null) return old ?? added;
        var union = old.Union(added, StringComparer.Ordinal).ToArray();
        return union.Length == old.Count ? old : union;
    }

    private static List<EntityAttribute> Merged(IReadOnlyList<EntityAttribute> old, IReadOnlyList<EntityAttribute> added)
    {
        var merged = old.ToList();
        foreach (var attribute in added)
        {
            var place = merged.FindIndex(known => string.Equals(known.Name, attribute.Name, StringComparison.Ordinal));
            if (place < 0) merged.Add(attribute);
            else merged[place] = attribute;
        }
        return merged;
    }
}
