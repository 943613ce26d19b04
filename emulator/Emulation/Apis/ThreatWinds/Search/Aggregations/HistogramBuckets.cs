using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Buckets of equal width over numbers, without gaps.</summary>
sealed class HistogramBuckets(Field field, double interval, double offset, int atLeast, IReadOnlyList<Aggregation> below) : IAggregated
{
    public static HistogramBuckets? Read(JsonElement options, Field field, IReadOnlyList<Aggregation> below, Faulty fault)
    {
        if (!options.TryGetProperty("interval", out var given) || given.ValueKind != JsonValueKind.Number || given.GetDouble() is not (> 0 and < double.PositiveInfinity))
        {
            fault("illegal_argument_exception", "[interval] must be >0 for histogram aggregation");
            return null;
        }
        if (!Bodies.Whole(options, "min_doc_count", out var atLeast))
        {
            fault("parsing_exception", "[histogram] failed to parse field [min_doc_count]");
            return null;
        }
        var offset = options.TryGetProperty("offset", out var shift) && shift.ValueKind == JsonValueKind.Number ? shift.GetDouble() : 0;
        return new HistogramBuckets(field, given.GetDouble(), offset, atLeast ?? 0, below);
    }

    public Written Of(IReadOnlyList<Document> documents, Buckets buckets)
    {
        var groups = new SortedDictionary<double, List<Document>>();
        foreach (var document in documents)
        {
            var places = document.Values(field.Name).Select(Figures.Of).OfType<double>().Select(number => Math.Floor((number - offset) / interval)).Distinct();
            foreach (var place in places)
            {
                if (!groups.TryGetValue(place, out var group)) groups[place] = group = [];
                group.Add(document);
            }
        }
        if (groups.Count == 0) return Written([]);
        var rows = new List<(double Key, int Count, Written Write)>();
        foreach (var (place, inside) in atLeast > 0 ? groups.Where(group => group.Value.Count >= atLeast) : WithoutGaps(groups))
        {
            if (!buckets.Take()) return static _ => { };
            rows.Add(((place * interval) + offset, inside.Count, AggregationResults.All(below, inside, buckets)));
        }
        return Written(rows);
    }

    private static IEnumerable<KeyValuePair<double, List<Document>>> WithoutGaps(SortedDictionary<double, List<Document>> groups)
    {
        var (first, last) = (groups.First().Key, groups.Last().Key);
        // Counted from the first: beyond 2^53 adding one to a place changes nothing.
        for (var i = 0L; i <= last - first; i++) yield return new(first + i, groups.GetValueOrDefault(first + i) ?? []);
    }

    private static Written Written(List<(double Key, int Count, Written Write)> rows) => json =>
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
