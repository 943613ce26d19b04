using System.Text.Json;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Writes request patterns as WireMock does: the known members, in a fixed order.</summary>
static class PatternJson
{
    private static readonly string[] s_request =
    [
        "url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate", "method", "headers", "pathParameters",
        "queryParameters", "formParameters", "cookies", "bodyPatterns", "basicAuthCredentials",
    ];
    private static readonly string[] s_flags = ["caseInsensitive", "ignoreArrayOrder", "ignoreExtraElements"];

    public static void Write(Utf8JsonWriter json, string method, JsonElement? source)
    {
        json.WriteStartObject();
        foreach (var name in s_request)
        {
            if (name == "method") json.WriteString(name, method);
            else if (source is { ValueKind: JsonValueKind.Object } given
                && given.TryGetProperty(name, out var value)
                && value.ValueKind != JsonValueKind.Null)
                WriteMember(json, name, value);
        }
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        if (name == "bodyPatterns") WriteMatchers(json, value);
        else if (name == "basicAuthCredentials") WriteOrdered(json, value, ["username", "password"]);
        else if (value.ValueKind == JsonValueKind.Object) WriteNamed(json, value);
        else value.WriteTo(json);
    }

    private static void WriteNamed(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            json.WritePropertyName(member.Name);
            WriteMatcher(json, member.Value);
        }
        json.WriteEndObject();
    }

    private static void WriteMatchers(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartArray();
        foreach (var element in value.EnumerateArray()) WriteMatcher(json, element);
        json.WriteEndArray();
    }

    private static void WriteMatcher(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        var members = value.EnumerateObject().OrderBy(member => member.Name == "expression" ? -1 : Array.IndexOf(s_flags, member.Name) + 1);
        foreach (var member in members)
        {
            if (member.Value.ValueKind == JsonValueKind.Null) continue;
            json.WritePropertyName(member.Name);
            WriteOperand(json, member);
        }
        json.WriteEndObject();
    }

    private static void WriteOperand(Utf8JsonWriter json, JsonProperty member)
    {
        if (member.Name == "absent") json.WriteBooleanValue(true);
        else if (member.Name is "and" or "or" or "includes" or "hasExactly") WriteMatchers(json, member.Value);
        else if (member.Name is "not" or "matchesJsonPath" && member.Value.ValueKind == JsonValueKind.Object)
            WriteMatcher(json, member.Value);
        else member.Value.WriteTo(json);
    }

    private static void WriteOrdered(Utf8JsonWriter json, JsonElement value, string[] order)
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
