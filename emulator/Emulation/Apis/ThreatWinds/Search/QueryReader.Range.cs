using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Ranges of numbers, times and text.</summary>
sealed partial class QueryReader
{
    private static readonly string[] s_rangeOptions =
    [
        "gte", "gt", "lte", "lt", "from", "to", "include_lower", "include_upper", "format", "time_zone", "relation", "boost", "_name",
    ];

    private Clause Range(JsonElement given)
    {
        if (!One(given, "range", out var name, out var options)) return Everything;
        if (options.ValueKind != JsonValueKind.Object)
            return Engine("parsing_exception", $"[range] query malformed, no start_object after query name");
        foreach (var member in options.EnumerateObject())
            if (!s_rangeOptions.Contains(member.Name, StringComparer.Ordinal))
                return Engine("parsing_exception", $"[range] query does not support [{member.Name}]");
        if (!BodyReader.Text(options, "format", out var format) || !BodyReader.Text(options, "time_zone", out var zoneText))
            return Wrong(Http400.BadJson);
        if (DateMath.Zone(zoneText) is not { } zone) return Engine("illegal_argument_exception", $"unknown time zone [{zoneText}]");
        if (fields.Find(name) is not { } field) return Nothing;

        var tests = new List<Predicate<FieldValue>>();
        foreach (var (bound, comparison) in Bounds(options))
        {
            if (Scalar(bound) is not { } text) return Engine("parsing_exception", "[range] takes strings and numbers");
            var test = field.Kind switch
            {
                FieldKind.Time => OnTime(text, format.Length > 0 ? format : null, zone, comparison),
                FieldKind.Number => OnNumber(text, comparison),
                _ => value => Holds(string.CompareOrdinal(value.Text, text), comparison),
            };
            if (test is null && Fault is not null) return Everything;
            if (test is null) return Engine("query_shard_exception", $"failed to create query: failed to parse [{text}]");
            tests.Add(test);
        }
        return document => document.Values(field.Name).Exists(value => tests.TrueForAll(test => test(value)));
    }

    private static IEnumerable<(JsonElement Bound, string Comparison)> Bounds(JsonElement options)
    {
        foreach (var member in options.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null) continue;
            var comparison = member.Name switch
            {
                "from" => Without(options, "include_lower") ? "gt" : "gte",
                "to" => Without(options, "include_upper") ? "lt" : "lte",
                _ => member.Name,
            };
            if (comparison is "gte" or "gt" or "lte" or "lt") yield return (member.Value, comparison);
        }
    }

    private static bool Without(JsonElement options, string name) =>
        options.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.False;

    private static Predicate<FieldValue>? OnNumber(string text, string comparison) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? value =>
            Holds(value.Number.CompareTo(bound), comparison) : null;

    // With gt and lte, the end of a period (a day, a rounded date) counts.
    private Predicate<FieldValue>? OnTime(string text, string? format, TimeSpan zone, string comparison) =>
        Time(text, format, zone, last: comparison is "gt" or "lte") is { } bound ? value =>
            Holds(value.Nanos.CompareTo(bound), comparison) : null;

    private static bool Holds(int order, string comparison) => comparison switch
    {
        "gte" => order >= 0,
        "gt" => order > 0,
        "lte" => order <= 0,
        "lt" => order < 0,
        _ => throw new InvalidOperationException($"Unknown comparison {comparison}."),
    };
}
