using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>A bucket for each given range of numbers, from its start (inclusive) to its end (exclusive).</summary>
sealed class RangeBuckets(Field field, IReadOnlyList<RangeBuckets.Span> spans, IReadOnlyList<Aggregation> nested) : IAggregator
{
    private const int MaxRanges = 1000;

    public static RangeBuckets? Read(JsonElement options, Field field, IReadOnlyList<Aggregation> nested, ReportFault fault)
    {
        if (!options.TryGetProperty("ranges", out var given) || given.ValueKind != JsonValueKind.Array || given.GetArrayLength() == 0)
        {
            fault("illegal_argument_exception", "No [ranges] specified for the [range] aggregation");
            return null;
        }
        var spans = new List<Span>();
        foreach (var range in given.EnumerateArray())
        {
            if (range.ValueKind == JsonValueKind.Object
                && End(range, "from", out var from)
                && End(range, "to", out var to)
                && BodyReader.Text(range, "key", out var key)
                && spans.Count < MaxRanges)
            {
                spans.Add(new Span(key.Length > 0 ? key : $"{BoundText(from)}-{BoundText(to)}", from, to));
                continue;
            }
            fault("parsing_exception", "[range] takes objects with numbers under [from] and [to]");
            return null;
        }
        return new RangeBuckets(
            field, [.. spans.OrderBy(span => span.From ?? double.MinValue).ThenBy(span => span.To ?? double.MaxValue)], nested);
    }

    public WriteResult Of(IReadOnlyList<Document> documents, BucketLimit limit)
    {
        if (!limit.TryAdd(spans.Count)) return static _ => { };
        var written = spans.Select(span =>
        {
            var inside = documents
                .Where(document =>
                    document.Values(field.Name).Exists(value => NumericValues.Of(value) is { } number && span.Contains(number)))
                .ToList();
            return (Span: span, inside.Count, Write: AggregationResults.All(nested, inside, limit));
        }).ToList();
        return json =>
        {
            json.WriteStartArray("buckets");
            foreach (var (span, count, write) in written)
            {
                json.WriteStartObject();
                json.WriteString("key", span.Key);
                if (span.From is { } from) json.WriteNumber("from", from);
                if (span.To is { } to) json.WriteNumber("to", to);
                json.WriteNumber("doc_count", count);
                write(json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        };
    }

    private static bool End(JsonElement range, string name, out double? end)
    {
        end = null;
        if (!range.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null) return true;
        if (given.ValueKind == JsonValueKind.Number) end = given.GetDouble();
        if (given.ValueKind == JsonValueKind.String
            && double.TryParse(given.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number))
            end = number;
        return end is not null;
    }

    private static string BoundText(double? end) => end is { } number ? NumericValues.Key(number) : "*";

    /// <summary>One of the ranges.</summary>
    internal sealed record Span(string Key, double? From, double? To)
    {
        public bool Contains(double number) => (From is null || number >= From) && (To is null || number < To);
    }
}
