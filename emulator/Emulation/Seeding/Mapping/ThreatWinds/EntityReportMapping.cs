using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Histories of entities. An entity without one was reported once, as it is, unless the dataset is complete.</summary>
static class EntityReportMapping
{
    public static void Add(ThreatWindsReader read)
    {
        var at = new RowPlace("entityReports");
        var (numbers, reported) = (read.Numbers(EntityReport.NodeKind), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in at.Each(read.File.EntityReports ?? []))
        {
            var entity = read.Entity(row.EntityId, at);
            if (!read.Complete) reported.Add(entity.Id);
            read.Graph.Add(ToNode(read, row, entity, numbers.Take(row.Number, at), at));
        }
        if (read.Complete) return;
        foreach (var entity in read.Entities.Values)
            if (!reported.Contains(entity.Id))
                read.Graph.Add(EntityReport.Of(entity, read.Users[0], read.Graph.TakeId(EntityReport.NodeKind)));
    }

    public static EntityReportRow ToRow(EntityReport report, ThreatWindsWriter write)
    {
        var entity = write.Entity(report.EntityId);
        var same = ReferenceEquals(report.Attributes, entity.Attributes) || report.Attributes.SequenceEqual(entity.Attributes);
        return new EntityReportRow
        {
            Number = write.Number(report.Number),
            Id = ThreatWindsWriter.Id(EntityReport.NodeKind, report.Number, report.Id),
            EntityId = report.EntityId,
            Timestamp = Nanos.Text(report.At),
            UserId = write.UserId(report.UserId),
            Reputation = report.Reputation == entity.Reputation ? null : report.Reputation,
            Accuracy = report.Accuracy == entity.Accuracy ? null : report.Accuracy,
            Tags = report.Tags,
            VisibleBy = ThreatWindsWriter.Unless(report.VisibleBy, entity.VisibleBy),
            Attributes = same ? null : EntityAttributes.ToRow(report.Attributes),
            WellKnown = report.WellKnown == entity.WellKnown ? null : report.WellKnown,
        };
    }

    public static EntityReport ToNode(ThreatWindsReader read, EntityReportRow row, Entity entity, long number, RowPlace at)
    {
        var report = EntityReport.Of(entity, read.User(row.UserId, at), number);
        return report with
        {
            Id = row.Id ?? report.Id,
            At = ThreatWindsReader.Nanoseconds(row.Timestamp, at),
            Reputation = Bounds.Within(at, "reputation", row.Reputation ?? report.Reputation, -3, 3),
            Accuracy = Bounds.Within(at, "accuracy", row.Accuracy ?? report.Accuracy, 0, 3),
            Tags = row.Tags ?? (read.Complete ? null : report.Tags),
            VisibleBy = ThreatWindsReader.Groups(row.VisibleBy, report.VisibleBy),
            Attributes = row.Attributes is null ? report.Attributes : EntityAttributes.Of(row.Attributes, read.Complete, at),
            WellKnown = row.WellKnown ?? report.WellKnown,
        };
    }
}
