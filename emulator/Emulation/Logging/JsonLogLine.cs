using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Http;

namespace Emulation.Logging;

/// <summary>The lines of <c>--log-format json</c>: one object each.</summary>
static class JsonLogLine
{
    // Lines are read by people as well: quotes and apostrophes stay as they are.
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Request(RequestLine line) => Object(line.Now, line.IsRefusal ? "warning" : "information", json =>
    {
        var reply = line.Reply;
        WriteCall(json, line.World, line.Call);
        json.WriteNumber("status", reply.Status);
        json.WriteNumber("durationMs", Math.Round(line.Duration.TotalMilliseconds, 3));
        json.WriteString("caller", line.Call.Caller.Name);
        if (line.IsRefusal) json.WriteString("reason", reply.Reason);
        if (reply.Note is { } note) json.WriteString("note", note);
    });

    public static string Bug(string world, Call call, Exception bug, DateTimeOffset now) => Object(now, "error", json =>
    {
        WriteCall(json, world, call);
        json.WriteString("exception", bug.ToString());
    });

    public static string Notice(string message, DateTimeOffset now) => Object(
        now,
        message.StartsWith("warning", StringComparison.Ordinal) ? "warning" : "information",
        json => json.WriteString("message", message));

    private static void WriteCall(Utf8JsonWriter json, string world, Call call)
    {
        json.WriteString("world", world);
        json.WriteString("api", call.Api.Name);
        json.WriteString("route", call.Match.Route?.Name);
        json.WriteString("method", call.Method);
        json.WriteString("path", call.Target.Path);
    }

    private static string Object(DateTimeOffset now, string level, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_readable))
        {
            json.WriteStartObject();
            json.WriteString("time", Instants.Text(now));
            json.WriteString("level", level);
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
