using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>An exchange in the emulator's own words.</summary>
static class ExchangeJson
{
    public static void Write(Utf8JsonWriter json, Shown shown)
    {
        var facts = shown.Facts;
        json.WriteString("id", shown.Id);
        json.WriteString("time", Instants.Text(facts.Now));
        json.WriteString("machineTime", Instants.Text(facts.MachineNow));
        json.WriteNumber("milliseconds", Math.Round(facts.Elapsed.TotalMilliseconds, 3));
        json.WriteString("world", shown.World);
        json.WriteString("api", facts.Api.Name);
        WriteRoute(json, facts.Route);
        json.WriteString("method", facts.Method);
        json.WriteString("target", shown.Target);
        json.WriteNumber("status", facts.Status);
        json.WriteString("caller", facts.Caller);
        json.WriteString("clientIp", facts.Client?.ToString());
        json.WriteString("stub", facts.Stub);
        json.WriteStartArray("faults");
        foreach (var fault in (facts.Fault ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(fault);
        json.WriteEndArray();
        json.WriteString("note", facts.Note);
        json.WriteString("delay", Durations.Text(facts.Delay));
        json.WriteString("ending", facts.ConnectionFault.ToString().ToLowerInvariant());
        json.WriteStartObject("graphVersion");
        json.WriteNumber("before", facts.VersionBefore);
        json.WriteNumber("after", facts.VersionAfter);
        json.WriteEndObject();
        WriteRefusal(json, Refusal.Of(shown));
        WriteBug(json, shown.Bug);
        WriteMessage(json, "request", shown.RequestHeaders, shown.RequestBody);
        WriteMessage(json, "response", shown.AnswerHeaders, shown.AnswerBody);
    }

    /// <summary>Headers as an object; several values of one name are an array.</summary>
    public static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<Header> headers)
    {
        json.WriteStartObject("headers");
        foreach (var same in headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() == 1)
            {
                json.WriteString(same.Key, same.First().Value);
                continue;
            }
            json.WriteStartArray(same.Key);
            foreach (var header in same) json.WriteStringValue(header.Value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, Route? route)
    {
        if (route is null)
        {
            json.WriteNull("route");
            return;
        }
        json.WriteStartObject("route");
        json.WriteString("name", route.Name);
        json.WriteString("method", route.Method);
        json.WriteString("path", route.Path);
        json.WriteString("provenance", route.Provenance.ToString().ToLowerInvariant());
        json.WriteString("source", route.Source);
        json.WriteEndObject();
    }

    private static void WriteRefusal(Utf8JsonWriter json, Refusal? refusal)
    {
        if (refusal is not { } why)
        {
            json.WriteNull("refusal");
            return;
        }
        json.WriteStartObject("refusal");
        json.WriteString("reason", why.Reason);
        json.WriteString("source", why.Source);
        json.WriteEndObject();
    }

    private static void WriteBug(Utf8JsonWriter json, Bug? bug)
    {
        if (bug is null)
        {
            json.WriteNull("bug");
            return;
        }
        json.WriteStartObject("bug");
        json.WriteString("type", bug.Type);
        json.WriteString("message", bug.Message);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, IReadOnlyList<Header> headers, KeptBody body)
    {
        json.WriteStartObject(name);
        WriteHeaders(json, headers);
        if (body.Text is { } text) json.WriteString("body", text);
        else json.WriteBase64String("base64Body", body.Bytes.Span);
        if (body.Length >= 0) json.WriteNumber("bodyBytes", body.Length);
        else json.WriteNull("bodyBytes");
        json.WriteBoolean("bodyCut", body.IsCut);
        json.WriteEndObject();
    }
}
