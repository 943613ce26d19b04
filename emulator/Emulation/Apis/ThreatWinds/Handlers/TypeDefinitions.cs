using System.Text.Json;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Apis.ThreatWinds.Responses;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>The definitions of the entity types.</summary>
static class TypeDefinitions
{
    public static Reply List(Call call) => Envelope.Ok(200, static json =>
    {
        json.WriteStartArray();
        foreach (var type in EntityTypes.All) Write(json, type);
        json.WriteEndArray();
    });

    // Attributes and associations are nested definitions, as in the Go client; the suggestions contain no cycle.
    private static void Write(Utf8JsonWriter json, EntityType type)
    {
        var suggestion = Definitions.SuggestionFor(type.Name);
        var example = Definitions.ExampleOf(type.Data);
        json.WriteStartObject();
        json.WriteString("type", type.Name);
        json.WriteString("description", Definitions.DescriptionOf(type));
        json.WriteString("dataType", Definitions.NameOf(type.Data));
        json.WriteString("label", Labels.Of(type.Name));
        Nested(json, "attributes", suggestion.Attributes);
        Nested(json, "associations", suggestion.Associations);
        EntityJson.Names(json, "tags", suggestion.Tags);
        EntityJson.Names(json, "correlate", suggestion.Correlate);
        json.WritePropertyName("example");
        EntityJson.Value(json, new EntityAttribute(type.Name, example, type.IsNumber));
        json.WriteEndObject();
    }

    private static void Nested(Utf8JsonWriter json, string member, string[] types)
    {
        json.WriteStartArray(member);
        foreach (var name in types) Write(json, EntityTypes.Find(name)!);
        json.WriteEndArray();
    }
}
