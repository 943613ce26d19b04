using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>The first documents of a bucket.</summary>
sealed class TopHits(int from, int size, Field? by, bool descending, SourceFilter source) : IAggregator
{
    private const int DefaultSize = 3;
    private const int MaxHits = 100;

    public static TopHits? Read(JsonElement options, FieldSet fields, ReportFault fault)
    {
        if (!BodyReader.Whole(options, "size", out var size)
            || !BodyReader.Whole(options, "from", out var from)
            || size is < 0
            || from is < 0)
        {
            fault("parsing_exception", "[top_hits] takes whole numbers under [size] and [from]");
            return null;
        }
        if ((long)(size ?? DefaultSize) + (from ?? 0) > MaxHits)
        {
            fault(
                "illegal_argument_exception",
                $"Top hits result window is too large, the top hits aggregator's from + size must be less than or equal to: [{MaxHits}]");
            return null;
        }
        if (!ReadSort(options, out var name, out var descending) || SourceFilter.Read(options) is not { } source)
        {
            fault("parsing_exception", "[top_hits] has a wrong [sort] or [_source]");
            return null;
        }
        Field? by = null;
        if (name is not null && (by = fields.Find(name)) is null)
        {
            fault("query_shard_exception", Texts.NoMapping(name));
            return null;
        }
        return new TopHits(from ?? 0, size ?? DefaultSize, by, descending, source);
    }

    public WriteResult Of(IReadOnlyList<Document> documents, BucketLimit limit)
    {
        var sorted = by is { } field ? SearchOrder.Sorted(documents, field, descending) : documents;
        var hits = sorted.Skip(from).Take(size).ToList();
        return json =>
        {
            json.WriteStartObject("hits");
            json.WriteStartObject("total");
            json.WriteNumber("value", documents.Count);
            json.WriteString("relation", "eq");
            json.WriteEndObject();
            json.WriteNull("max_score");
            json.WriteStartArray("hits");
            foreach (var hit in hits)
            {
                json.WriteStartObject();
                json.WriteString("_id", hit.Id);
                json.WriteNull("_score");
                json.WriteStartObject("_source");
                hit.Write(json, source);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        };
    }

    // "field", {"field":"asc"}, {"field":{"order":"asc"}}, or an array of one of these.
    private static bool ReadSort(JsonElement options, out string? name, out bool descending)
    {
        (name, descending) = (null, false);
        if (!options.TryGetProperty("sort", out var sort)) return true;
        if (sort.ValueKind == JsonValueKind.Array) sort = sort.GetArrayLength() > 0 ? sort[0] : default;
        if (sort.ValueKind == JsonValueKind.Undefined) return true;
        if (sort.ValueKind == JsonValueKind.String)
        {
            name = sort.GetString();
            return true;
        }
        if (sort.ValueKind != JsonValueKind.Object || !sort.EnumerateObject().Any()) return false;
        var first = sort.EnumerateObject().First();
        var order = first.Value.ValueKind == JsonValueKind.Object && first.Value.TryGetProperty("order", out var inner)
            ? inner
            : first.Value;
        if (order.ValueKind != JsonValueKind.String || order.GetString() is not ("asc" or "desc")) return false;
        (name, descending) = (first.Name, order.GetString() == "desc");
        return true;
    }
}
