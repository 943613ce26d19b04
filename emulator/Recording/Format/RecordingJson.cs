using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Recordings.Format;

/// <summary>The format as JSON. Unknown members are skipped, so that later versions may add some.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecordingHeader))]
[JsonSerializable(typeof(RecordedExchange))]
sealed partial class RecordingJson : JsonSerializerContext;

/// <summary>Writes text that people can read: only what JSON requires is escaped.</summary>
static class ReadableJson
{
    public static RecordingJson Context { get; } =
        new(new JsonSerializerOptions(RecordingJson.Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
