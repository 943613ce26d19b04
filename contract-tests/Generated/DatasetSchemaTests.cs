using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Tests.Seeding;

namespace Emulation.Tests.Generated;

/// <summary>The schema of dataset files, exported from the row records.</summary>
class DatasetSchemaTests
{
    private static readonly JsonSerializerOptions s_indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public void The_schema_is_what_the_row_records_say() =>
        GeneratedText.CompareFile(
            "fixtures/datasets/dataset.schema.json", SchemaExporter.Export().ToJsonString(s_indented).ReplaceLineEndings("\n") + "\n");
}
