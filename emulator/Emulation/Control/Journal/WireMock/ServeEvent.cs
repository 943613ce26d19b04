using System.Text.Json;
using Emulation.Control.Stubs;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control.Journals.WireMock;

/// <summary>Writes an exchange in the format of WireMock 3.13.2's serve events.</summary>
static class ServeEvent
{
    /// <summary>The stub that answered, unless it has been removed.</summary>
    public static Stub? StubOf(ControlCall call, Exchange exchange) =>
        Guid.TryParse(exchange.Details.Stub, out var id) ? AdminRow.StubsOf(call).Now.Find(id) : null;

    public static void Write(Utf8JsonWriter json, ControlCall call, Exchange exchange)
    {
        var redacted = new RedactedExchange(exchange);
        var stub = StubOf(call, exchange);
        json.WriteString("id", redacted.Id);
        json.WriteStartObject("request");
        LoggedRequest.Write(json, redacted);
        json.WriteEndObject();
        json.WritePropertyName("responseDefinition");
        if (stub is null) WriteUnstubbed(json, redacted.Details.Status);
        else Write(json, redacted, stub.Response.Write);
        WriteResponse(json, redacted);
        json.WriteBoolean("wasMatched", redacted.IsMatched);
        WriteTiming(json, redacted.Details);
        WriteSubEvents(json, redacted);
        json.WritePropertyName("stubMapping");
        if (stub is null) WriteNoStub(json, redacted);
        else Write(json, redacted, stub.Write);
    }

    /// <summary>Writes a stub without the secrets of the exchange, which its patterns may contain.</summary>
    public static void Write(Utf8JsonWriter json, RedactedExchange redacted, Action<Utf8JsonWriter> write) =>
        json.WriteRawValue(redacted.Hide(JsonBody.Bytes(write).Span), skipInputValidation: true);

    private static void WriteUnstubbed(Utf8JsonWriter json, int status)
    {
        json.WriteStartObject();
        json.WriteNumber("status", status);
        json.WriteBoolean("fromConfiguredStub", false);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, RedactedExchange redacted)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", redacted.Details.Status);
        if (redacted.AnswerHeaders.Count > 0) ExchangeJson.WriteHeaders(json, redacted.AnswerHeaders);
        LoggedRequest.WriteBody(json, redacted.AnswerBody);
        json.WriteEndObject();
    }

    private static void WriteTiming(Utf8JsonWriter json, in ExchangeDetails details)
    {
        var (added, total) = ((long)details.Delay.TotalMilliseconds, (long)details.Elapsed.TotalMilliseconds);
        var serving = Math.Max(0, total - added);
        json.WriteStartObject("timing");
        json.WriteNumber("addedDelay", added);
        json.WriteNumber("processTime", serving);
        json.WriteNumber("responseSendTime", 0);
        json.WriteNumber("serveTime", serving);
        json.WriteNumber("totalTime", serving + added);
        json.WriteEndObject();
    }

    private static void WriteSubEvents(Utf8JsonWriter json, RedactedExchange redacted)
    {
        json.WriteStartArray("subEvents");
        if (!redacted.IsMatched)
        {
            json.WriteStartObject();
            json.WriteString("type", "REQUEST_NOT_MATCHED");
            json.WriteNumber("timeOffsetNanos", (long)redacted.Details.Elapsed.TotalNanoseconds);
            json.WriteStartObject("data");
            json.WriteNumber("status", redacted.Details.Status);
            json.WriteString("contentType", "text/plain");
            var reason = Refusal.Of(redacted)?.Reason ?? "the emulator has no such route";
            json.WriteString("report", $"No stub matched, and {reason}. See /__admin/requests/unmatched/near-misses.");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // WireMock invents a stub for unmatched requests, so that each event has one.
    private static void WriteNoStub(Utf8JsonWriter json, RedactedExchange redacted)
    {
        var id = Guid.TryParse(redacted.Details.Stub, out var removed) ? removed : redacted.Id;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartObject("request");
        json.WriteString("method", "ANY");
        json.WriteEndObject();
        json.WritePropertyName("response");
        WriteUnstubbed(json, redacted.Details.Status);
        json.WriteString("uuid", id);
        json.WriteEndObject();
    }
}
