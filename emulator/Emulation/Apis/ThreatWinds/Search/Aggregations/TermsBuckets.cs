using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>A bucket for each value of a field, the most frequent first.</summary>
sealed class TermsBuckets(
    Field field, int size, int atLeast, IReadOnlyList<(bool ByKey, bool Descending)> order, IReadOnlyList<Aggregation> nested) : IAggregator
{
    private const int DefaultSize = 10;
    private const int MaxBuckets = 10_000;

    public static TermsBuckets? Read(JsonElement options, Field field, IReadOnlyList<Aggregation> nested, ReportFault fault)
    {
        if (!BodyReader.Whole(options, "size", out var size) || size is < 1)
        {
            fault("illegal_argument_exception", "[size] must be greater than 0.");
            return null;
        }
        if (size > MaxBuckets)
        {
            fault("illegal_argument_exception", $"[size] must be less than or equal to [{MaxBuckets}]");
            return null;
        }
        if (!BodyReader.Whole(options, "min_doc_count", out var atLeast) || atLeast is < 0)
        {
            fault("illegal_argument_exception", "[min_doc_count] must be greater than or equal to 0.");
            return null;
        }
        var order = new List<(bool ByKey, bool Descending)>();
        if (options.TryGetProperty("order", out var given) && !ReadOrder(given, order))
        {
            fault("parsing_exception", "[terms] can be ordered by [_count] and [_key], [asc] or [desc]");
            return null;
        }
        if (order.Count == 0) order.Add((false, true));
        return new TermsBuckets(field, size ?? DefaultSize, Math.Max(1, atLeast ?? 1), order, nested);
    }

    public WriteResult Of(IReadOnlyList<Document> documents, BucketLimit limit)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var value in document.Values(field.Name).DistinctBy(value => value.Text, StringComparer.Ordinal))
            {
                if (!groups.TryGetValue(value.Text, out var group)) groups[value.Text] = group = new Group(value, []);
                group.Documents.Add(document);
            }
        }
        var frequent = groups.Values.Where(group => group.Documents.Count >= atLeast).ToList();
        frequent.Sort(Compare);
        var included = frequent.Take(size).ToList();
        if (!limit.TryAdd(included.Count)) return static _ => { };
        var others = frequent.Skip(size).Sum(group => group.Documents.Count);
        var written = included.Select(group => (group, Write: AggregationResults.All(nested, group.Documents, limit))).ToList();
        return json =>
        {
            json.WriteNumber("doc_count_error_upper_bound", 0);
            json.WriteNumber("sum_other_doc_count", others);
            json.WriteStartArray("buckets");
            foreach (var (group, write) in written)
            {
                json.WriteStartObject();
                Key(json, group.Value);
                json.WriteNumber("doc_count", group.Documents.Count);
                write(json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        };
    }

    private int Compare(Group left, Group right)
    {
        foreach (var (byKey, descending) in order)
        {
            var compared = byKey ? left.Value.CompareTo(right.Value) : left.Documents.Count.CompareTo(right.Documents.Count);
            if (compared != 0) return descending ? -compared : compared;
        }
        return left.Value.CompareTo(right.Value);
    }

    private static void Key(Utf8JsonWriter json, FieldValue value)
    {
        if (value.Kind == FieldKind.Text)
        {
            json.WriteString("key", value.Text);
            return;
        }
        json.WriteNumber("key", NumericValues.Of(value) ?? 0);
        if (value.Kind == FieldKind.Time) json.WriteString("key_as_string", NumericValues.Moment(NumericValues.Milliseconds(value.Nanos)));
        if (value.Kind == FieldKind.Flag) json.WriteString("key_as_string", value.Text);
    }

    private static bool ReadOrder(JsonElement given, List<(bool ByKey, bool Descending)> order)
    {
        if (given.ValueKind == JsonValueKind.Array)
            return given.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object && ReadOrder(one, order));
        if (given.ValueKind != JsonValueKind.Object) return false;
        foreach (var member in given.EnumerateObject())
        {
            if (member.Name is not ("_count" or "_key" or "_term")
                || member.Value.ValueKind != JsonValueKind.String
                || member.Value.GetString() is not ("asc" or "desc"))
                return false;
            order.Add((member.Name != "_count", member.Value.GetString() == "desc"));
        }
        return true;
    }

    private sealed record Group(FieldValue Value, List<Document> Documents);
}
