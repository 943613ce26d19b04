using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Histories of relations. A relation without one was reported once, as it is, unless the dataset is complete.</summary>
static class RelationReportMapping
{
    public static void Add(ThreatWindsReader read)
    {
        var at = new RowPlace("entityRelationReports");
        var (numbers, reported) = (read.Numbers(RelationReport.NodeKind), new HashSet<Hash256>());
        foreach (var row in at.Each(read.File.EntityRelationReports ?? []))
        {
            if (!read.Relations.TryGetValue(Ids.OfRelation(row.EntityId, row.RelatedEntityId), out var relation))
                throw at.Error($"'{row.EntityId}' has no relation to '{row.RelatedEntityId}'");
            if (!read.Complete) reported.Add(relation.Id);
            read.Graph.Add(ToNode(read, row, relation, numbers.Take(row.Number, at), at));
        }
        if (read.Complete) return;
        foreach (var relation in read.Relations.Values)
            if (!reported.Contains(relation.Id))
                read.Graph.Add(Unchanged(relation, read.Users[0], read.Graph.TakeId(RelationReport.NodeKind)));
    }

    public static EntityRelationReportRow ToRow(RelationReport report, ThreatWindsWriter write)
    {
        var relation = write.Relation(report.RelationId);
        return new EntityRelationReportRow
        {
            Number = write.Number(report.Number),
            Id = ThreatWindsWriter.Id(RelationReport.NodeKind, report.Number, report.Id),
            EntityId = report.EntityId,
            RelatedEntityId = report.RelatedEntityId,
            Timestamp = Nanos.Text(report.At),
            UserId = write.UserId(report.UserId),
            Mode = report.Mode == relation.Mode ? null : RelationMapping.Text(report.Mode),
            VisibleBy = ThreatWindsWriter.Unless(report.VisibleBy, relation.VisibleBy),
        };
    }

    public static RelationReport ToNode(ThreatWindsReader read, EntityRelationReportRow row, StoredRelation relation, long number,
        RowPlace at)
    {
        var report = Unchanged(relation, read.User(row.UserId, at), number);
        return report with { Id = row.Id ?? report.Id, Reported = Reported(row, relation, at) };
    }

    private static RelationReport Unchanged(StoredRelation relation, Guid user, long number) =>
        new() { Number = number, UserId = user, Reported = relation };

    /// <summary>The relation itself when the row says the same.</summary>
    private static StoredRelation Reported(EntityRelationReportRow row, StoredRelation relation, RowPlace at)
    {
        var moment = ThreatWindsReader.Nanoseconds(row.Timestamp, at);
        var mode = row.Mode is null ? relation.Mode : RelationMapping.ModeOf(row.Mode, at);
        var visibleBy = ThreatWindsReader.Groups(row.VisibleBy, relation.VisibleBy);
        return moment == relation.At && mode == relation.Mode && ReferenceEquals(visibleBy, relation.VisibleBy)
            ? relation
            : relation with { At = moment, Mode = mode, VisibleBy = visibleBy };
    }
}
