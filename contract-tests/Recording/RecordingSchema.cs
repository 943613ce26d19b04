using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Emulation.Recordings.Format;
using Emulation.Recordings.Rules;
using DescriptionAttribute = System.ComponentModel.DescriptionAttribute;

namespace Emulation.Tests.Recordings;

/// <summary>Makes the JSON schema of a recording's lines and of rule files from the records that read and write them.</summary>
static class RecordingSchema
{
    private static readonly JsonSchemaExporterOptions s_options = new()
    {
        TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe,
    };

    /// <summary>A line is the header or an exchange.</summary>
    public static JsonObject OfRecording() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "A line of a recording, format 1",
        ["anyOf"] = new JsonArray(
            WithId("header", RecordingJson.Default.RecordingHeader.GetJsonSchemaAsNode(s_options)),
            WithId("exchange", RecordingJson.Default.RecordedExchange.GetJsonSchemaAsNode(s_options))),
    };

    public static JsonObject OfRules()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Rules of recordings, format 1",
        };
        foreach (var (name, value) in RuleJson.Default.RuleFile.GetJsonSchemaAsNode(s_options).AsObject()) schema[name] = value?.DeepClone();
        return schema;
    }

    public static string Text(JsonObject schema)
    {
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return schema.ToJsonString(options).ReplaceLineEndings("\n") + "\n";
    }

    // References inside a schema with an id are relative to it.
    private static JsonNode WithId(string id, JsonNode schema)
    {
        schema.AsObject().Insert(0, "$id", $"https://api-emulator.example/recording/{id}");
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var about = context.PropertyInfo?.AttributeProvider is PropertyInfo property
            ? property.GetCustomAttribute<DescriptionAttribute>()
            : context.TypeInfo.Type.GetCustomAttribute<DescriptionAttribute>();
        if (about is null || schema is not JsonObject described) return schema;
        described.Remove("description");
        described.Insert(0, "description", about.Description);
        return described;
    }
}
