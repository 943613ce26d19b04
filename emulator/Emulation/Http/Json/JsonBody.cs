using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Http.Json;

/// <summary>Bodies written with the framework's writer: compact, non-ASCII characters as they are.</summary>
static class JsonBody
{
    private static readonly JsonWriterOptions s_plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // A cache of scratch objects, not state: a writer is reset before each use.
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>Writes one JSON document.</summary>
    public static void Write(IBufferWriter<byte> to, Action<Utf8JsonWriter> content)
    {
        var json = t_writer ?? new Utf8JsonWriter(to, s_plain);
        t_writer = null;
        json.Reset(to);
        content(json);
        json.Flush();
        t_writer = json;
    }

    /// <summary>The same as bytes, for small bodies.</summary>
    public static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        Write(buffer, content);
        return buffer.WrittenMemory;
    }
}
