using System.Text.Json;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Writes patterns as WireMock does: the members it knows in its own order, whatever the order they came in.</summary>
static class PatternJson
{
    private static readonly string[] s_request = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate", "method", "headers", "pathParameters", "queryParameters", "formParameters", "cookies", "bodyPatterns", "basicAuthCredentials"];
    private static readonly string[] s_flags = ["caseInsensitive", "ignoreArrayOrder", "ignoreExtraElements"];

    public static void Write(Utf8JsonWriter json, string method, JsonElement? source)
    {
        json.WriteStartObject();
        foreach (var name in s_request)
        {
            if (name == "method") json.WriteString(name, method);
            else if (source is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) Member(json, name, value);
        }
        json.WriteEndObject();
    }

    private static void Member(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        if (name == "bodyPatterns") List(json, value);
        else if (name == "basicAuthCredentials") Ordered(json, value, ["username", "password"]);
        else if (value.ValueKind == JsonValueKind.Object) Named(json, value);
        else value.WriteTo(json);
    }

    private static void Named(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            json.WritePropertyName(member.Name);
            Matcher(json, member.Value);
        }
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartArray();
        foreach (var element in value.EnumerateArray()) Matcher(json, element);
        json.WriteEndArray();
    }

    private static void Matcher(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        foreach (var member in value.EnumerateObject().OrderBy(member => member.Name == "expression" ? -1 : Array.IndexOf(s_flags, member.Name) + 1))
        {
            if (member.Value.ValueKind == JsonValueKind.Null) continue;
            json.WritePropertyName(member.Name);
            Operand(json, member);
        }
        json.WriteEndObject();
    }

    private static void Operand(Utf8JsonWriter json, JsonProperty member)
    {
        if (member.Name == "absent") json.WriteBooleanValue(true);
        else if (member.Name is "and" or "or" or "includes" or "hasExactly") List(json, member.Value);
        else if (member.Name is "not" or "matchesJsonPath" && member.Value.ValueKind == JsonValueKind.Object) Matcher(json, member.Value);
        else member.Value.WriteTo(json);
    }

    private static void Ordered(Utf8JsonWriter json, JsonElement value, string[] order)
    {
        json.WriteStartObject();
        foreach (var name in order)
        {
            json.WritePropertyName(name);
            value.GetProperty(name).WriteTo(json);
        }
        json.WriteEndObject();
    }
}
