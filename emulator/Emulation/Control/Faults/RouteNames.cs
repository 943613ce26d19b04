using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Checks that the API, the route and the method of a rule exist and belong together.</summary>
static class RouteNames
{
    private const int MaxSuggestions = 3;

    public static void Check(Members match, IReadOnlyList<IApi> apis, string? api, string? route, string? method)
    {
        if (method is not null && !IsMethod(method)) match.Wrong("method", "must be a method in capitals, such as GET");
        if (api is not null && !apis.Any(one => Is(one.Name, api)))
        {
            match.Wrong("api", $"must be one of {string.Join(", ", apis.Select(one => one.Name))}");
            return;
        }
        if (route is null) return;
        var all = apis.Where(one => api is null || Is(one.Name, api)).SelectMany(one => one.Routes).ToArray();
        var rows = all.Where(row => Is(row.Name, route)).ToArray();
        if (rows.Length == 0)
        {
            var where = api is null ? "" : " in " + api;
            var similar = string.Join(", ", Similar(all, route));
            match.Wrong("route", $"is not a route's name{where}; /_emulator/coverage lists them, such as {similar}");
        }
        else if (method is not null && !rows.Any(row => Accepts(row, method)))
        {
            var allowed = string.Join(", ", rows.Select(row => row.Method).Distinct(StringComparer.Ordinal));
            match.Wrong("method", $"does not go with the route {route}, which takes {allowed}");
        }
    }

    private static bool Accepts(Route row, string method) => Is(row.Method, method) || (Is(row.Method, "GET") && Is(method, "HEAD"));

    private static IEnumerable<string> Similar(Route[] rows, string route) =>
        rows.Select(row => row.Name).Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => name.AsSpan().CommonPrefixLength(route))
                .ThenBy(name => name, StringComparer.Ordinal)
                .Take(MaxSuggestions);

    private static bool IsMethod(string text) => text.Length is > 0 and <= 32 && text.All(char.IsAsciiLetterUpper);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
