using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatWinds;

/// <summary>The response formats.</summary>
static class Envelope
{
    public const string ContentType = "application/json; charset=utf-8";

    private const string Error = "x-error";
    private const string ErrorId = "x-error-id";

    public static Reply Ok(int status, Action<Utf8JsonWriter> content) =>
        new(status) { ContentType = ContentType, Writer = to => JsonBody.Write(to, content) };

    public static Reply Acknowledged(int status = 202) => Ok(status, static json =>
    {
        json.WriteStartObject();
        json.WriteString("message", "acknowledged");
        json.WriteEndObject();
    });

    /// <param name="call">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="text">The text for the client.</param>
    /// <param name="reason">A more precise text for the log.</param>
    public static Reply Refuse(Call call, int status, string text, string? reason = null)
    {
        var id = call.NewErrorId().ToString();
        return new Reply(status)
        {
            ContentType = ContentType,
            Bytes = JsonBody.Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteString("uuid", id);
                json.WriteString("error", text);
                json.WriteEndObject();
            }),
            Headers = [new(Error, ForHeader(text)), new(ErrorId, id)],
            Reason = reason ?? text,
        };
    }

    /// <summary>The 204 of the 2025 pages: no body, but the headers of the error that the older pages document.</summary>
    public static Reply NoContent(Call call, string text) => new(204)
    {
        Headers = [new(Error, ForHeader(text)), new(ErrorId, call.NewErrorId().ToString())],
    };

    /// <summary>Refuses a change: the graph stays as it is.</summary>
    public static Change RefuseChange(Call call, int status, string text, string? reason = null) =>
        new(call.Graph, Refuse(call, status, text, reason));

    /// <summary>Not found, in the configured style.</summary>
    public static Reply Missing(Call call, NotFoundStyle style, string text) =>
        style == NotFoundStyle.NoContent ? NoContent(call, text) : Refuse(call, 404, text);

    private static string ForHeader(string text) => string.Concat(text.Where(character => character is >= ' ' and < '\x7f'));
}
