using System.Text.Json;
using Emulation.Apis.ThreatWinds.Resources;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>A metric over all values of a field.</summary>
sealed class Metric(string kind, Field field, IReadOnlyList<double> requested, double sigma) : IAggregator
{
    private const int MaxRequested = 1000;

    private static readonly double[] s_percents = [1, 5, 25, 50, 75, 95, 99];

    public static Metric? Read(string kind, JsonElement options, Field field, ReportFault fault)
    {
        if (field.Kind == FieldKind.Text && kind is not ("cardinality" or "value_count") && IsKnown(field))
        {
            fault("illegal_argument_exception", $"Field [{field.Name}] of type [keyword] is not supported for aggregation [{kind}]");
            return null;
        }
        var member = kind switch { "percentiles" => "percents", "percentile_ranks" => "values", _ => null };
        IReadOnlyList<double> requested = s_percents;
        if (member is not null && options.TryGetProperty(member, out var given))
        {
            if (given.ValueKind != JsonValueKind.Array
                || given.GetArrayLength() > MaxRequested
                || given.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.Number))
            {
                fault("parsing_exception", $"[{kind}] failed to parse field [{member}]");
                return null;
            }
            requested = [.. given.EnumerateArray().Select(one => one.GetDouble())];
        }
        else if (kind == "percentile_ranks")
        {
            fault("illegal_argument_exception", "Required [values] for [percentile_ranks]");
            return null;
        }
        if (kind == "percentiles" && requested.Any(percent => percent is < 0 or > 100))
        {
            fault("illegal_argument_exception", "percents must be in [0,100]");
            return null;
        }
        var sigma = options.TryGetProperty("sigma", out var spread) && spread.ValueKind == JsonValueKind.Number ? spread.GetDouble() : 2;
        return new Metric(kind, field, requested, sigma);
    }

    public WriteResult Of(IReadOnlyList<Document> documents, BucketLimit buckets)
    {
        if (kind is "cardinality" or "value_count") return Counted(documents);
        var numbers = NumericValues.All(documents, field);
        return kind switch
        {
            "avg" => Single(numbers.Count == 0 ? null : numbers.Sum() / numbers.Count),
            "sum" => Single(numbers.Sum()),
            "min" => Single(numbers.Count == 0 ? null : numbers.Min()),
            "max" => Single(numbers.Count == 0 ? null : numbers.Max()),
            "stats" => json => Stats(json, numbers),
            "extended_stats" => json => Extended(json, numbers),
            "percentiles" => Values(numbers, Percentile),
            "percentile_ranks" => Values(numbers, Rank),
            _ => throw new InvalidOperationException($"Unknown metric {kind}."),
        };
    }

    private static bool IsKnown(Field field) =>
        FieldSet.Entities.Find(field.Name) is not null
        || FieldSet.Reports.Find(field.Name) is not null
        || FieldSet.Relations.Find(field.Name) is not null;

    private WriteResult Counted(IReadOnlyList<Document> documents)
    {
        var values = documents.SelectMany(document => document.Values(field.Name)).Select(value => value.Text).ToList();
        var count = kind == "cardinality" ? values.Distinct(StringComparer.Ordinal).Count() : values.Count;
        return json => json.WriteNumber("value", count);
    }

    private WriteResult Single(double? number) => json =>
    {
        NumericValues.Write(json, "value", number);
        if (number is { } value && field.Kind == FieldKind.Time && kind != "sum")
            json.WriteString("value_as_string", NumericValues.Moment(value));
    };

    private static void Stats(Utf8JsonWriter json, List<double> numbers)
    {
        json.WriteNumber("count", numbers.Count);
        NumericValues.Write(json, "min", numbers.Count == 0 ? null : numbers.Min());
        NumericValues.Write(json, "max", numbers.Count == 0 ? null : numbers.Max());
        NumericValues.Write(json, "avg", numbers.Count == 0 ? null : numbers.Sum() / numbers.Count);
        NumericValues.Write(json, "sum", numbers.Sum());
    }

    private void Extended(Utf8JsonWriter json, List<double> numbers)
    {
        Stats(json, numbers);
        var mean = numbers.Count == 0 ? 0 : numbers.Sum() / numbers.Count;
        var squares = numbers.Sum(number => (number - mean) * (number - mean));
        double? population = numbers.Count == 0 ? null : squares / numbers.Count;
        double? sampling = numbers.Count < 2 ? null : squares / (numbers.Count - 1);
        NumericValues.Write(json, "sum_of_squares", numbers.Count == 0 ? null : numbers.Sum(number => number * number));
        NumericValues.Write(json, "variance", population);
        NumericValues.Write(json, "variance_population", population);
        NumericValues.Write(json, "variance_sampling", sampling);
        NumericValues.Write(json, "std_deviation", Root(population));
        NumericValues.Write(json, "std_deviation_population", Root(population));
        NumericValues.Write(json, "std_deviation_sampling", Root(sampling));
        json.WriteStartObject("std_deviation_bounds");
        (string Suffix, double? Deviation)[] deviations =
            [("", Root(population)), ("_population", Root(population)), ("_sampling", Root(sampling))];
        foreach (var (suffix, deviation) in deviations)
        {
            NumericValues.Write(json, "upper" + suffix, mean + (sigma * deviation));
            NumericValues.Write(json, "lower" + suffix, mean - (sigma * deviation));
        }
        json.WriteEndObject();
    }

    private WriteResult Values(List<double> numbers, Func<List<double>, double, double?> of)
    {
        numbers.Sort();
        return json =>
        {
            json.WriteStartObject("values");
            foreach (var one in requested.Distinct().Order()) NumericValues.Write(json, NumericValues.Key(one), of(numbers, one));
            json.WriteEndObject();
        };
    }

    // Interpolates linearly between two values, as the engine's t-digest does for few values.
    private static double? Percentile(List<double> sorted, double percent)
    {
        if (sorted.Count == 0) return null;
        var position = percent / 100 * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }

    private static double? Rank(List<double> sorted, double value) =>
        sorted.Count == 0 ? null : 100.0 * sorted.Count(number => number <= value) / sorted.Count;

    private static double? Root(double? number) => number is { } value ? Math.Sqrt(value) : null;
}
