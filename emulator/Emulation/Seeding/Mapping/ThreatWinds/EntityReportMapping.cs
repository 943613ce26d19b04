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
                read.Graph.Add(Unchanged(entity, read.Users[0], read.Graph.TakeId(EntityReport.NodeKind)));
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
        var report = Unchanged(entity, read.User(row.UserId, at), number);
        return report with { Id = row.Id ?? report.Id, Reported = Reported(read, row, entity, at) };
    }

    private static EntityReport Unchanged(Entity entity, Guid user, long number) =>
        new() { Number = number, UserId = user, Reported = entity };

    /// <summary>The entity itself when the row says the same: most reports do, and there are as many as entities.</summary>
    private static Entity Reported(ThreatWindsReader read, EntityReportRow row, Entity entity, RowPlace at)
    {
        var moment = ThreatWindsReader.Nanoseconds(row.Timestamp, at);
        var reputation = Bounds.Within(at, "reputation", row.Reputation ?? entity.Reputation, -3, 3);
        var accuracy = Bounds.Within(at, "accuracy", row.Accuracy ?? entity.Accuracy, 0, 3);
        var tags = row.Tags ?? (read.Complete ? null : entity.Tags);
        var visibleBy = ThreatWindsReader.Groups(row.VisibleBy, entity.VisibleBy);
        var attributes = row.Attributes is null ? entity.Attributes : EntityAttributes.Of(row.Attributes, read.Complete, at);
        var wellKnown = row.WellKnown ?? entity.WellKnown;
        if (moment == entity.At && reputation == entity.Reputation && accuracy == entity.Accuracy && SameTags(tags, entity.Tags)
            && ReferenceEquals(visibleBy, entity.VisibleBy) && ReferenceEquals(attributes, entity.Attributes)
            && wellKnown == entity.WellKnown)
            return entity;
        return entity with
        {
            At = moment,
            Reputation = reputation,
            Accuracy = accuracy,
            Tags = tags,
            VisibleBy = visibleBy,
            Attributes = attributes,
            WellKnown = wellKnown,
        };
    }

    private static bool SameTags(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? one == other : one.SequenceEqual(other, StringComparer.Ordinal);
}
