using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Files;

/// <summary>Histories and comments. What has no history of its own was reported once, as it is.</summary>
static class ThreatWindsRecords
{
    public static void Add(
        DatasetFile file, Dictionary<string, Entity> entities, Dictionary<Hash256, StoredRelation> relations, IReadOnlyList<Guid> users, GraphBuilder graph)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new Numbering(EntityReport.NodeKind, graph, file.Complete);
        foreach (var (position, row) in (file.EntityReports ?? []).Index())
        {
            var entity = ThreatWindsPart.Find(row.EntityId, entities, "entityReports", position);
            if (!file.Complete) told.Add(entity.Id);
            graph.Add(ReportOf(row, position, entity, numbers.Next(row.Number, "entityReports", position), users, file.Complete));
        }
        foreach (var entity in entities.Values)
            if (!file.Complete && !told.Contains(entity.Id)) graph.Add(ReportOf(entity, users[0], graph.TakeId(EntityReport.NodeKind)));

        var toldRelations = new HashSet<Hash256>();
        numbers = new Numbering(RelationReport.NodeKind, graph, file.Complete);
        foreach (var (position, row) in (file.EntityRelationReports ?? []).Index())
        {
            if (!relations.TryGetValue(Ids.OfRelation(row.EntityId, row.RelatedEntityId), out var relation))
                throw new RowError("entityRelationReports", position, $"'{row.EntityId}' has no relation to '{row.RelatedEntityId}'");
            if (!file.Complete) toldRelations.Add(relation.Id);
            graph.Add(ReportOf(row, position, relation, numbers.Next(row.Number, "entityRelationReports", position), users));
        }
        foreach (var relation in relations.Values)
            if (!file.Complete && !toldRelations.Contains(relation.Id)) graph.Add(ReportOf(relation, users[0], graph.TakeId(RelationReport.NodeKind)));

        AddComments(file, entities, relations, users, graph);
        AddScans(file.Scans, graph);
    }

    private static EntityReport ReportOf(Entity entity, Guid user, long number)
    {
        return new EntityReport
        {
            Number = number,
            Id = Ids.OfRecord(EntityReport.NodeKind, number),
            At = entity.At,
            EntityId = entity.Id,
            Type = entity.Type,
            UserId = user,
            Reputation = entity.Reputation,
            Accuracy = entity.Accuracy,
            Attributes = entity.Attributes,
            Tags = entity.Tags,
            VisibleBy = entity.VisibleBy,
            WellKnown = entity.WellKnown,
        };
    }

    private static RelationReport ReportOf(StoredRelation relation, Guid user, long number)
    {
        return new RelationReport
        {
            Number = number,
            Id = Ids.OfRecord(RelationReport.NodeKind, number),
            At = relation.At,
            RelationId = relation.Id,
            EntityId = relation.EntityId,
            RelatedEntityId = relation.RelatedEntityId,
            UserId = user,
            Mode = relation.Mode,
            VisibleBy = relation.VisibleBy,
        };
    }

    private static EntityReport ReportOf(EntityReportRow row, int position, Entity entity, long number, IReadOnlyList<Guid> users, bool complete)
    {
        var report = ReportOf(entity, UserOf(row.UserId, "entityReports", position, users), number);
        return report with
        {
            Id = row.Id ?? report.Id,
            At = ThreatWindsPart.TimeOf(row.Timestamp, "entityReports", position),
            Reputation = row.Reputation ?? report.Reputation,
            Accuracy = row.Accuracy ?? report.Accuracy,
            Tags = row.Tags ?? (complete ? null : report.Tags),
            VisibleBy = ThreatWindsPart.GroupsOf(row.VisibleBy, report.VisibleBy),
            Attributes = row.Attributes is null ? report.Attributes : ThreatWindsPart.AttributesOf(row.Attributes, complete, "entityReports", position),
            WellKnown = row.WellKnown ?? report.WellKnown,
        };
    }

    private static RelationReport ReportOf(EntityRelationReportRow row, int position, StoredRelation relation, long number, IReadOnlyList<Guid> users)
    {
        var report = ReportOf(relation, UserOf(row.UserId, "entityRelationReports", position, users), number);
        return report with
        {
            Id = row.Id ?? report.Id,
            At = ThreatWindsPart.TimeOf(row.Timestamp, "entityRelationReports", position),
            Mode = row.Mode is null ? report.Mode : ThreatWindsPart.ModeOf(row.Mode, "entityRelationReports", position),
            VisibleBy = ThreatWindsPart.GroupsOf(row.VisibleBy, report.VisibleBy),
        };
    }

    private static void AddComments(
        DatasetFile file, Dictionary<string, Entity> entities, Dictionary<Hash256, StoredRelation> relations, IReadOnlyList<Guid> users, GraphBuilder graph)
    {
        var known = new HashSet<Guid>();
        var numbers = new Numbering(Comment.NodeKind, graph, file.Complete);
        foreach (var (position, row) in (file.EntityComments ?? []).Index())
        {
            var visibleBy = SeenBy(row.EntityId, entities, relations)
                ?? throw new RowError("entityComments", position, $"no entity or relation has the id '{row.EntityId}'");
            if (string.IsNullOrWhiteSpace(row.Comment)) throw new RowError("entityComments", position, "comment must not be empty");
            var number = numbers.Next(row.Number, "entityComments", position);
            var id = row.Id ?? Ids.OfRecord(Comment.NodeKind, number);
            if (!known.Add(id)) throw new RowError("entityComments", position, $"id {id} is used twice");
            if (row.ParentId is { } parent && !known.Contains(parent))
                throw new RowError("entityComments", position, $"parentID {parent} must be the id of a comment above this one");
            graph.Add(new Comment
            {
                Number = number,
                Id = id,
                At = ThreatWindsPart.TimeOf(row.Timestamp, "entityComments", position),
                EntityId = row.EntityId,
                Text = row.Comment,
                UserId = UserOf(row.UserId, "entityComments", position, users),
                ParentId = row.ParentId ?? Guid.Empty,
                VisibleBy = ThreatWindsPart.GroupsOf(row.VisibleBy, visibleBy),
            });
        }
    }

    private static void AddScans(IReadOnlyList<ScanRow> rows, GraphBuilder graph)
    {
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (position, row) in rows.Index())
        {
            if (row.Target.Length == 0 || !targets.Add(row.Target)) throw new RowError("scans", position, $"target '{row.Target}' is empty or another row's");
            var id = row.Id ?? Ids.OfRecord(Scan.NodeKind, graph.TakeId(Scan.NodeKind));
            graph.Add(new Scan { Id = id, Target = row.Target, At = ThreatWindsPart.TimeOf(row.Timestamp, "scans", position) });
        }
    }

    private static IReadOnlyList<string>? SeenBy(string id, Dictionary<string, Entity> entities, Dictionary<Hash256, StoredRelation> relations)
    {
        if (entities.TryGetValue(id, out var entity)) return entity.VisibleBy;
        return Hash256.Parse(id) is { } hash && relations.TryGetValue(hash, out var relation) ? relation.VisibleBy : null;
    }

    private static Guid UserOf(Guid? given, string array, int position, IReadOnlyList<Guid> users)
    {
        if (given is { } user && !users.Contains(user)) throw new RowError(array, position, $"no user has the id {user}");
        return given ?? users[0];
    }
}
