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

/// <summary>The dossier of an entity, with its scores in words (threatwinds/api-docs analytics/entity-details.md). Snake case, unlike the rest.</summary>
static class Details
{
    private const int LatestAtMost = 10;

    public static Reply Show(Call call)
    {
        var id = call["id"];
        if (string.IsNullOrWhiteSpace(id)) return Envelope.Refuse(call, 400, Texts.ValueEmpty);
        var groups = Callers.GroupsOf(call);
        if (Entity.Of(call.Graph, id) is not { } entity || !Callers.Sees(groups, entity.VisibleBy)) return Envelope.Nothing(call, Texts.EntityNotFound);
        var neighbours = Neighbours.Of(call.Graph, entity, groups);
        neighbours.Sort(static (left, right) => Sorting.ByNewest(left.Entity, right.Entity));
        return Envelope.Ok(200, json => Write(json, entity, neighbours));
    }

    private static void Write(Utf8JsonWriter json, Entity entity, List<Neighbour> neighbours)
    {
        json.WriteStartObject();
        json.WritePropertyName("attributes");
        Scores(json, entity);
        json.WriteStartObject("metadata");
        foreach (var attribute in entity.Attributes.Where(attribute => !string.Equals(attribute.Name, entity.Type, StringComparison.Ordinal)))
        {
            json.WritePropertyName(attribute.Name);
            EntityJson.Value(json, attribute);
        }
        json.WriteEndObject();
        json.WriteStartArray("geolocations");
        foreach (var place in Places(entity, neighbours)) Geolocation(json, place);
        json.WriteEndArray();
        List(json, "latest_associations", neighbours.Where(neighbour => neighbour.Modes.HasFlag(Modes.Association)).Take(LatestAtMost));
        List(json, "extended_metadata", neighbours.Where(neighbour => neighbour.Modes.HasFlag(Modes.Aggregation)));
        json.WriteEndObject();
    }

    private static void Scores(Utf8JsonWriter json, Entity entity)
    {
        var type = EntityTypes.Find(entity.Type)!;
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", entity.Type);
        json.WritePropertyName("value");
        EntityJson.Value(json, entity.Value);
        json.WriteString("label", entity.Label ?? Labels.Of(entity.Type));
        json.WriteString("description", entity.Description ?? Definitions.DescriptionOf(type));
        json.WriteString("reputation", Scale.Reputation(entity.Reputation));
        json.WriteNumber("reputation_score", entity.Reputation);
        json.WriteString("best_reputation", Scale.Reputation(entity.BestReputation));
        json.WriteNumber("best_reputation_score", entity.BestReputation);
        json.WriteString("worst_reputation", Scale.Reputation(entity.WorstReputation));
        json.WriteNumber("worst_reputation_score", entity.WorstReputation);
        json.WriteString("accuracy", Scale.Accuracy(entity.Accuracy));
        json.WriteNumber("accuracy_score", entity.Accuracy);
        json.WriteString("first_seen", Nanos.Text(entity.FirstSeen));
        json.WriteString("last_seen", Nanos.Text(entity.LastSeen));
        EntityJson.Names(json, "tags", entity.Tags ?? []);
        json.WriteEndObject();
    }

    /// <summary>The entity itself, or else the networks that it lies in, as far as they have a position.</summary>
    private static IEnumerable<Entity> Places(Entity entity, List<Neighbour> neighbours)
    {
        if (HasPosition(entity)) return [entity];
        return neighbours.Select(neighbour => neighbour.Entity).Where(other => other.Type == "cidr" && HasPosition(other));
    }

    private static bool HasPosition(Entity entity) => entity.Find("latitude") is not null && entity.Find("longitude") is not null;

    private static void Geolocation(Utf8JsonWriter json, Entity place)
    {
        json.WriteStartObject();
        json.WriteString("city", place.Find("city")?.Text ?? "");
        json.WriteString("country", place.Find("country")?.Text ?? "");
        Number(json, "latitude", place.Find("latitude"));
        Number(json, "longitude", place.Find("longitude"));
        // An integer: the vendor's Dart client reads nothing else.
        json.WriteNumber("accuracy_radius", place.Find("accuracy-radius") is { } radius ? (long)double.Parse(radius.Text, CultureInfo.InvariantCulture) : 0);
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
        foreach (var neighbour in neighbours) Scores(json, neighbour.Entity);
        json.WriteEndArray();
    }
}
