using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Resources;

/// <summary>A report about one entity.</summary>
sealed record Report(EntityType Type, string Value, IReadOnlyList<EntityAttribute> Attributes)
{
    public int Reputation { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string> VisibleBy { get; init; } = [];

    public bool WellKnown { get; init; }
}

/// <summary>
/// Stores reports. A report adds a record to the history and updates the consolidated entity or relation (go-sdk entities/schema.go): the
/// reputation is the latest one, and each further reporter increases the accuracy.
/// </summary>
static class Reports
{
    private const int MaxAccuracy = 3;
    private const int BestReputation = 3;

    public static Graph Add(Graph graph, Report report, Guid user, long now, out Entity entity)
    {
        var id = Ids.OfEntity(report.Type.Name, report.Value);
        var existing = Entity.Of(graph, id);
        entity = existing is null ? Created(id, report, user, now) : Updated(existing, report, user, now);
        var stored = existing is null ? graph.Add(entity) : graph.Replace(existing, entity);
        return stored.TakeId(EntityReport.NodeKind, out var number).Add(new EntityReport
        {
            Number = number,
            UserId = user,
            Reported = existing is null ? entity : Reported(entity, report),
        });
    }

    private static Entity Reported(Entity entity, Report report) => entity with
    {
        Reputation = ReputationOf(report, entity.WellKnown),
        Attributes = report.Attributes,
        Tags = report.Tags,
        VisibleBy = report.VisibleBy,
        WellKnown = report.WellKnown,
    };

    public static Graph AddRelation(
        Graph graph, Entity from, Entity to, RelationMode mode, IReadOnlyList<string> visibleBy, Guid user, long now)
    {
        var id = Ids.OfRelation(from.Id, to.Id);
        var existing = StoredRelation.Of(graph, id);
        var relation = existing is null
            ? new StoredRelation
            {
                Id = id, EntityId = from.Id, RelatedEntityId = to.Id, At = now, LastSeen = now, Mode = mode, VisibleBy = visibleBy,
            }
            : existing with
            {
                At = now, LastSeen = now, Version = existing.Version + 1, Mode = mode, VisibleBy = Union(existing.VisibleBy, visibleBy)!,
            };
        var stored = existing is null
            ? graph.Add(relation).Link(from, StoredRelation.Related, to, relation)
            : graph.Replace(existing, relation);
        return stored.TakeId(RelationReport.NodeKind, out var number).Add(new RelationReport
        {
            Number = number,
            UserId = user,
            Reported = existing is null ? relation : relation with { VisibleBy = visibleBy },
        });
    }

    private static Entity Created(string id, Report report, Guid user, long now)
    {
        var reputation = ReputationOf(report, report.WellKnown);
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

    private static Entity Updated(Entity existing, Report report, Guid user, long now)
    {
        var wellKnown = existing.WellKnown || report.WellKnown;
        var reputation = report.WellKnown ? Math.Max(0, existing.Reputation) : ReputationOf(report, wellKnown);
        var isNew = !existing.Reporters.Contains(user);
        return existing with
        {
            At = now,
            LastSeen = now,
            Version = existing.Version + 1,
            Reputation = reputation,
            BestReputation = Math.Max(existing.BestReputation, reputation),
            WorstReputation = wellKnown
                ? Math.Max(0, Math.Min(existing.WorstReputation, reputation))
                : Math.Min(existing.WorstReputation, reputation),
            Accuracy = isNew ? Math.Min(MaxAccuracy, existing.Accuracy + 1) : existing.Accuracy,
            Reporters = isNew && existing.Reporters.Count < MaxAccuracy ? [.. existing.Reporters, user] : existing.Reporters,
            WellKnown = wellKnown,
            Tags = Union(existing.Tags, report.Tags),
            VisibleBy = Union(existing.VisibleBy, report.VisibleBy)!,
            Attributes = Merged(existing.Attributes, report.Attributes),
        };
    }

    // A well-known entity never gets a negative reputation.
    private static int ReputationOf(Report report, bool wellKnown)
    {
        if (report.WellKnown) return BestReputation;
        var reputation = Math.Clamp(report.Reputation, -3, 3);
        return wellKnown ? Math.Max(0, reputation) : reputation;
    }

    private static IReadOnlyList<string>? Union(IReadOnlyList<string>? existing, IReadOnlyList<string>? added)
    {
        if (existing is null || added is null) return existing ?? added;
        var union = existing.Union(added, StringComparer.Ordinal).ToArray();
        return union.Length == existing.Count ? existing : union;
    }

    private static List<EntityAttribute> Merged(IReadOnlyList<EntityAttribute> existing, IReadOnlyList<EntityAttribute> added)
    {
        var merged = existing.ToList();
        foreach (var attribute in added)
        {
            var place = merged.FindIndex(known => string.Equals(known.Name, attribute.Name, StringComparison.Ordinal));
            if (place < 0) merged.Add(attribute);
            else merged[place] = attribute;
        }
        return merged;
    }
}
