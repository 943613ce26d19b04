using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Recordings.Drifts;

/// <summary>A report as JSON, for programs and as evidence.</summary>
static class ReportJson
{
    public const int Format = 1;

    public static byte[] Of(DriftReport report)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options)) Write(json, report);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, DriftReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("drift", Format);
        json.WriteString("source", report.Source);
        json.WriteString("upstream", report.Upstream);
        json.WriteString("recorded", report.Recorded);
        json.WriteString("compared", report.Compared);
        json.WriteString("emulator", report.Emulator);
        json.WriteStartObject("totals");
        json.WriteNumber("compared", report.ComparedCount);
        json.WriteNumber("same", report.SameCount);
        json.WriteNumber("differences", report.Drift.Count());
        json.WriteNumber("accepted", report.AcceptedCount);
        json.WriteNumber("notCompared", report.NotComparedCount);
        json.WriteEndObject();
        json.WriteStartArray("routes");
        foreach (var route in report.Routes) Write(json, route);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RouteResult route)
    {
        json.WriteStartObject();
        json.WriteString("api", route.Api);
        json.WriteString("method", route.Method);
        json.WriteString("path", route.Path);
        json.WriteString("provenance", route.Provenance);
        json.WriteString("source", route.Route?.Source);
        json.WriteNumber("compared", route.Compared);
        json.WriteNumber("same", route.Same);
        json.WriteStartArray("differences");
        foreach (var difference in route.Differences)
        {
            json.WriteStartObject();
            json.WriteString("kind", difference.First.KindName);
            json.WriteString("path", difference.First.Path);
            json.WriteString("recorded", difference.First.Recorded);
            json.WriteString("found", difference.First.Found);
            json.WriteStartArray("exchanges");
            foreach (var number in difference.Exchanges) json.WriteNumberValue(number);
            json.WriteEndArray();
            json.WriteString("accepted", difference.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notCompared");
        foreach (var (reason, count) in route.NotCompared)
        {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
