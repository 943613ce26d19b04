using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Tests.Seeding;

/// <summary>A member of a document together with what the schema says about it.</summary>
/// <param name="Path">Where it is in the document: <c>$.groups[0].name</c>.</param>
/// <param name="Described">Where the schema describes it: <c>group.name</c>.</param>
/// <param name="Nullable">Whether the schema allows null.</param>
sealed record SchemaMember(string Path, string Described, bool Nullable);

/// <summary>Walks a document along the schema.</summary>
static class SchemaMembers
{
    private static readonly JsonElement s_schema =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "datasets", "dataset.schema.json")))
            .RootElement;

    private const string Placeholder = "the value that is written twice";

    /// <summary>Every member that the schema describes.</summary>
    public static IEnumerable<string> All() => Names("$", s_schema)
        .Concat(s_schema.GetProperty("$defs").EnumerateObject().SelectMany(definition => Names(definition.Name, definition.Value)));

    /// <summary>Every member and list item of a document.</summary>
    public static IEnumerable<SchemaMember> In(JsonNode document) => Below(document, s_schema, "$", "$");

    public static JsonNode? Get(JsonNode document, string path)
    {
        var (parent, name) = Parent(document, path);
        return parent is JsonArray list ? list[int.Parse(name)] : parent[name];
    }

    public static void Set(JsonNode document, string path, JsonNode? value)
    {
        var (parent, name) = Parent(document, path);
        if (parent is JsonArray list) list[int.Parse(name)] = value;
        else parent[name] = value;
    }

    public static void Remove(JsonNode document, string path)
    {
        var (parent, name) = Parent(document, path);
        if (parent is JsonArray list) list.RemoveAt(int.Parse(name));
        else ((JsonObject)parent).Remove(name);
    }

    /// <summary>The document's text with one member written a second time.</summary>
    public static string Repeated(JsonNode document, string path)
    {
        var (parent, name) = Parent(document, path);
        var value = parent[name]?.ToJsonString() ?? "null";
        parent[name] = Placeholder;
        return document.ToJsonString().Replace($"\"{Placeholder}\"", $"{value},\"{name}\":{value}", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string of, JsonElement schema) =>
        schema.TryGetProperty("properties", out var members) ? members.EnumerateObject().Select(member => $"{of}.{member.Name}") : [];

    private static IEnumerable<SchemaMember> Below(JsonNode? node, JsonElement schema, string path, string described)
    {
        if (node is JsonArray list)
        {
            var items = schema.GetProperty("items");
            foreach (var (at, item) in list.Index())
            {
                yield return new SchemaMember($"{path}[{at}]", described + "[]", IsNullable(items));
                foreach (var below in Into(item, items, $"{path}[{at}]", described + "[]")) yield return below;
            }
        }
        if (node is not JsonObject members) yield break;
        foreach (var (name, value) in members)
        {
            var member = schema.TryGetProperty("properties", out var properties) ? properties.GetProperty(name)
                : schema.GetProperty("additionalProperties");
            yield return new SchemaMember($"{path}.{name}",
                $"{described}.{(properties.ValueKind == JsonValueKind.Undefined ? "*" : name)}", IsNullable(member));
            foreach (var below in Into(value, member, $"{path}.{name}", $"{described}.{name}")) yield return below;
        }
    }

    private static IEnumerable<SchemaMember> Into(JsonNode? node, JsonElement schema, string path, string described)
    {
        if (schema.TryGetProperty("anyOf", out var any)) schema = any[0];
        if (!schema.TryGetProperty("$ref", out var reference)) return Below(node, schema, path, described);
        var name = reference.GetString()!["#/$defs/".Length..];
        return Below(node, s_schema.GetProperty("$defs").GetProperty(name), path, name);
    }

    private static bool IsNullable(JsonElement schema)
    {
        if (schema.TryGetProperty("anyOf", out var any)) return any.EnumerateArray().Any(IsNullable);
        if (!schema.TryGetProperty("type", out var type)) return false;
        return type.ValueKind == JsonValueKind.String ? type.ValueEquals("null")
            : type.EnumerateArray().Any(one => one.ValueEquals("null"));
    }

    private static (JsonNode Parent, string Name) Parent(JsonNode document, string path)
    {
        var steps = path.Replace("]", "", StringComparison.Ordinal).Split('.', '[')[1..];
        var parent = document;
        foreach (var step in steps[..^1]) parent = (parent is JsonArray list ? list[int.Parse(step)] : parent[step])!;
        return (parent, steps[^1]);
    }
}
