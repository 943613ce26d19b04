using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>Scans of an address or a name. Nothing is scanned and no webhook is called: a task is queued, runs and is done by the clock.</summary>
static class Scans
{
    private static readonly long s_queued = Nanos.PerSecond;
    private static readonly long s_running = 5 * Nanos.PerSecond;

    public static Change Add(Call call)
    {
        if (Bodies.Object(call) is not { } body || !Bodies.Text(body, "target", out var given) || !HasGoodWebhook(body)) return Refused(call, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(given)) return Refused(call, Texts.ValueEmpty);
        var target = Normal.Of(Addresses.Parse(given) is null ? DataType.Fqdn : DataType.Ip, given);
        if (target.Fault is { } fault) return Refused(call, fault);
        var now = Nanos.Of(call.Now);
        if (call.Graph.Find<Scan, TextKey>(Scan.ByTarget, new(0, target.Text)) is { } known)
            return new(call.Graph, Envelope.Ok(200, json => Write(json, known.Id, StatusOf(now - known.At))));
        var graph = call.Graph.TakeId(Scan.NodeKind, out var number);
        var scan = new Scan { Id = Ids.OfRecord(Scan.NodeKind, number), Target = target.Text, At = now };
        return new(graph.Add(scan), Envelope.Ok(202, json => Write(json, scan.Id, "new")));
    }

    private static string StatusOf(long age)
    {
        if (age < s_queued) return "queued";
        return age < s_running ? "running" : "done";
    }

    private static bool HasGoodWebhook(JsonElement body)
    {
        if (!body.TryGetProperty("webhook", out var webhook) || webhook.ValueKind == JsonValueKind.Null) return true;
        return webhook.ValueKind == JsonValueKind.Object && Bodies.Text(webhook, "url", out _);
    }

    private static void Write(Utf8JsonWriter json, Guid id, string status)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("status", status);
        json.WriteEndObject();
    }

    private static Change Refused(Call call, string text) => new(call.Graph, Envelope.Refuse(call, 400, text));
}
