using Emulation.Http;

namespace Emulation.Recordings.Drifts;

/// <summary>A difference that occurred one or more times on a route.</summary>
/// <param name="First">Its first occurrence.</param>
/// <param name="Exchanges">The numbers of the exchanges that have it.</param>
/// <param name="Reason">Why it is accepted; null: it is drift.</param>
sealed record GroupedDifference(Difference First, IReadOnlyList<long> Exchanges, string? Reason);

/// <summary>What came of the exchanges of one route.</summary>
/// <param name="Api">The API.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path as the emulator's table has it; <c>an unknown path</c> when it has none.</param>
/// <param name="Route">The emulator's route; null: it has none.</param>
/// <param name="Compared">How many were compared.</param>
/// <param name="Same">How many of these have no difference but accepted ones.</param>
/// <param name="Differences">By kind and path.</param>
/// <param name="NotCompared">How many were not compared, by reason.</param>
sealed record RouteResult(
    string Api, string Method, string Path, Route? Route, int Compared, int Same,
    IReadOnlyList<GroupedDifference> Differences, IReadOnlyList<(string Reason, int Count)> NotCompared)
{
    public string Name => $"{Method} {Path}";

    public string Provenance => Route?.Provenance.ToString().ToLowerInvariant() ?? "none";
}

/// <summary>What came of a comparison.</summary>
sealed record DriftReport
{
    private const string UnknownPath = "an unknown path";

    /// <summary>The recording's file, or the service of a live comparison.</summary>
    public required string Source { get; init; }

    public required string Upstream { get; init; }

    public required DateTimeOffset Recorded { get; init; }

    public required DateTimeOffset Compared { get; init; }

    /// <summary>Version and dataset of the emulator.</summary>
    public required string Emulator { get; init; }

    public required IReadOnlyList<RouteResult> Routes { get; init; }

    public int ComparedCount => Routes.Sum(route => route.Compared);

    public int SameCount => Routes.Sum(route => route.Same);

    public int NotComparedCount => Routes.Sum(route => route.NotCompared.Sum(reason => reason.Count));

    /// <summary>Differences that are not accepted.</summary>
    public IEnumerable<GroupedDifference> Drift =>
        Routes.SelectMany(route => route.Differences).Where(difference => difference.Reason is null);

    public int AcceptedCount => Routes.Sum(route => route.Differences.Count(difference => difference.Reason is not null));

    /// <summary>Groups exchanges by route, and their differences by kind and path.</summary>
    public static IReadOnlyList<RouteResult> Group(IEnumerable<ComparedExchange> exchanges, AcceptedDifferences accepted) =>
    [
        .. exchanges.GroupBy(exchange => (exchange.Api, exchange.Method, Path: exchange.Route?.Path ?? UnknownPath))
            .OrderBy(group => group.Key.Api, StringComparer.Ordinal).ThenBy(group => group.Key.Path, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Method, StringComparer.Ordinal)
            .Select(group => Of(group.Key.Api, group.Key.Method, group.Key.Path, [.. group], accepted)),
    ];

    private static RouteResult Of(string api, string method, string path, ComparedExchange[] exchanges, AcceptedDifferences accepted)
    {
        var compared = exchanges.Where(exchange => exchange.NotCompared is null).ToArray();
        string? Reason(Difference difference) => accepted.ReasonFor($"{method} {path}", difference);
        var differences = compared
            .SelectMany(exchange => exchange.Differences.Select(difference => (exchange.Number, Difference: difference)))
            .GroupBy(one => (one.Difference.Kind, one.Difference.Path))
            .Select(group => new GroupedDifference(
                group.First().Difference, [.. group.Select(one => one.Number).Distinct()], Reason(group.First().Difference)));
        var reasons = exchanges.Where(exchange => exchange.NotCompared is not null)
            .GroupBy(exchange => exchange.NotCompared!, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));
        return new RouteResult(
            api, method, path, exchanges[0].Route, compared.Length,
            compared.Count(exchange => exchange.Differences.All(difference => Reason(difference) is not null)),
            [.. differences], [.. reasons]);
    }
}
