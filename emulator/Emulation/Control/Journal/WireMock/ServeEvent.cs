using System.Text.Json;
using Emulation.Control.Stubs;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control.Journals.WireMock;

/// <summary>An exchange as WireMock 3.13.2 writes its serve events.</summary>
static class ServeEvent
{
    /// <summary>The stub that answered, if it is still there.</summary>
    public static Stub? StubOf(Call call, Exchange exchange) =>
        Guid.TryParse(exchange.Facts.Stub, out var id) ? AdminRow.StubsOf(call).Now.Find(id) : null;

    public static void Write(Utf8JsonWriter json, Call call, Exchange exchange)
    {
        var shown = new Shown(exchange);
        var stub = StubOf(call, exchange);
        json.WriteString("id", shown.Id);
        json.WriteStartObject("request");
        LoggedRequest.Write(json, shown);
        json.WriteEndObject();
        json.WritePropertyName("responseDefinition");
        if (stub is null) WriteUnstubbed(json, shown.Facts.Status);
        else Write(json, shown, stub.Response.Write);
        WriteResponse(json, shown);
        json.WriteBoolean("wasMatched", shown.IsMatched);
        WriteTiming(json, shown.Facts);
        WriteSubEvents(json, shown);
        json.WritePropertyName("stubMapping");
        if (stub is null) WriteNoStub(json, shown);
        else Write(json, shown, stub.Write);
    }

    /// <summary>What a tester wrote may hold the secrets of those who call.</summary>
    public static void Write(Utf8JsonWriter json, Shown shown, Action<Utf8JsonWriter> write) =>
        json.WriteRawValue(shown.Hide(JsonBody.Bytes(write).Span), skipInputValidation: true);

    private static void WriteUnstubbed(Utf8JsonWriter json, int status)
    {
        json.WriteStartObject();
        json.WriteNumber("status", status);
        json.WriteBoolean("fromConfiguredStub", false);
        json.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter json, Shown shown)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", shown.Facts.Status);
        if (shown.AnswerHeaders.Count > 0) ExchangeJson.WriteHeaders(json, shown.AnswerHeaders);
        LoggedRequest.WriteBody(json, shown.AnswerBody);
        json.WriteEndObject();
    }

    private static void WriteTiming(Utf8JsonWriter json, in Facts facts)
    {
        var (added, total) = ((long)facts.Delay.TotalMilliseconds, (long)facts.Elapsed.TotalMilliseconds);
        var serving = Math.Max(0, total - added);
        json.WriteStartObject("timing");
        json.WriteNumber("addedDelay", added);
        json.WriteNumber("processTime", serving);
        json.WriteNumber("responseSendTime", 0);
        json.WriteNumber("serveTime", serving);
        json.WriteNumber("totalTime", serving + added);
        json.WriteEndObject();
    }

    private static void WriteSubEvents(Utf8JsonWriter json, Shown shown)
    {
        json.WriteStartArray("subEvents");
        if (!shown.IsMatched)
        {
            json.WriteStartObject();
            json.WriteString("type", "REQUEST_NOT_MATCHED");
            json.WriteNumber("timeOffsetNanos", (long)shown.Facts.Elapsed.TotalNanoseconds);
            json.WriteStartObject("data");
            json.WriteNumber("status", shown.Facts.Status);
            json.WriteString("contentType", "text/plain");
            json.WriteString("report", $"No stub matched, and {Refusal.Of(shown)?.Reason ?? "the emulator has no such route"}. See /__admin/requests/unmatched/near-misses.");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // WireMock makes up a stub, so that clients find one with each event.
    private static void WriteNoStub(Utf8JsonWriter json, Shown shown)
    {
        var id = Guid.TryParse(shown.Facts.Stub, out var gone) ? gone : shown.Id;
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartObject("request");
        json.WriteString("method", "ANY");
        json.WriteEndObject();
        json.WritePropertyName("response");
        WriteUnstubbed(json, shown.Facts.Status);
        json.WriteString("uuid", id);
        json.WriteEndObject();
    }
}
