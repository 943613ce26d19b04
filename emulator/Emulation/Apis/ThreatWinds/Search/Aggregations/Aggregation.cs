using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Writes the members of an aggregation's result.</summary>
delegate void WriteResult(Utf8JsonWriter json);

/// <summary>A named aggregation.</summary>
sealed record Aggregation(string Name, IAggregator Aggregator);

/// <summary>Computes a result over documents.</summary>
interface IAggregator
{
    WriteResult Of(IReadOnlyList<Document> documents, BucketLimit limit);
}

/// <summary>Counts the buckets of one search, which may not exceed the engine's limit.</summary>
sealed class BucketLimit
{
    public const int MaxBuckets = 65_535;

    private int _made;

    /// <summary>Set when the limit is exceeded.</summary>
    public string? Fault { get; private set; }

    public bool TryAdd(long count = 1)
    {
        if (Fault is null && _made + count <= MaxBuckets)
        {
            _made += (int)count;
            return true;
        }
        Refuse();
        return false;
    }

    /// <summary>Marks the limit as exceeded.</summary>
    public void Refuse() =>
        Fault ??= EngineFault.Text(
            "too_many_buckets_exception",
            $"Trying to create too many buckets. Must be less than or equal to: [{MaxBuckets}] but this number of buckets was exceeded.");
}

/// <summary>Runs aggregations over documents.</summary>
static class AggregationResults
{
    /// <summary>The result of each aggregation under its name.</summary>
    public static WriteResult All(IReadOnlyList<Aggregation> aggregations, IReadOnlyList<Document> documents, BucketLimit limit)
    {
        var written = aggregations.Select(one => (one.Name, Write: one.Aggregator.Of(documents, limit))).ToList();
        return json =>
        {
            foreach (var (name, write) in written)
            {
                json.WriteStartObject(name);
                write(json);
                json.WriteEndObject();
            }
        };
    }
}
