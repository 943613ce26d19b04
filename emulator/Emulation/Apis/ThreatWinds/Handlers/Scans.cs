using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Handlers;

/// <summary>
/// Scans of an address or a host name. Nothing is scanned and no webhook is called; a task progresses with the world's clock.
/// </summary>
static class Scans
{
    private static readonly long s_queued = Nanos.PerSecond;
    private static readonly long s_running = 5 * Nanos.PerSecond;

    public static Change Add(Call call)
    {
        if (BodyReader.Object(call) is not { } body || !BodyReader.Text(body, "target", out var given) || !HasValidWebhook(body))
            return Envelope.RefuseChange(call, 400, Texts.BadJson);
        if (string.IsNullOrWhiteSpace(given)) return Envelope.RefuseChange(call, 400, Texts.ValueEmpty);
        var target = Normal.Of(Addresses.Parse(given) is null ? DataType.Fqdn : DataType.Ip, given);
        if (target.Fault is { } fault) return Envelope.RefuseChange(call, 400, fault);
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

    private static bool HasValidWebhook(JsonElement body)
    {
        if (!body.TryGetProperty("webhook", out var webhook) || webhook.ValueKind == JsonValueKind.Null) return true;
        return webhook.ValueKind == JsonValueKind.Object && BodyReader.Text(webhook, "url", out _);
    }

    private static void Write(Utf8JsonWriter json, Guid id, string status)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("status", status);
        json.WriteEndObject();
    }
}
