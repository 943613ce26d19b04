using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Json;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Bodies;

/// <summary>Bulk reports, in pieces: a million indicators are never in memory as text.</summary>
static class BulkText
{
    public static readonly JsonEncodedText NextRun = JsonEncodedText.Encode("nextRun");
    public static readonly JsonEncodedText LastRun = JsonEncodedText.Encode("lastRun");

    private const int Piece = 500;
    private const string CsvHead = "Type,Value,Rating,Confidence\n";

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    /// <summary>What /v2/batch reads: an object with all indicators, without an envelope.</summary>
    public static IEnumerable<Writer> Json(Call call, NodeList items)
    {
        var pen = new Pen(call, default);
        yield return to => to.Write("{\"indicator\":["u8);
        for (var start = 0; start < items.Count; start += Piece)
        {
            var from = start;
            yield return to =>
            {
                var separate = from > 0;
                foreach (var item in items.Slice(from, Piece))
                {
                    if (separate) to.Write(","u8);
                    separate = true;
                    JsonBody.Write(to, json => Write(json, pen, (Indicator)item));
                }
            };
        }
        yield return to => to.Write("]}"u8);
    }

    public static IEnumerable<Writer> Csv(NodeList items)
    {
        yield return to => Encoding.UTF8.GetBytes(CsvHead, to);
        for (var start = 0; start < items.Count; start += Piece)
        {
            var from = start;
            yield return to =>
            {
                var rows = new StringBuilder();
                foreach (var item in items.Slice(from, Piece).Cast<Indicator>()) Row(rows, item);
                Encoding.UTF8.GetBytes(rows.ToString(), to);
            };
        }
    }

    private static void Write(Utf8JsonWriter json, Pen pen, Indicator item)
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, item.Id);
        json.WriteString(Names.OwnerName, pen.OwnerOf(item.Owner).Name);
        json.WriteString(Names.Type, item.Type.Name);
        IndicatorJson.Judged(json, item);
        IndicatorJson.Link(json, pen, item);
        Pen.Text(json, Names.Description, item.Description);
        Pen.Text(json, Names.Source, item.Source);
        json.WriteString(Names.Summary, item.Summary);
        Carried(json, pen, item);
        json.WriteEndObject();
    }

    private static void Carried(Utf8JsonWriter json, Pen pen, Indicator item)
    {
        var attributes = Parts.AttributesOf(pen.Graph, item);
        if (attributes.Count > 0)
        {
            json.WriteStartArray(Names.Attribute);
            foreach (var attribute in attributes.All()) PartJson.Attribute(json, (ItemAttribute)attribute, additional: false);
            json.WriteEndArray();
        }
        if (pen.Graph.Linked(item, TagIndicator.To).Count == 0) return;
        json.WriteStartArray(Names.Tag);
        foreach (var tag in Parts.TagsOf(pen.Graph, item, TagIndicator.To)) PartJson.Tag(json, pen, tag, detailed: false);
        json.WriteEndArray();
    }

    // threatconnect-python splits rows on bare commas: only what has to be is quoted.
    private static void Row(StringBuilder rows, Indicator item)
    {
        var value = item.Summary;
        rows.Append(item.Type.Name).Append(',');
        if (value.AsSpan().ContainsAny(s_quoted)) rows.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else rows.Append(value);
        rows.Append(',').Append(item.Rating < 0 ? "null" : (item.Rating / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        rows.Append(',').Append(item.Confidence < 0 ? "null" : item.Confidence.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
