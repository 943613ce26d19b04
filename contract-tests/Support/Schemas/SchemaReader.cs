using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulation.Tests.Support.Schemas;

/// <summary>
/// Compiles the schemas of an OpenAPI document. A keyword that it does not know is a failure, so that none is ignored.
/// </summary>
sealed class SchemaReader
{
    private const string Reference = "#/components/schemas/";

    private readonly JsonElement _named;
    private readonly Dictionary<string, Schema> _compiled = new(StringComparer.Ordinal);

    public SchemaReader(JsonElement document)
    {
        _named = document.GetProperty("components").GetProperty("schemas");
        foreach (var schema in _named.EnumerateObject()) Named(schema.Name);
    }

    /// <summary>Every member that a named schema names.</summary>
    public IEnumerable<SchemaMember> Members => _compiled.Values.SelectMany(schema => schema.Members?.Values ?? []);

    public IEnumerable<string> Names => _compiled.Keys;

    public Schema Named(string name)
    {
        if (_compiled.TryGetValue(name, out var known)) return known;
        var schema = _compiled[name] = new Schema();
        Fill(schema, _named.GetProperty(name), name);
        return schema;
    }

    public Schema Read(JsonElement json, string owner)
    {
        if (json.TryGetProperty("$ref", out var reference)) return Named(reference.GetString()![Reference.Length..]);
        var schema = new Schema();
        Fill(schema, json, owner);
        return schema;
    }

    private void Fill(Schema schema, JsonElement json, string owner)
    {
        foreach (var keyword in json.EnumerateObject()) Fill(schema, keyword.Name, keyword.Value, owner);
    }

    private void Fill(Schema schema, string keyword, JsonElement value, string owner)
    {
        switch (keyword)
        {
            case "description" or "default": break;
            case "type": schema.Types = value.ValueKind == JsonValueKind.Array ? Texts(value) : [value.GetString()!]; break;
            case "enum": schema.Values = [.. value.EnumerateArray().Select(one => one.GetRawText())]; break;
            case "const": schema.Values = [value.GetRawText()]; break;
            case "required": schema.Required = Texts(value); break;
            case "properties": schema.Members = ReadMembers(value, owner); break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.True: schema.OtherMembers = new Schema(); break;
            case "additionalProperties": schema.OtherMembers = Read(value, owner + ".*"); break;
            case "items": schema.Items = Read(value, owner + "[]"); break;
            case "oneOf" or "anyOf": schema.Alternatives = [.. value.EnumerateArray().Select(one => Read(one, owner))]; break;
            case "pattern": schema.Pattern = new Regex(value.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)); break;
            case "format": schema.Format = value.GetString() is "double" or "float" ? null : value.GetString(); break;
            case "contentEncoding": schema.IsBase64 = value.GetString() == "base64"; break;
            case "minItems": schema.Count = schema.Count with { Least = value.GetInt32() }; break;
            case "maxItems": schema.Count = schema.Count with { Most = value.GetInt32() }; break;
            case "minimum": schema.Range = schema.Range with { Least = value.GetDouble() }; break;
            case "maximum": schema.Range = schema.Range with { Most = value.GetDouble() }; break;
            default: throw new InvalidOperationException($"The keyword {keyword} of {owner} is unknown.");
        }
    }

    private Dictionary<string, SchemaMember> ReadMembers(JsonElement properties, string owner)
    {
        var members = new Dictionary<string, SchemaMember>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
            members[property.Name] = new SchemaMember(owner, property.Name) { Schema = Read(property.Value, $"{owner}.{property.Name}") };
        return members;
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(one => one.GetString()!)];
}
