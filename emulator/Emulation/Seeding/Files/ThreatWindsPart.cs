using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Seeding.Files;

/// <summary>ThreatWinds' rows of a dataset file as nodes.</summary>
public static class ThreatWindsPart
{
    private const string Everyone = "public";

    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        var users = ThreatWindsAccounts.Add(file, graph);
        var entities = AddEntities(file.Entities ?? [], users[0], file.Complete, graph);
        var relations = AddRelations(file.EntityRelations ?? [], entities, graph);
        ThreatWindsRecords.Add(file, entities, relations, users, graph);
    }

    private static Dictionary<string, Entity> AddEntities(IReadOnlyList<EntityRow> rows, Guid reporter, bool asWritten, GraphBuilder graph)
    {
        var entities = new Dictionary<string, Entity>(rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var entity = EntityOf(rows[i], i, reporter, asWritten);
            if (!entities.TryAdd(entity.Id, entity)) throw new RowError("entities", i, $"id '{entity.Id}' is used twice");
            graph.Add(entity);
        }
        return entities;
    }

    private static Entity EntityOf(EntityRow row, int position, Guid reporter, bool asWritten)
    {
        if (EntityTypes.Find(row.Type) is null) throw new RowError("entities", position, $"'{row.Type}' is no type of entity; see GET /api/ingest/v1/definitions");
        var attributes = AttributesOf(row.Attributes, asWritten, "entities", position);
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
            Reporters = row.Reporters ?? [reporter],
            Version = row.Version,
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
                Version = row.Version,
            };
            if (!relations.TryAdd(relation.Id, relation))
                throw new RowError("entityRelations", i, $"'{from.Id}' is related to '{to.Id}' twice; a pair has one relation in each direction");
            graph.Add(relation);
            graph.Link(from, StoredRelation.Related, to, relation);
        }
        return relations;
    }

    /// <param name="rows">Names and values.</param>
    /// <param name="asWritten">The values are in their form already.</param>
    /// <param name="array">Where the row stands.</param>
    /// <param name="position">And which it is.</param>
    internal static EntityAttribute[] AttributesOf(IReadOnlyDictionary<string, AttributeText>? rows, bool asWritten, string array, int position)
    {
        if (rows is null) return [];
        var attributes = new EntityAttribute[rows.Count];
        var next = 0;
        foreach (var (name, value) in rows)
        {
            attributes[next++] = AttributeOf(name, value.Text, asWritten ? value.IsNumber : null, array, position);
        }
        return attributes;
    }

    private static string? ValueIn(EntityAttribute[] attributes, string type)
    {
        foreach (var attribute in attributes)
            if (string.Equals(attribute.Name, type, StringComparison.Ordinal)) return attribute.Text;
        return null;
    }

    private static EntityAttribute AttributeOf(string name, string text, bool? number, string array, int position)
    {
        if (!EntityTypes.IsAttribute(name)) throw new RowError(array, position, $"'{name}' is no type of entity");
        if (number is { } known) return new EntityAttribute(name, text, known);
        if (EntityTypes.Find(name) is not { } type) return new EntityAttribute(name, text);
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
