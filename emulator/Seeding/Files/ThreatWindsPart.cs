using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Files;

/// <summary>ThreatWinds' rows of a dataset file as nodes.</summary>
public static class ThreatWindsPart
{
    private const string Everyone = "public";

    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        var users = ThreatWindsAccounts.Add(file.Credentials?.ThreatWinds ?? ThreatWindsAccounts.BuiltIn, graph);
        var entities = AddEntities(file.Entities ?? [], users[0], graph);
        var relations = AddRelations(file.EntityRelations ?? [], entities, graph);
        ThreatWindsRecords.Add(file, entities, relations, users, graph);
    }

    private static Dictionary<string, Entity> AddEntities(IReadOnlyList<EntityRow> rows, Guid reporter, GraphBuilder graph)
    {
        var entities = new Dictionary<string, Entity>(rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var entity = EntityOf(rows[i], i, reporter);
            if (!entities.TryAdd(entity.Id, entity)) throw new RowError("entities", i, $"id '{entity.Id}' is used twice");
            graph.Add(entity);
        }
        return entities;
    }

    private static Entity EntityOf(EntityRow row, int position, Guid reporter)
    {
        if (EntityTypes.Find(row.Type) is null) throw new RowError("entities", position, $"'{row.Type}' is no type of entity; see GET /api/ingest/v1/definitions");
        var attributes = AttributesOf(row.Attributes, "entities", position);
        if (ValueIn(attributes, row.Type) is not { Length: > 0 } value)
            throw new RowError("entities", position, $"attributes must hold the value under '{row.Type}'");
        var natural = Ids.OfEntity(row.Type, value);
        var id = row.Id ?? natural;
        if (string.IsNullOrWhiteSpace(id)) throw new RowError("entities", position, "id must not be blank; leave it out to have it computed");
        var at = TimeOf(row.Timestamp, "entities", position);
        return new Entity
        {
            Id = id,
            Type = row.Type,
            At = at,
            LastSeen = row.LastSeen is null ? at : TimeOf(row.LastSeen, "entities", position),
            FirstSeen = row.FirstSeen is null ? at : TimeOf(row.FirstSeen, "entities", position),
            Reputation = Within(row.Reputation, -3, 3, "reputation", position),
            BestReputation = Within(row.BestReputation ?? row.Reputation, -3, 3, "bestReputation", position),
            WorstReputation = Within(row.WorstReputation ?? row.Reputation, -3, 3, "worstReputation", position),
            Accuracy = Within(row.Accuracy, 0, 3, "accuracy", position),
            WellKnown = row.WellKnown,
            Tags = row.Tags,
            VisibleBy = GroupsOf(row.VisibleBy, [Everyone]),
            Attributes = attributes,
            NaturalId = string.Equals(id, natural, StringComparison.Ordinal) ? null : natural,
            Reporters = [reporter],
            Label = row.Label,
            Description = row.Description,
        };
    }

    private static Dictionary<Hash256, StoredRelation> AddRelations(IReadOnlyList<EntityRelationRow> rows, Dictionary<string, Entity> entities, GraphBuilder graph)
    {
        var relations = new Dictionary<Hash256, StoredRelation>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var from = Find(row.EntityId, entities, "entityRelations", i);
            var to = Find(row.RelatedEntityId, entities, "entityRelations", i);
            var at = row.Timestamp is null ? Math.Max(from.At, to.At) : TimeOf(row.Timestamp, "entityRelations", i);
            var relation = new StoredRelation
            {
                Id = Ids.OfRelation(from.Id, to.Id),
                EntityId = from.Id,
                RelatedEntityId = to.Id,
                At = at,
                LastSeen = row.LastSeen is null ? at : TimeOf(row.LastSeen, "entityRelations", i),
                Mode = ModeOf(row.Mode, "entityRelations", i),
                VisibleBy = GroupsOf(row.VisibleBy, [.. from.VisibleBy.Union(to.VisibleBy, StringComparer.Ordinal)]),
            };
            if (!relations.TryAdd(relation.Id, relation))
                throw new RowError("entityRelations", i, $"'{from.Id}' is related to '{to.Id}' twice; a pair has one relation in each direction");
            graph.Add(relation);
            graph.Link(from, StoredRelation.Related, to, relation);
        }
        return relations;
    }

    internal static EntityAttribute[] AttributesOf(IReadOnlyDictionary<string, JsonElement>? rows, string array, int position)
    {
        if (rows is null) return [];
        var attributes = new EntityAttribute[rows.Count];
        var at = 0;
        foreach (var (name, value) in rows)
        {
            if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                throw new RowError(array, position, $"attribute '{name}' must be a string or a number");
            var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()!;
            attributes[at++] = AttributeOf(name, text, array, position);
        }
        return attributes;
    }

    private static string? ValueIn(EntityAttribute[] attributes, string type)
    {
        foreach (var attribute in attributes)
            if (string.Equals(attribute.Name, type, StringComparison.Ordinal)) return attribute.Text;
        return null;
    }

    private static EntityAttribute AttributeOf(string name, string text, string array, int position)
    {
        if (EntityTypes.Find(name) is not { } type)
            return EntityTypes.IsAttribute(name) ? new EntityAttribute(name, text) : throw new RowError(array, position, $"'{name}' is no type of entity");
        var value = Normal.Of(type.Data, text);
        return value.Fault is null ? new EntityAttribute(name, value.Text, value.IsNumber) : throw new RowError(array, position, $"attribute '{name}': {value.Fault}");
    }

    internal static Entity Find(string id, Dictionary<string, Entity> entities, string array, int position) =>
        entities.TryGetValue(id, out var entity) ? entity : throw new RowError(array, position, $"no entity has the id '{id}'");

    internal static long TimeOf(string text, string array, int position) =>
        Nanos.Parse(text) ?? throw new RowError(array, position, $"'{text}' is no moment; write 2023-04-04T21:02:42.717161656Z, with up to nine digits");

    internal static RelationMode ModeOf(string text, string array, int position) => text switch
    {
        "association" => RelationMode.Association,
        "aggregation" => RelationMode.Aggregation,
        _ => throw new RowError(array, position, $"mode '{text}' must be 'association' or 'aggregation'"),
    };

    internal static IReadOnlyList<string> GroupsOf(IReadOnlyList<string>? given, IReadOnlyList<string> otherwise) =>
        given is null ? otherwise : [.. given.Distinct(StringComparer.Ordinal)];

    private static int Within(int value, int least, int most, string name, int position) =>
        value >= least && value <= most ? value : throw new RowError("entities", position, $"{name} {value} must be {least} to {most}");
}
