using System.Text.Json;
using Emulation.Control.Journals;
using Emulation.Http;

namespace Emulation.Control.Events;

/// <summary>Writes a request and how it was answered, without its secrets; the journal has the rest.</summary>
static class RequestSummary
{
    private const int LongestTarget = 2000;

    public static void Write(Utf8JsonWriter json, Entry entry, Guid? id)
    {
        var (call, reply) = (entry.Call, entry.Reply);
        var redaction = RedactionOf(call);
        if (id is { } known) json.WriteString("id", known);
        else json.WriteNull("id");
        json.WriteString("time", Instants.Text(call.Now));
        json.WriteString("world", entry.World);
        json.WriteString("api", call.Api.Name);
        json.WriteString("method", call.Method);
        json.WriteString("target", Cut(redaction.Text(call.Target.Raw)));
        json.WriteString("route", call.Match.Route?.Name);
        json.WriteNumber("status", reply.Status);
        json.WriteNumber("milliseconds", Math.Round(entry.Duration.TotalMilliseconds, 3));
        json.WriteString("caller", entry.Caller.Name);
        json.WriteString("stub", entry.Stub);
        json.WriteStartArray("faults");
        var faults = (entry.Fault ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var fault in faults) json.WriteStringValue(fault);
        json.WriteEndArray();
        json.WriteString("reason", reply.Reason is { } reason ? Cut(redaction.Text(reason)) : null);
        json.WriteString("note", entry.Note);
        json.WriteString("ending", entry.ConnectionFault.ToString().ToLowerInvariant());
    }

    /// <summary>A secret of a header is hidden in the target too.</summary>
    private static Redaction RedactionOf(Call call)
    {
        var redaction = new Redaction(call.Target.Raw, _ => Secrets.Hidden);
        foreach (var (name, values) in call.Headers)
            foreach (var value in values) redaction.Header(name, value ?? "");
        return redaction;
    }

    private static string Cut(string text) => text.Length > LongestTarget ? text[..LongestTarget] + "…" : text;
}
