using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which browsers and proxies read.</summary>
static class HttpArchive
{
    private const int Unknown = -1;

    public static Reply Of(IEnumerable<RedactedExchange> oldestFirst, string version) => ControlReplies.Object(200, json =>
    {
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "emulator");
        json.WriteString("version", version);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var redacted in oldestFirst) Write(json, redacted);
        json.WriteEndArray();
        json.WriteEndObject();
    }).With("Content-Disposition", "attachment; filename=\"requests.har\"");

    private static void Write(Utf8JsonWriter json, RedactedExchange redacted)
    {
        var took = Math.Round(redacted.Details.Elapsed.TotalMilliseconds, 3);
        json.WriteStartObject();
        json.WriteString("startedDateTime", Instants.Text(redacted.Details.MachineNow));
        json.WriteNumber("time", took);
        WriteRequest(json, redacted);
        WriteResponse(json, redacted);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", took);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        if (redacted.Details.Client is { } client) json.WriteString("_clientIPAddress", client.ToString());
        // The specification wants custom fields to begin with an underscore.
        json.WriteStartObject("_emulator");
        json.WriteString("id", redacted.Id);
        json.WriteString("world", redacted.World);
        json.WriteString("api", redacted.Details.Api.Name);
        json.WriteString("route", redacted.Details.Route?.Name);
        json.WriteString("refusal", Refusal.Of(redacted)?.Reason);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, RedactedExchange redacted)
    {
        json.WriteStartObject("request");
        json.WriteString("method", redacted.Details.Method);
        json.WriteString("url", redacted.AbsoluteUrl);
        json.WriteString("httpVersion", redacted.Details.Protocol);
        WritePairs(json, "cookies", Cookies(redacted.RequestHeader("Cookie")));
        WritePairs(json, "headers", redacted.RequestHeaders);
        WritePairs(json, "queryString", Parameters(Target.Parse(redacted.Target).RawQuery));
        WritePostData(json, redacted);
        json.WriteNumber("headersSize", Unknown);
        json.WriteNumber("bodySize", redacted.RequestBody.Length);
        json.WriteEndObject();
    }

    private static void WritePostData(Utf8JsonWriter json, RedactedExchange redacted)
    {
        var body = redacted.RequestBody;
        if (body.Bytes.IsEmpty) return;
        json.WriteStartObject("postData");
        json.WriteString("mimeType", redacted.RequestHeader("Content-Type") ?? "");
        if (redacted.HasForm) WritePairs(json, "params", Parameters(body.Text ?? ""));
        WriteText(json, body, "_encoding");
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, RedactedExchange redacted)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", redacted.Details.Status);
        json.WriteString("statusText", redacted.Details.Status == 0 ? "" : Phrases.Of(redacted.Details.Status));
        json.WriteString("httpVersion", redacted.Details.Protocol);
        var setCookies = redacted.AnswerHeaders.Where(header => header.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase));
        WritePairs(json, "cookies", setCookies.SelectMany(header => Cookies(header.Value.Split(';')[0])));
        WritePairs(json, "headers", redacted.AnswerHeaders);
        json.WriteStartObject("content");
        json.WriteNumber("size", Math.Max(redacted.AnswerBody.Length, redacted.AnswerBody.Bytes.Length));
        json.WriteString("mimeType", redacted.AnswerHeader("Content-Type") ?? "");
        WriteText(json, redacted.AnswerBody, "encoding");
        json.WriteEndObject();
        json.WriteString("redirectURL", redacted.AnswerHeader("Location") ?? "");
        json.WriteNumber("headersSize", Unknown);
        json.WriteNumber("bodySize", Math.Max(redacted.AnswerBody.Length, Unknown));
        json.WriteEndObject();
    }

    // The specification has an encoding field for responses only.
    private static void WriteText(Utf8JsonWriter json, KeptBody body, string encoding)
    {
        if (body.Text is { } text) json.WriteString("text", text);
        else
        {
            json.WriteBase64String("text", body.Bytes.Span);
            json.WriteString(encoding, "base64");
        }
        if (body.IsCut) json.WriteString("comment", $"cut after {body.Bytes.Length} bytes");
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<Header> pairs)
    {
        json.WriteStartArray(name);
        foreach (var pair in pairs)
        {
            json.WriteStartObject();
            json.WriteString("name", pair.Name);
            json.WriteString("value", pair.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static IEnumerable<Header> Cookies(string? header) =>
        CookieHeader.Parse(header).Select(cookie => new Header(cookie.Name, cookie.Value ?? ""));

    private static IEnumerable<Header> Parameters(string raw) =>
        Query.Parse(raw, StringComparison.Ordinal).Parameters.Select(parameter => new Header(parameter.Name, parameter.Value));
}
