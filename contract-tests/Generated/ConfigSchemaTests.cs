using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Tests.Generated;

/// <summary>The JSON schema of the file of <c>--config</c>.</summary>
class ConfigSchemaTests
{
    private static readonly JsonWriterOptions s_indented = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Test]
    public void The_schema_of_the_config_file_is_that_of_the_option_table()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_indented))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "The file of --config");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            foreach (var row in OptionTable.Rows.Where(row => row != OptionTable.Config)) Write(json, row);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        GeneratedText.CompareFile("emulator/config.schema.json", Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
    }

    private static void Write(Utf8JsonWriter json, OptionRow row)
    {
        json.WriteStartObject(row.Name);
        json.WriteString("description", row.Meaning);
        if (row.IsSwitch) json.WriteString("type", "boolean");
        else if (row.Allowed.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in row.Allowed) json.WriteStringValue(value);
            json.WriteEndArray();
        }
        else json.WriteString("type", row.Value == "N" ? "integer" : "string");
        if (row.Default != "none" && !row.IsSwitch) json.WriteString("default", row.Default);
        json.WriteEndObject();
    }
}
