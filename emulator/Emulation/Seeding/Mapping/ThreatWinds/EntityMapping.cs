using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Entities, in the order in which they were added: the lists of neighbours follow it.</summary>
static class EntityMapping
{
    private static readonly string[] s_everyone = ["public"];

    public static void Add(ThreatWindsReader read)
    {
        var at = new RowPlace("entities");
        foreach (var row in at.Each(read.File.Entities ?? []))
        {
            var entity = ToNode(read, row, at);
            if (!read.Entities.TryAdd(entity.Id, entity)) throw at.Error($"id '{entity.Id}' is used twice");
            read.Graph.Add(entity);
        }
    }

    public static EntityRow ToRow(Entity entity, ThreatWindsWriter write) => new()
    {
        Id = entity.NaturalId is null ? null : entity.Id,
        Type = entity.Type,
        Timestamp = Nanos.Text(entity.At),
        LastSeen = ThreatWindsWriter.Unless(entity.LastSeen, entity.At),
        FirstSeen = ThreatWindsWriter.Unless(entity.FirstSeen, entity.At),
        Reputation = entity.Reputation,
        BestReputation = entity.BestReputation == entity.Reputation ? null : entity.BestReputation,
        WorstReputation = entity.WorstReputation == entity.Reputation ? null : entity.WorstReputation,
        Accuracy = entity.Accuracy,
        WellKnown = entity.WellKnown,
        Tags = entity.Tags,
        VisibleBy = ThreatWindsWriter.Unless(entity.VisibleBy, s_everyone),
        Attributes = EntityAttributes.ToRow(entity.Attributes),
        Label = entity.Label,
        Description = entity.Description,
        Reporters = entity.Reporters is [var only] && write.IsFirstUser(only) ? null : entity.Reporters,
        Version = entity.Version,
    };

    public static Entity ToNode(ThreatWindsReader read, EntityRow row, RowPlace at)
    {
        if (EntityTypes.Find(row.Type) is null) throw at.Error($"'{row.Type}' is no type of entity; see GET /api/ingest/v1/definitions");
        var attributes = EntityAttributes.Of(row.Attributes, read.Complete, at);
        if (EntityAttributes.ValueIn(attributes, row.Type) is not { Length: > 0 } value)
            throw at.Error($"attributes must hold the value under '{row.Type}'");
        var natural = Ids.OfEntity(row.Type, value);
        var id = row.Id ?? natural;
        if (string.IsNullOrWhiteSpace(id)) throw at.Error("id must not be blank; leave it out to have it computed");
        var moment = ThreatWindsReader.Nanoseconds(row.Timestamp, at);
        return new Entity
        {
            Id = id,
            Type = row.Type,
            At = moment,
            LastSeen = row.LastSeen is null ? moment : ThreatWindsReader.Nanoseconds(row.LastSeen, at),
            FirstSeen = row.FirstSeen is null ? moment : ThreatWindsReader.Nanoseconds(row.FirstSeen, at),
            Reputation = Bounds.Within(at, "reputation", row.Reputation, -3, 3),
            BestReputation = Bounds.Within(at, "bestReputation", row.BestReputation ?? row.Reputation, -3, 3),
            WorstReputation = Bounds.Within(at, "worstReputation", row.WorstReputation ?? row.Reputation, -3, 3),
            Accuracy = Bounds.Within(at, "accuracy", row.Accuracy, 0, 3),
            WellKnown = row.WellKnown,
            Tags = row.Tags,
            VisibleBy = ThreatWindsReader.Groups(row.VisibleBy, s_everyone),
            Attributes = attributes,
            NaturalId = string.Equals(id, natural, StringComparison.Ordinal) ? null : natural,
            Reporters = row.Reporters ?? [read.Users[0]],
            Version = Bounds.Count(at, "version", row.Version),
            Label = row.Label,
            Description = row.Description,
        };
    }
}
