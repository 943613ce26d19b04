using System.Text.Json;

namespace Emulation.Tests.Seeding;

/// <summary>What is built in conforms to the schema.</summary>
class SchemaTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "datasets");
    private static readonly JsonElement s_schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_folder, "dataset.schema.json")))
        .RootElement;

    [TestCaseSource(nameof(Files))]
    public void Every_built_in_dataset_conforms_to_the_schema(string file)
    {
        var wrong = new List<string>();
        Check(JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_folder, file))).RootElement, s_schema, "$", wrong);

        wrong.Should().BeEmpty();
    }

    [Test]
    public void The_check_finds_violations()
    {
        var wrong = new List<string>();
        Check(JsonDocument.Parse("""{"format": 2, "groups": [{"id": "1", "nam": "x"}], "chain": {}, "owners": [{"type": "Org"}]}""")
            .RootElement, s_schema, "$", wrong);

        wrong.Should().BeEquivalentTo("$ lacks start", "$.format is not 1", "$.groups[0].id is a String", "$.groups[0].nam is unknown",
            "$.chain lacks height", "$.owners[0].type is none of its words");
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(s_folder, "docs*.json").Select(path => Path.GetFileName(path)!);

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
        if (schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value))) wrong.Add($"{path} is none of its words");
        if (schema.TryGetProperty("minimum", out var least) && value.ValueKind == JsonValueKind.Number
            && value.GetDecimal() < least.GetDecimal()) wrong.Add($"{path} is below {least}");
        if (schema.TryGetProperty("maximum", out var most) && value.ValueKind == JsonValueKind.Number
            && value.GetDecimal() > most.GetDecimal()) wrong.Add($"{path} is above {most}");
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var (at, item) in value.EnumerateArray().Index()) Check(item, schema.GetProperty("items"), $"{path}[{at}]", wrong);
        if (value.ValueKind != JsonValueKind.Object) return;
        wrong.AddRange(Required(schema).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path} lacks {name}"));
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name,
                out var described)) Check(member.Value, described, $"{path}.{member.Name}", wrong);
            else if (schema.GetProperty("additionalProperties") is { ValueKind: JsonValueKind.Object } others) Check(member.Value, others,
                $"{path}.{member.Name}", wrong);
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
}
