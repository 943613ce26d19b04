using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>
/// Reads aggregations: terms, range, histogram, date_histogram, the metrics, percentiles and top_hits. Others are refused.
/// </summary>
sealed class AggregationReader(FieldSet fields)
{
    private const int MaxDepth = 8;
    private const int MaxAggregations = 100;

    private static readonly string[] s_members = ["aggs", "agg", "aggregations"];

    private string? _fault;
    private int _count;

    public IReadOnlyList<Aggregation>? Read(JsonElement body, out string? fault)
    {
        var aggregations = ReadAll(body, 1);
        fault = _fault;
        return aggregations;
    }

    private List<Aggregation>? ReadAll(JsonElement parent, int depth)
    {
        foreach (var member in s_members)
        {
            if (!parent.TryGetProperty(member, out var given) || given.ValueKind == JsonValueKind.Null) continue;
            if (given.ValueKind != JsonValueKind.Object)
                return Wrong("parsing_exception", $"Found unexpected value in [{member}]; expected an object");
            if (depth > MaxDepth) return Wrong("illegal_argument_exception", $"aggregations are nested deeper than [{MaxDepth}]");
            return [.. given.EnumerateObject().Select(one => Named(one, depth)).TakeWhile(one => one is not null).Select(one => one!)];
        }
        return null;
    }

    private Aggregation? Named(JsonProperty given, int depth)
    {
        if (_fault is not null) return null;
        if (++_count > MaxAggregations)
            return Wrong<Aggregation>("too_many_buckets_exception", $"more than [{MaxAggregations}] aggregations");
        if (given.Value.ValueKind != JsonValueKind.Object)
            return Wrong<Aggregation>("parsing_exception", $"Aggregation definition for [{given.Name}] must be an object");
        var kinds = given.Value.EnumerateObject()
            .Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal) && member.Name != "meta")
            .ToList();
        if (kinds.Count == 0) return Wrong<Aggregation>("parsing_exception", $"Missing definition for aggregation [{given.Name}]");
        if (kinds.Count > 1)
            return Wrong<Aggregation>(
                "parsing_exception", $"Found two aggregation type definitions in [{given.Name}]: [{kinds[0].Name}] and [{kinds[1].Name}]");
        if (kinds[0].Value.ValueKind != JsonValueKind.Object)
            return Wrong<Aggregation>("parsing_exception", $"Aggregation [{given.Name}] of type [{kinds[0].Name}] must be an object");
        var nested = ReadAll(given.Value, depth + 1) ?? [];
        return Of(given.Name, kinds[0].Name, kinds[0].Value, nested) is { } aggregator ? new Aggregation(given.Name, aggregator) : null;
    }

    private IAggregator? Of(string name, string kind, JsonElement options, List<Aggregation> nested)
    {
        if (kind == "top_hits") return nested.Count > 0 ? RefuseNested(name, kind) : TopHits.Read(options, fields, Engine);
        if (!s_kinds.Contains(kind, StringComparer.Ordinal))
            return Wrong<IAggregator>(
                "parsing_exception", $"Unknown aggregation type [{kind}] did you mean any of [{string.Join(", ", s_kinds)}]?");
        if (!BodyReader.Text(options, "field", out var fieldName) || fieldName.Length == 0)
            return Wrong<IAggregator>(
                "illegal_argument_exception", $"Required one of fields [field, script], but none were specified for aggregation [{name}]");
        // An unknown field has no values in any document.
        var field = fields.Find(fieldName) ?? new Field(fieldName, FieldKind.Text, true);
        switch (kind)
        {
            case "terms": return TermsBuckets.Read(options, field, nested, Engine);
            case "range": return RangeBuckets.Read(options, field, nested, Engine);
            case "histogram": return HistogramBuckets.Read(options, field, nested, Engine);
            case "date_histogram": return DateBuckets.Read(options, field, nested, Engine);
            default: return nested.Count > 0 ? RefuseNested(name, kind) : Metric.Read(kind, options, field, Engine);
        }
    }

    private static readonly string[] s_kinds =
    [
        "avg", "cardinality", "date_histogram", "extended_stats", "histogram", "max", "min", "percentile_ranks", "percentiles", "range",
        "stats", "sum", "terms", "top_hits", "value_count",
    ];

    private IAggregator? RefuseNested(string name, string kind) =>
        Wrong<IAggregator>("aggregation_initialization_exception", $"Aggregator [{name}] of type [{kind}] cannot accept sub-aggregations");

    private void Engine(string type, string reason) => _fault ??= EngineFault.Text(type, reason);

    private List<Aggregation>? Wrong(string type, string reason) => Wrong<List<Aggregation>>(type, reason);

    private T? Wrong<T>(string type, string reason) where T : class
    {
        Engine(type, reason);
        return null;
    }
}

/// <summary>Reports an error: the engine's type of it, and the reason.</summary>
delegate void ReportFault(string type, string reason);
