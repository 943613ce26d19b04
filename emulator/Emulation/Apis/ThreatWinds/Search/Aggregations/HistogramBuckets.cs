using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Numeric buckets of equal width, without gaps.</summary>
sealed class HistogramBuckets(Field field, double interval, double offset, int atLeast, IReadOnlyList<Aggregation> nested) : IAggregator
{
    public static HistogramBuckets? Read(JsonElement options, Field field, IReadOnlyList<Aggregation> nested, ReportFault fault)
    {
        if (!options.TryGetProperty("interval", out var given)
            || given.ValueKind != JsonValueKind.Number
            || given.GetDouble() is not (> 0 and < double.PositiveInfinity))
        {
            fault("illegal_argument_exception", "[interval] must be >0 for histogram aggregation");
            return null;
        }
        if (!BodyReader.Whole(options, "min_doc_count", out var atLeast))
        {
            fault("parsing_exception", "[histogram] failed to parse field [min_doc_count]");
            return null;
        }
        var offset = options.TryGetProperty("offset", out var shift) && shift.ValueKind == JsonValueKind.Number ? shift.GetDouble() : 0;
        return new HistogramBuckets(field, given.GetDouble(), offset, atLeast ?? 0, nested);
    }

    public WriteResult Of(IReadOnlyList<Document> documents, BucketLimit limit)
    {
        var groups = new SortedDictionary<double, List<Document>>();
        foreach (var document in documents)
        {
            var numbers = document.Values(field.Name).Select(NumericValues.Of).OfType<double>();
            foreach (var index in numbers.Select(number => Math.Floor((number - offset) / interval)).Distinct())
            {
                if (!groups.TryGetValue(index, out var group)) groups[index] = group = [];
                group.Add(document);
            }
        }
        if (groups.Count == 0) return WriteResult([]);
        var rows = new List<(double Key, int Count, WriteResult Write)>();
        foreach (var (index, inside) in atLeast > 0 ? groups.Where(group => group.Value.Count >= atLeast) : WithoutGaps(groups))
        {
            if (!limit.TryAdd()) return static _ => { };
            rows.Add(((index * interval) + offset, inside.Count, AggregationResults.All(nested, inside, limit)));
        }
        return WriteResult(rows);
    }

    private static IEnumerable<KeyValuePair<double, List<Document>>> WithoutGaps(SortedDictionary<double, List<Document>> groups)
    {
        var (first, last) = (groups.First().Key, groups.Last().Key);
        // The loop counts with an integer, because adding one to a double beyond 2^53 has no effect.
        for (var i = 0L; i <= last - first; i++) yield return new(first + i, groups.GetValueOrDefault(first + i) ?? []);
    }

    private static WriteResult WriteResult(List<(double Key, int Count, WriteResult Write)> rows) => json =>
    {
        json.WriteStartArray("buckets");
        foreach (var (key, count, write) in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("key", key);
            json.WriteNumber("doc_count", count);
            write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    };
}
