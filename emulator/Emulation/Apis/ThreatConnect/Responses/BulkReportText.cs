using System.Buffers;
using System.Globalization;
using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>Writes bulk reports in chunks, so that a million indicators are never in memory as text.</summary>
static class BulkReportText
{
    private const int ChunkSize = 500;
    private const string CsvHead = "Type,Value,Rating,Confidence\n";

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    /// <summary>The format of /v2/batch: an object with all indicators, without an envelope.</summary>
    public static IEnumerable<Writer> Json(RenderContext render, NodeList items)
    {
        yield return to => to.Write("{\"indicator\":["u8);
        for (var start = 0; start < items.Count; start += ChunkSize)
        {
            var from = start;
            yield return to =>
            {
                var separate = from > 0;
                foreach (var item in items.Slice(from, ChunkSize))
                {
                    if (separate) to.Write(","u8);
                    separate = true;
                    var json = new JsonWriter(to, JsonEscaping.Relaxed);
                    Write(ref json, render, (Indicator)item);
                    json.Flush();
                }
            };
        }
        yield return to => to.Write("]}"u8);
    }

    public static IEnumerable<Writer> Csv(NodeList items)
    {
        yield return to => Encoding.UTF8.GetBytes(CsvHead, to);
        for (var start = 0; start < items.Count; start += ChunkSize)
        {
            var from = start;
            yield return to =>
            {
                var rows = new StringBuilder();
                foreach (var item in items.Slice(from, ChunkSize).Cast<Indicator>()) Row(rows, item);
                Encoding.UTF8.GetBytes(rows.ToString(), to);
            };
        }
    }

    private static void Write(ref JsonWriter json, RenderContext render, Indicator item)
    {
        json.StartObject();
        json.Number("id"u8, item.Id);
        json.Text("ownerName"u8, render.OwnerOf(item.Owner).Name);
        json.Text("type"u8, item.Type.Name);
        IndicatorJson.WriteAssessment(ref json, item);
        IndicatorJson.WriteLink(ref json, render, item);
        json.OptionalText("description"u8, item.Description);
        json.OptionalText("source"u8, item.Source);
        json.Text("summary"u8, item.Summary);
        WriteParts(ref json, render, item);
        json.EndObject();
    }

    private static void WriteParts(ref JsonWriter json, RenderContext render, Indicator item)
    {
        var attributes = ItemParts.AttributesOf(render.Graph, item);
        if (attributes.Count > 0)
        {
            json.StartArray("attribute"u8);
            foreach (var attribute in attributes.All()) PartJson.WriteAttribute(ref json, (ItemAttribute)attribute, additional: false);
            json.EndArray();
        }
        if (render.Graph.Linked(item, TagIndicator.To).Count == 0) return;
        json.StartArray("tag"u8);
        foreach (var tag in ItemParts.TagsOf(render.Graph, item, TagIndicator.To))
            PartJson.WriteTag(ref json, render, tag, detailed: false);
        json.EndArray();
    }

    // threatconnect-python splits rows at commas, so only values that need quotes have them.
    private static void Row(StringBuilder rows, Indicator item)
    {
        var value = item.Summary;
        rows.Append(item.Type.Name).Append(',');
        if (value.AsSpan().ContainsAny(s_quoted))
            rows.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else rows.Append(value);
        rows.Append(',').Append(item.Rating < 0 ? "null" : (item.Rating / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        rows.Append(',').Append(item.Confidence < 0 ? "null" : item.Confidence.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
