using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Emulation.Seeding.Format;
using AllowedValuesAttribute = System.ComponentModel.DataAnnotations.AllowedValuesAttribute;
using DescriptionAttribute = System.ComponentModel.DescriptionAttribute;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Emulation.Tests.Seeding;

/// <summary>Makes the JSON schema of the dataset format from the row records: their members, defaults and attributes.</summary>
sealed class SchemaExporter
{
    private const string RowSuffix = "Row";

    private readonly JsonSerializerOptions _options = DatasetJson.Default.Options;
    private readonly JsonObject _definitions = [];

    public static JsonObject Export() => new SchemaExporter().Root();

    private JsonObject Root()
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Dataset, format 1" };
        foreach (var (name, value) in Object(typeof(DatasetFile))) schema[name] = value?.DeepClone();
        schema["properties"]!["format"] = new JsonObject { ["description"] = "The version of the format.", ["const"] = 1 };
        // Start may be null in the record, so that its absence can be reported; in a file it must be there.
        schema["properties"]!["start"]!["type"] = "string";
        schema["required"] = new JsonArray("format", "start");
        schema["$defs"] = _definitions;
        return schema;
    }

    private JsonObject Object(Type type)
    {
        var info = _options.GetTypeInfo(type);
        var schema = new JsonObject { ["type"] = "object" };
        if (type.GetCustomAttribute<DescriptionAttribute>() is { } about) schema["description"] = about.Description;
        var (members, required, defaults) = (new JsonObject(), new JsonArray(), Activator.CreateInstance(type)!);
        foreach (var member in info.Properties)
        {
            members[member.Name] = Member(member, (PropertyInfo)member.AttributeProvider!, member.Get!(defaults));
            if (member.IsRequired) required.Add((JsonNode)member.Name);
        }
        schema["properties"] = members;
        if (required.Count > 0) schema["required"] = required;
        schema["additionalProperties"] = false;
        return schema;
    }

    private JsonObject Member(JsonPropertyInfo member, PropertyInfo property, object? assumed)
    {
        var nullable = member.PropertyType.IsValueType ? Nullable.GetUnderlyingType(member.PropertyType) is not null : member.IsSetNullable;
        var schema = new JsonObject();
        if (property.GetCustomAttribute<DescriptionAttribute>() is { } about) schema["description"] = about.Description;
        foreach (var (name, value) in Value(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, nullable))
            schema[name] = value?.DeepClone();
        if (property.GetCustomAttribute<AllowedValuesAttribute>() is { } words)
            schema["enum"] = new JsonArray([.. words.Values.Select(word => word is null ? null : JsonValue.Create((string)word))]);
        if (property.GetCustomAttribute<RangeAttribute>() is { } range) (schema["minimum"], schema["maximum"]) =
            ((int)range.Minimum, (int)range.Maximum);
        if (!member.IsRequired && Default(assumed) is { } known) schema["default"] = known;
        return schema;
    }

    private JsonObject Value(Type type, bool nullable)
    {
        if (type == typeof(string)) return Typed("string", nullable);
        if (type == typeof(DateTimeOffset)) return With(Typed("string", nullable), "format", "date-time");
        if (type == typeof(Guid)) return With(Typed("string", nullable), "format", "uuid");
        if (type == typeof(bool)) return Typed("boolean", nullable);
        if (type == typeof(double) || type == typeof(decimal)) return Typed("number", nullable);
        if (type == typeof(ulong) || type == typeof(uint)) return With(Typed("integer", nullable), "minimum", 0);
        if (type.IsPrimitive) return Typed("integer", nullable);
        if (type == typeof(AttributeText)) return new JsonObject { ["type"] = new JsonArray("string", "number") };
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 2) return With(Typed("object", nullable), "additionalProperties", Value(arguments[1], false));
        if (arguments.Length == 1) return With(Typed("array", nullable), "items", Value(arguments[0], false));
        var reference = Reference(type);
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private JsonObject Reference(Type type)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(type.Name[..^RowSuffix.Length]);
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = new JsonObject();
            _definitions[name] = Object(type);
        }
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonNode? Default(object? assumed) => assumed switch
    {
        true => true,
        string { Length: > 0 } text => text,
        ulong and not 0UL => (ulong)assumed,
        int and not 0 => (int)assumed,
        double and not 0.0 => (double)assumed,
        _ => null,
    };

    private static JsonObject Typed(string type, bool nullable) => new() { ["type"] = nullable ? new JsonArray(type, "null") : type };

    private static JsonObject With(JsonObject schema, string name, JsonNode value)
    {
        schema[name] = value;
        return schema;
    }
}
