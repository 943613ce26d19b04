using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Http;

/// <summary>The emulator's own error responses: problem details (RFC 9457).</summary>
static class Problem
{
    public const string ContentType = "application/problem+json";

    // People read these in a terminal: quotes and apostrophes stay as they are.
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What is wrong, in general.</param>
    /// <param name="detail">What is wrong here, and what is allowed.</param>
    /// <param name="pointer">JSON pointer to the offending member of the request's body, if one is.</param>
    public static Reply Reply(int status, string title, string detail, string? pointer = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("code", CodeOf(title));
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            if (pointer is not null) json.WriteString("pointer", pointer);
            json.WriteEndObject();
        }
        return new Reply(status) { ContentType = ContentType, Bytes = buffer.WrittenMemory, Reason = detail };
    }

    /// <summary>
    /// The title in lower case with hyphens, for scripts to compare. Titles are part of the interface; details may change.
    /// </summary>
    private static string CodeOf(string title) => string.Create(title.Length, title, static (code, text) =>
    {
        for (var i = 0; i < text.Length; i++) code[i] = char.IsAsciiLetterOrDigit(text[i]) ? char.ToLowerInvariant(text[i]) : '-';
    });
}
