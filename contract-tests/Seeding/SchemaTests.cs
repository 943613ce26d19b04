using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Seeding.Files;

namespace Emulation.Tests.Seeding;

/// <summary>The schema describes what the reader reads: no member more, none less, and of the same type.</summary>
public class SchemaTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "datasets");
    private static readonly JsonElement s_schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_folder, "dataset.schema.json"))).RootElement;

    [Test]
    public void It_has_the_members_that_the_reader_has()
    {
        var wrong = new List<string>();
        Compare(typeof(DatasetFile), s_schema, "$", wrong, []);

        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Files))]
    public void Every_built_in_dataset_conforms(string file)
    {
        var wrong = new List<string>();
        Check(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_folder, file))).RootElement, s_schema, "$", wrong);

        wrong.Should().BeEmpty();
    }

    [Test]
    public void The_check_finds_what_does_not_conform()
    {
        var wrong = new List<string>();
        Check(JsonDocument.Parse("""{"format": 2, "groups": [{"id": "1", "nam": "x"}], "chain": {}, "owners": [{"type": "Org"}]}""").RootElement, s_schema, "$", wrong);

        wrong.Should().BeEquivalentTo("$ lacks start", "$.format is not 1", "$.groups[0].id is a String", "$.groups[0].nam is unknown", "$.chain lacks height", "$.owners[0].type is none of its words");
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(s_folder, "docs*.json").Select(path => Path.GetFileName(path)!);

    private static void Compare(Type type, JsonElement schema, string path, List<string> wrong, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return;
        var members = type.GetProperties().Where(property => property.SetMethod is not null).ToDictionary(NameOf, StringComparer.Ordinal);
        var described = schema.GetProperty("properties").EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        wrong.AddRange(members.Keys.Except(described.Keys, StringComparer.Ordinal).Select(name => $"{path}.{name} is not described"));
        wrong.AddRange(described.Keys.Except(members.Keys, StringComparer.Ordinal).Select(name => $"{path}.{name} is not read"));
        if (schema.GetProperty("additionalProperties").GetBoolean()) wrong.Add($"{path} allows more");
        foreach (var (name, property) in members)
        {
            if (!described.TryGetValue(name, out var member)) continue;
            var required = property.GetCustomAttribute<JsonRequiredAttribute>() is not null;
            if (required != Required(schema).Contains(name, StringComparer.Ordinal) && path != "$") wrong.Add($"{path}.{name} is required in one of them");
            CompareType(property.PropertyType, member, $"{path}.{name}", wrong, seen);
        }
    }

    private static void CompareType(Type type, JsonElement schema, string path, List<string> wrong, HashSet<Type> seen)
    {
        schema = Resolve(schema);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (schema.TryGetProperty("const", out _)) return;
        var wanted = type switch
        {
            _ when type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(Guid) => "string",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(double) || type == typeof(decimal) => "number",
            _ when type.IsPrimitive => "integer",
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => "array",
            _ => "object",
        };
        if (!Types(schema).Contains(wanted, StringComparer.Ordinal)) wrong.Add($"{path} is {wanted} to the reader");
        if (wanted == "array") CompareType(type.GetGenericArguments()[0], schema.GetProperty("items"), path + "[]", wrong, seen);
        if (wanted == "object" && !type.IsGenericType) Compare(type, schema, path, wrong, seen);
    }

    /// <summary>What a document has that the schema does not allow.</summary>
    internal static IReadOnlyList<string> Wrong(JsonElement document)
    {
        var wrong = new List<string>();
        Check(document, s_schema, "$", wrong);
        return wrong;
    }

    private static void Check(JsonElement value, JsonElement schema, string path, List<string> wrong)
    {
        if (schema.TryGetProperty("anyOf", out _) && value.ValueKind == JsonValueKind.Null) return;
        schema = Resolve(schema);
        if (schema.TryGetProperty("const", out var constant))
        {
            if (!JsonElement.DeepEquals(constant, value)) wrong.Add($"{path} is not {constant}");
            return;
        }
        if (!Types(schema).Any(type => Is(value, type))) { wrong.Add($"{path} is a {value.ValueKind}"); return; }
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))) wrong.Add($"{path} is none of its words");
        if (schema.TryGetProperty("minimum", out var least) && value.ValueKind == JsonValueKind.Number && value.GetDecimal() < least.GetDecimal()) wrong.Add($"{path} is below {least}");
        if (schema.TryGetProperty("maximum", out var most) && value.ValueKind == JsonValueKind.Number && value.GetDecimal() > most.GetDecimal()) wrong.Add($"{path} is above {most}");
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var (at, item) in value.EnumerateArray().Index()) Check(item, schema.GetProperty("items"), $"{path}[{at}]", wrong);
        if (value.ValueKind != JsonValueKind.Object) return;
        wrong.AddRange(Required(schema).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path} lacks {name}"));
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var described)) Check(member.Value, described, $"{path}.{member.Name}", wrong);
            else if (schema.GetProperty("additionalProperties") is { ValueKind: JsonValueKind.Object } others) Check(member.Value, others, $"{path}.{member.Name}", wrong);
            else wrong.Add($"{path}.{member.Name} is unknown");
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && (value.TryGetInt64(out _) || value.TryGetUInt64(out _)),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static JsonElement Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("anyOf", out var any)) schema = any[0];
        if (!schema.TryGetProperty("$ref", out var reference)) return schema;
        return s_schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
    }

    private static IEnumerable<string> Types(JsonElement schema)
    {
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(one => one.GetString()!);
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [];

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
