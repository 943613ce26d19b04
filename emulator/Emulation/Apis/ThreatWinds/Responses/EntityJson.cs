using System.Text.Json;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Apis.ThreatWinds.Responses;

/// <summary>Writes entities in the formats of the different pages.</summary>
static class EntityJson
{
    /// <summary>Document 000: no tags.</summary>
    public static void Association(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        Head(json, entity);
        json.WriteString("id", entity.Id);
        json.WriteNumber("reputation", entity.Reputation);
        json.WriteString("type", entity.Type);
        json.WriteEndObject();
    }

    /// <summary>Document 001: with tags, or null if there never were any.</summary>
    public static void Related(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        Head(json, entity);
        json.WriteString("id", entity.Id);
        json.WriteNumber("reputation", entity.Reputation);
        Names(json, "tags", entity.Tags);
        json.WriteString("type", entity.Type);
        json.WriteEndObject();
    }

    /// <summary>Document 002 and all later pages.</summary>
    public static void Full(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", entity.Type);
        json.WriteString("@timestamp", Nanos.Text(entity.At));
        json.WriteNumber("reputation", entity.Reputation);
        json.WriteNumber("bestReputation", entity.BestReputation);
        json.WriteNumber("worstReputation", entity.WorstReputation);
        json.WriteNumber("accuracy", entity.Accuracy);
        json.WriteString("lastSeen", Nanos.Text(entity.LastSeen));
        Names(json, "tags", entity.Tags ?? []);
        Names(json, "visibleBy", entity.VisibleBy);
        Attributes(json, entity.Attributes);
        json.WriteEndObject();
    }

    public static void Names(Utf8JsonWriter json, string member, IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            json.WriteNull(member);
            return;
        }
        json.WriteStartArray(member);
        foreach (var name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    public static void Attributes(Utf8JsonWriter json, IEnumerable<EntityAttribute> attributes)
    {
        json.WriteStartObject("attributes");
        foreach (var attribute in attributes)
        {
            json.WritePropertyName(attribute.Name);
            Value(json, attribute);
        }
        json.WriteEndObject();
    }

    public static void Value(Utf8JsonWriter json, EntityAttribute attribute)
    {
        if (attribute.IsNumber) json.WriteRawValue(attribute.Text);
        else json.WriteStringValue(attribute.Text);
    }

    private static void Head(Utf8JsonWriter json, Entity entity)
    {
        json.WriteString("@timestamp", Nanos.Text(entity.At));
        json.WriteNumber("accuracy", entity.Accuracy);
        Attributes(json, entity.Attributes);
    }
}
