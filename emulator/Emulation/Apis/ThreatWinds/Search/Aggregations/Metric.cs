using System.Text.Json;
using Emulation.Apis.ThreatWinds.Resources;

namespace Emulation.Apis.ThreatWinds.Search.Aggregations;

/// <summary>One number, or a few, over all values of a field.</summary>
sealed class Metric(string kind, Field field, IReadOnlyList<double> asked, double sigma) : IAggregated
{
    private const int MostAsked = 1000;

    private static readonly double[] s_percents = [1, 5, 25, 50, 75, 95, 99];

    public static Metric? Read(string kind, JsonElement options, Field field, Faulty fault)
    {
        if (field.Kind == FieldKind.Text && kind is not ("cardinality" or "value_count") && IsKnown(field))
        {
            fault("illegal_argument_exception", $"Field [{field.Name}] of type [keyword] is not supported for aggregation [{kind}]");
            return null;
        }
        var member = kind switch { "percentiles" => "percents", "percentile_ranks" => "values", _ => null };
        IReadOnlyList<double> asked = s_percents;
        if (member is not null && options.TryGetProperty(member, out var given))
        {
            if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() > MostAsked || given.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.Number))
            {
                fault("parsing_exception", $"[{kind}] failed to parse field [{member}]");
                return null;
            }
            asked = [.. given.EnumerateArray().Select(one => one.GetDouble())];
        }
        else if (kind == "percentile_ranks")
        {
            fault("illegal_argument_exception", "Required [values] for [percentile_ranks]");
            return null;
        }
        if (kind == "percentiles" && asked.Any(percent => percent is < 0 or > 100))
        {
            fault("illegal_argument_exception", "percents must be in [0,100]");
            return null;
        }
        var sigma = options.TryGetProperty("sigma", out var spread) && spread.ValueKind == JsonValueKind.Number ? spread.GetDouble() : 2;
        return new Metric(kind, field, asked, sigma);
    }

    public Written Of(IReadOnlyList<Document> documents, Buckets buckets)
    {
        if (kind is "cardinality" or "value_count") return Counted(documents);
        var numbers = Figures.In(documents, field);
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

    private static bool IsKnown(Field field) => FieldSet.Entities.Find(field.Name) is not null || FieldSet.Reports.Find(field.Name) is not null || FieldSet.Relations.Find(field.Name) is not null;

    private Written Counted(IReadOnlyList<Document> documents)
    {
        var values = documents.SelectMany(document => document.Values(field.Name)).Select(value => value.Text).ToList();
        var count = kind == "cardinality" ? values.Distinct(StringComparer.Ordinal).Count() : values.Count;
        return json => json.WriteNumber("value", count);
    }

    private Written Single(double? number) => json =>
    {
        Figures.Write(json, "value", number);
        if (number is { } value && field.Kind == FieldKind.Time && kind != "sum") json.WriteString("value_as_string", Figures.Moment(value));
    };

    private static void Stats(Utf8JsonWriter json, List<double> numbers)
    {
        json.WriteNumber("count", numbers.Count);
        Figures.Write(json, "min", numbers.Count == 0 ? null : numbers.Min());
        Figures.Write(json, "max", numbers.Count == 0 ? null : numbers.Max());
        Figures.Write(json, "avg", numbers.Count == 0 ? null : numbers.Sum() / numbers.Count);
        Figures.Write(json, "sum", numbers.Sum());
    }

    private void Extended(Utf8JsonWriter json, List<double> numbers)
    {
        Stats(json, numbers);
        var mean = numbers.Count == 0 ? 0 : numbers.Sum() / numbers.Count;
        var squares = numbers.Sum(number => (number - mean) * (number - mean));
        double? population = numbers.Count == 0 ? null : squares / numbers.Count;
        double? sampling = numbers.Count < 2 ? null : squares / (numbers.Count - 1);
        Figures.Write(json, "sum_of_squares", numbers.Count == 0 ? null : numbers.Sum(number => number * number));
        Figures.Write(json, "variance", population);
        Figures.Write(json, "variance_population", population);
        Figures.Write(json, "variance_sampling", sampling);
        Figures.Write(json, "std_deviation", Root(population));
        Figures.Write(json, "std_deviation_population", Root(population));
        Figures.Write(json, "std_deviation_sampling", Root(sampling));
        json.WriteStartObject("std_deviation_bounds");
        foreach (var (suffix, deviation) in new[] { ("", Root(population)), ("_population", Root(population)), ("_sampling", Root(sampling)) })
        {
            Figures.Write(json, "upper" + suffix, mean + (sigma * deviation));
            Figures.Write(json, "lower" + suffix, mean - (sigma * deviation));
        }
        json.WriteEndObject();
    }

    private Written Values(List<double> numbers, Func<List<double>, double, double?> of)
    {
        numbers.Sort();
        return json =>
        {
            json.WriteStartObject("values");
            foreach (var one in asked.Distinct().Order()) Figures.Write(json, Figures.Key(one), of(numbers, one));
            json.WriteEndObject();
        };
    }

    // Between two values in proportion, which is what the engine's digest gives for few values.
    private static double? Percentile(List<double> sorted, double percent)
    {
        if (sorted.Count == 0) return null;
        var place = percent / 100 * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    private static double? Rank(List<double> sorted, double value) =>
        sorted.Count == 0 ? null : 100.0 * sorted.Count(number => number <= value) / sorted.Count;

    private static double? Root(double? number) => number is { } value ? Math.Sqrt(value) : null;
}
