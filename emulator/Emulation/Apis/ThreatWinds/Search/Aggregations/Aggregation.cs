using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>Writes the members of an aggregation's result.</summary>
delegate void Written(Utf8JsonWriter json);

/// <summary>A named aggregation.</summary>
sealed record Aggregation(string Name, IAggregated What);

/// <summary>Something that is worked out over documents.</summary>
interface IAggregated
{
    Written Of(IReadOnlyList<Document> documents, Buckets buckets);
}

/// <summary>Counts the buckets of one search, so that no request makes more than the engine would.</summary>
sealed class Buckets
{
    public const int Most = 65_535;

    private int _made;

    /// <summary>Set once there were too many.</summary>
    public string? Fault { get; private set; }

    public bool Take(long count = 1)
    {
        if (Fault is null && _made + count <= Most)
        {
            _made += (int)count;
            return true;
        }
        Refuse();
        return false;
    }

    /// <summary>There would be too many, however they are counted.</summary>
    public void Refuse() =>
        Fault ??= EngineFault.Text("too_many_buckets_exception", $"Trying to create too many buckets. Must be less than or equal to: [{Most}] but this number of buckets was exceeded.");
}

/// <summary>Runs aggregations over documents.</summary>
static class AggregationResults
{
    /// <summary>The result of each aggregation under its name.</summary>
    public static Written All(IReadOnlyList<Aggregation> aggregations, IReadOnlyList<Document> documents, Buckets buckets)
    {
        var written = aggregations.Select(one => (one.Name, Write: one.What.Of(documents, buckets))).ToList();
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
