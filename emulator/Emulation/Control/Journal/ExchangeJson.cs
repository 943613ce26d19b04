using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>Writes an exchange in the emulator's own format.</summary>
static class ExchangeJson
{
    public static void Write(Utf8JsonWriter json, RedactedExchange redacted)
    {
        WriteSummary(json, redacted);
        WriteMessage(json, "request", redacted.RequestHeaders, redacted.RequestBody);
        WriteMessage(json, "response", redacted.AnswerHeaders, redacted.AnswerBody);
    }

    /// <summary>Writes an exchange without headers and bodies.</summary>
    public static void WriteSummary(Utf8JsonWriter json, RedactedExchange redacted)
    {
        var details = redacted.Details;
        json.WriteString("id", redacted.Id);
        json.WriteString("time", Instants.Text(details.Now));
        json.WriteString("machineTime", Instants.Text(details.MachineNow));
        json.WriteNumber("milliseconds", Math.Round(details.Elapsed.TotalMilliseconds, 3));
        json.WriteString("world", redacted.World);
        json.WriteString("api", details.Api.Name);
        WriteRoute(json, details.Route);
        json.WriteString("method", details.Method);
        json.WriteString("target", redacted.Target);
        json.WriteNumber("status", details.Status);
        json.WriteString("caller", details.Caller);
        json.WriteString("clientIp", details.Client?.ToString());
        json.WriteString("stub", details.Stub);
        json.WriteStartArray("faults");
        var faults = (details.Fault ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var fault in faults) json.WriteStringValue(fault);
        json.WriteEndArray();
        json.WriteString("note", details.Note);
        json.WriteString("delay", Durations.Text(details.Delay));
        json.WriteString("ending", details.ConnectionFault.ToString().ToLowerInvariant());
        json.WriteStartObject("graphVersion");
        json.WriteNumber("before", details.VersionBefore);
        json.WriteNumber("after", details.VersionAfter);
        json.WriteEndObject();
        WriteRefusal(json, Refusal.Of(redacted));
        WriteBug(json, redacted.Bug);
    }

    /// <summary>Writes headers as an object; several values of one name become an array.</summary>
    public static void WriteHeaders(Utf8JsonWriter json, IReadOnlyList<Header> headers)
    {
        json.WriteStartObject("headers");
        foreach (var group in headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Count() == 1)
            {
                json.WriteString(group.Key, group.First().Value);
                continue;
            }
            json.WriteStartArray(group.Key);
            foreach (var header in group) json.WriteStringValue(header.Value);
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
        if (refusal is not { } given)
        {
            json.WriteNull("refusal");
            return;
        }
        json.WriteStartObject("refusal");
        json.WriteString("reason", given.Reason);
        json.WriteString("source", given.Source);
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
