using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Apis.ThreatWinds.Search;
using Emulation.Apis.ThreatWinds.Search.Aggregations;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>
/// The details of an entity with named scores (threatwinds/api-docs analytics/entity-details.md), in snake case, unlike other routes.
/// </summary>
static class EntityDetails
{
    private const int MaxLatest = 10;

    public static Reply Show(Call call)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        var groups = Callers.GroupsOf(call);
        if (Entity.Of(call.Graph, id) is not { } entity || !Callers.CanSee(groups, entity.VisibleBy))
            return Envelope.NoContent(call, Texts.EntityNotFound);
        var neighbours = Neighbours.Of(call.Graph, entity, groups);
        neighbours.Sort(static (left, right) => Sorting.ByNewest(left.Entity, right.Entity));
        return Envelope.Ok(200, json => Write(json, entity, neighbours));
    }

    private static void Write(Utf8JsonWriter json, Entity entity, List<Neighbour> neighbours)
    {
        json.WriteStartObject();
        json.WritePropertyName("attributes");
        WriteScores(json, entity);
        json.WriteStartObject("metadata");
        foreach (var attribute in entity.Attributes)
        {
            if (string.Equals(attribute.Name, entity.Type, StringComparison.Ordinal)) continue;
            json.WritePropertyName(attribute.Name);
            EntityJson.Value(json, attribute);
        }
        json.WriteEndObject();
        json.WriteStartArray("geolocations");
        foreach (var place in PositionsOf(entity, neighbours)) WriteGeolocation(json, place);
        json.WriteEndArray();
        List(json, "latest_associations", neighbours.Where(neighbour => neighbour.Modes.HasFlag(Modes.Association)).Take(MaxLatest));
        List(json, "extended_metadata", neighbours.Where(neighbour => neighbour.Modes.HasFlag(Modes.Aggregation)));
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, Entity entity)
    {
        var type = EntityTypes.Find(entity.Type)!;
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", entity.Type);
        json.WritePropertyName("value");
        EntityJson.Value(json, entity.Value);
        json.WriteString("label", entity.Label ?? Labels.Of(entity.Type));
        json.WriteString("description", entity.Description ?? Definitions.DescriptionOf(type));
        json.WriteString("reputation", ScoreNames.Reputation(entity.Reputation));
        json.WriteNumber("reputation_score", entity.Reputation);
        json.WriteString("best_reputation", ScoreNames.Reputation(entity.BestReputation));
        json.WriteNumber("best_reputation_score", entity.BestReputation);
        json.WriteString("worst_reputation", ScoreNames.Reputation(entity.WorstReputation));
        json.WriteNumber("worst_reputation_score", entity.WorstReputation);
        json.WriteString("accuracy", ScoreNames.Accuracy(entity.Accuracy));
        json.WriteNumber("accuracy_score", entity.Accuracy);
        json.WriteString("first_seen", Nanos.Text(entity.FirstSeen));
        json.WriteString("last_seen", Nanos.Text(entity.LastSeen));
        EntityJson.Names(json, "tags", entity.Tags ?? []);
        json.WriteEndObject();
    }

    /// <summary>The entity itself if it has a position, or else the networks that contain it and have one.</summary>
    private static IEnumerable<Entity> PositionsOf(Entity entity, List<Neighbour> neighbours)
    {
        if (HasPosition(entity)) return [entity];
        return neighbours.Select(neighbour => neighbour.Entity).Where(other => other.Type == "cidr" && HasPosition(other));
    }

    private static bool HasPosition(Entity entity) => entity.Find("latitude") is not null && entity.Find("longitude") is not null;

    private static void WriteGeolocation(Utf8JsonWriter json, Entity place)
    {
        json.WriteStartObject();
        json.WriteString("city", place.Find("city")?.Text ?? "");
        json.WriteString("country", place.Find("country")?.Text ?? "");
        Number(json, "latitude", place.Find("latitude"));
        Number(json, "longitude", place.Find("longitude"));
        // The vendor's Dart client reads only integers.
        var radius = place.Find("accuracy-radius")?.Text ?? "0";
        json.WriteNumber("accuracy_radius", (long)double.Parse(radius, CultureInfo.InvariantCulture));
        Number(json, "asn", place.Find("asn"));
        json.WriteString("aso", place.Find("aso")?.Text ?? "");
        json.WriteString("object", place.Value.Text);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string member, EntityAttribute? attribute)
    {
        json.WritePropertyName(member);
        json.WriteRawValue(attribute?.Text ?? "0");
    }

    private static void List(Utf8JsonWriter json, string member, IEnumerable<Neighbour> neighbours)
    {
        json.WriteStartArray(member);
        foreach (var neighbour in neighbours) WriteScores(json, neighbour.Entity);
        json.WriteEndArray();
    }
}
