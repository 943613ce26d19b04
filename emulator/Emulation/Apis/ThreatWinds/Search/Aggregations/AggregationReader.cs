using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Reads aggregations: terms, range, histogram, date_histogram, the metrics, percentiles and top_hits. Others are refused.</summary>
sealed class AggregationReader(FieldSet fields)
{
    private const int MostDepth = 8;
    private const int MostAggregations = 100;

    private static readonly string[] s_members = ["aggs", "agg", "aggregations"];

    private string? _fault;
    private int _count;

    public IReadOnlyList<Aggregation>? Read(JsonElement body, out string? fault)
    {
        var aggregations = Below(body, 1);
        fault = _fault;
        return aggregations;
    }

    private List<Aggregation>? Below(JsonElement parent, int depth)
    {
        foreach (var member in s_members)
        {
            if (!parent.TryGetProperty(member, out var given) || given.ValueKind == JsonValueKind.Null) continue;
            if (given.ValueKind != JsonValueKind.Object) return Wrong("parsing_exception", $"Found unexpected value in [{member}]; expected an object");
            if (depth > MostDepth) return Wrong("illegal_argument_exception", $"aggregations are nested deeper than [{MostDepth}]");
            return [.. given.EnumerateObject().Select(one => Named(one, depth)).TakeWhile(one => one is not null).Select(one => one!)];
        }
        return null;
    }

    private Aggregation? Named(JsonProperty given, int depth)
    {
        if (_fault is not null) return null;
        if (++_count > MostAggregations) return Wrong<Aggregation>("too_many_buckets_exception", $"more than [{MostAggregations}] aggregations");
        if (given.Value.ValueKind != JsonValueKind.Object) return Wrong<Aggregation>("parsing_exception", $"Aggregation definition for [{given.Name}] must be an object");
        var kinds = given.Value.EnumerateObject().Where(member => !s_members.Contains(member.Name, StringComparer.Ordinal) && member.Name != "meta").ToList();
        if (kinds.Count == 0) return Wrong<Aggregation>("parsing_exception", $"Missing definition for aggregation [{given.Name}]");
        if (kinds.Count > 1) return Wrong<Aggregation>("parsing_exception", $"Found two aggregation type definitions in [{given.Name}]: [{kinds[0].Name}] and [{kinds[1].Name}]");
        if (kinds[0].Value.ValueKind != JsonValueKind.Object) return Wrong<Aggregation>("parsing_exception", $"Aggregation [{given.Name}] of type [{kinds[0].Name}] must be an object");
        var below = Below(given.Value, depth + 1) ?? [];
        return Of(given.Name, kinds[0].Name, kinds[0].Value, below) is { } what ? new Aggregation(given.Name, what) : null;
    }

    private IAggregated? Of(string name, string kind, JsonElement options, List<Aggregation> below)
    {
        if (kind == "top_hits") return below.Count > 0 ? NoneBelow(name, kind) : TopHits.Read(options, fields, Engine);
        if (!s_kinds.Contains(kind, StringComparer.Ordinal))
            return Wrong<IAggregated>("parsing_exception", $"Unknown aggregation type [{kind}] did you mean any of [{string.Join(", ", s_kinds)}]?");
        if (!Bodies.Text(options, "field", out var fieldName) || fieldName.Length == 0)
            return Wrong<IAggregated>("illegal_argument_exception", $"Required one of fields [field, script], but none were specified for aggregation [{name}]");
        // A field that nothing has is empty everywhere.
        var field = fields.Find(fieldName) ?? new Field(fieldName, FieldKind.Text, true);
        switch (kind)
        {
            case "terms": return TermsBuckets.Read(options, field, below, Engine);
            case "range": return RangeBuckets.Read(options, field, below, Engine);
            case "histogram": return HistogramBuckets.Read(options, field, below, Engine);
            case "date_histogram": return DateBuckets.Read(options, field, below, Engine);
            default: return below.Count > 0 ? NoneBelow(name, kind) : Metric.Read(kind, options, field, Engine);
        }
    }

    private static readonly string[] s_kinds =
    [
        "avg", "cardinality", "date_histogram", "extended_stats", "histogram", "max", "min", "percentile_ranks", "percentiles", "range",
        "stats", "sum", "terms", "top_hits", "value_count",
    ];

    private IAggregated? NoneBelow(string name, string kind) =>
        Wrong<IAggregated>("aggregation_initialization_exception", $"Aggregator [{name}] of type [{kind}] cannot accept sub-aggregations");

    private void Engine(string type, string reason) => _fault ??= EngineFault.Text(type, reason);

    private List<Aggregation>? Wrong(string type, string reason) => Wrong<List<Aggregation>>(type, reason);

    private T? Wrong<T>(string type, string reason) where T : class
    {
        Engine(type, reason);
        return null;
    }
}

/// <summary>Keeps the first fault: the engine's type of it, and its reason.</summary>
delegate void Faulty(string type, string reason);
