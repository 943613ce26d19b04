using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulation.Http.Json;

namespace Emulation.Control.Events;

/// <summary>The format of server-sent events (HTML, section "Server-sent events").</summary>
static class EventText
{
    /// <summary>The lines <c>event:</c> and <c>data:</c>, and the empty line that ends an event.</summary>
    public static ReadOnlyMemory<byte> Of(string type, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write(Encoding.ASCII.GetBytes($"event: {type}\ndata: "));
        // JSON escapes line breaks, so the data is one line.
        JsonBody.Write(buffer, json =>
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        });
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }
}
