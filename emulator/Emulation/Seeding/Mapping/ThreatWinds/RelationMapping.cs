using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatWinds;

/// <summary>Relations between entities, with the links that they make.</summary>
static class RelationMapping
{
    private const string Association = "association";
    private const string Aggregation = "aggregation";

    public static void Add(ThreatWindsReader read)
    {
        var at = new RowPlace("entityRelations");
        foreach (var row in at.Each(read.File.EntityRelations ?? []))
        {
            var (from, to) = (read.Entity(row.EntityId, at), read.Entity(row.RelatedEntityId, at));
            var relation = ToNode(row, from, to, at);
            if (!read.Relations.TryAdd(relation.Id, relation))
                throw at.Error($"'{from.Id}' is related to '{to.Id}' twice; a pair has one relation in each direction");
            read.Graph.Add(relation);
            read.Graph.Link(from, StoredRelation.Related, to, relation);
        }
    }

    public static EntityRelationRow ToRow(StoredRelation relation, ThreatWindsWriter write)
    {
        var (from, to) = (write.Entity(relation.EntityId), write.Entity(relation.RelatedEntityId));
        return new EntityRelationRow
        {
            EntityId = relation.EntityId,
            RelatedEntityId = relation.RelatedEntityId,
            Mode = Text(relation.Mode),
            Timestamp = ThreatWindsWriter.Unless(relation.At, Math.Max(from.At, to.At)),
            LastSeen = ThreatWindsWriter.Unless(relation.LastSeen, relation.At),
            VisibleBy = ThreatWindsWriter.Unless(relation.VisibleBy, from.VisibleBy.Union(to.VisibleBy, StringComparer.Ordinal)),
            Version = relation.Version,
        };
    }

    public static string Text(RelationMode mode) => mode == RelationMode.Aggregation ? Aggregation : Association;

    public static RelationMode ModeOf(string text, RowPlace at) => text switch
    {
        Association => RelationMode.Association,
        Aggregation => RelationMode.Aggregation,
        _ => throw at.Error($"mode '{text}' must be '{Association}' or '{Aggregation}'"),
    };

    public static StoredRelation ToNode(EntityRelationRow row, Entity from, Entity to, RowPlace at)
    {
        var moment = row.Timestamp is null ? Math.Max(from.At, to.At) : ThreatWindsReader.Nanoseconds(row.Timestamp, at);
        return new StoredRelation
        {
            Id = Ids.OfRelation(from.Id, to.Id),
            EntityId = from.Id,
            RelatedEntityId = to.Id,
            At = moment,
            LastSeen = row.LastSeen is null ? moment : ThreatWindsReader.Nanoseconds(row.LastSeen, at),
            Mode = ModeOf(row.Mode, at),
            VisibleBy = ThreatWindsReader.Groups(row.VisibleBy, ThreatWindsReader.GroupsOfBoth(from, to)),
            Version = Bounds.Count(at, "version", row.Version),
        };
    }
}
