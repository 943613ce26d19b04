using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), which browsers and proxies read.</summary>
static class Har
{
    private const int Unknown = -1;

    public static Reply Of(IEnumerable<Shown> oldestFirst, string version) => Answers.Object(200, json =>
    {
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "emulator");
        json.WriteString("version", version);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var shown in oldestFirst) Write(json, shown);
        json.WriteEndArray();
        json.WriteEndObject();
    }).With("Content-Disposition", "attachment; filename=\"requests.har\"");

    private static void Write(Utf8JsonWriter json, Shown shown)
    {
        var took = Math.Round(shown.Facts.Elapsed.TotalMilliseconds, 3);
        json.WriteStartObject();
        json.WriteString("startedDateTime", Instants.Text(shown.Facts.MachineNow));
        json.WriteNumber("time", took);
        WriteRequest(json, shown);
        WriteResponse(json, shown);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", took);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        if (shown.Facts.Client is { } client) json.WriteString("_clientIPAddress", client.ToString());
        // A name of one's own begins with an underscore.
        json.WriteStartObject("_emulator");
        json.WriteString("id", shown.Id);
        json.WriteString("world", shown.World);
        json.WriteString("api", shown.Facts.Api.Name);
        json.WriteString("route", shown.Facts.Route?.Name);
        json.WriteString("refusal", Refusal.Of(shown)?.Reason);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, Shown shown)
    {
        json.WriteStartObject("request");
        json.WriteString("method", shown.Facts.Method);
        json.WriteString("url", shown.AbsoluteUrl);
        json.WriteString("httpVersion", shown.Facts.Protocol);
        Pairs(json, "cookies", Cookies(shown.RequestHeader("Cookie")));
        Pairs(json, "headers", shown.RequestHeaders);
        Pairs(json, "queryString", Parameters(Target.Parse(shown.Target).RawQuery));
        WritePostData(json, shown);
        json.WriteNumber("headersSize", Unknown);
        json.WriteNumber("bodySize", shown.RequestBody.Length);
        json.WriteEndObject();
    }

    private static void WritePostData(Utf8JsonWriter json, Shown shown)
    {
        var body = shown.RequestBody;
        if (body.Bytes.IsEmpty) return;
        json.WriteStartObject("postData");
        json.WriteString("mimeType", shown.RequestHeader("Content-Type") ?? "");
        if (shown.HasForm) Pairs(json, "params", Parameters(body.Text ?? ""));
        WriteText(json, body, "_encoding");
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, Shown shown)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", shown.Facts.Status);
        json.WriteString("statusText", shown.Facts.Status == 0 ? "" : Phrases.Of(shown.Facts.Status));
        json.WriteString("httpVersion", shown.Facts.Protocol);
        Pairs(json, "cookies", shown.AnswerHeaders.Where(header => header.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)).SelectMany(header => Cookies(header.Value.Split(';')[0])));
        Pairs(json, "headers", shown.AnswerHeaders);
        json.WriteStartObject("content");
        json.WriteNumber("size", Math.Max(shown.AnswerBody.Length, shown.AnswerBody.Bytes.Length));
        json.WriteString("mimeType", shown.AnswerHeader("Content-Type") ?? "");
        WriteText(json, shown.AnswerBody, "encoding");
        json.WriteEndObject();
        json.WriteString("redirectURL", shown.AnswerHeader("Location") ?? "");
        json.WriteNumber("headersSize", Unknown);
        json.WriteNumber("bodySize", Math.Max(shown.AnswerBody.Length, Unknown));
        json.WriteEndObject();
    }

    // The specification has an encoding for what is answered only.
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

    private static void Pairs(Utf8JsonWriter json, string name, IEnumerable<Header> pairs)
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
        from part in (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let sign = part.IndexOf('=', StringComparison.Ordinal)
        select sign < 0 ? new Header(part, "") : new Header(part[..sign], part[(sign + 1)..]);

    private static IEnumerable<Header> Parameters(string raw) =>
        Query.Parse(raw, StringComparison.Ordinal).Parameters.Select(parameter => new Header(parameter.Name, parameter.Value));
}
