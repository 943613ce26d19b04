using Emulation.Http;

namespace Emulation.Control.Faults;

/// <summary>Whether the API, the route and the method that a rule names are there, and go together.</summary>
static class RouteNames
{
    private const int Suggested = 3;

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
        if (rows.Length == 0) match.Wrong("route", $"is not a route's name{(api is null ? "" : " in " + api)}; /_emulator/coverage lists them, such as {string.Join(", ", Near(all, route))}");
        else if (method is not null && !rows.Any(row => Takes(row, method))) match.Wrong("method", $"does not go with the route {route}, which takes {string.Join(", ", rows.Select(row => row.Method).Distinct(StringComparer.Ordinal))}");
    }

    private static bool Takes(Route row, string method) => Is(row.Method, method) || (Is(row.Method, "GET") && Is(method, "HEAD"));

    private static IEnumerable<string> Near(Route[] rows, string route) =>
        rows.Select(row => row.Name).Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => name.AsSpan().CommonPrefixLength(route)).ThenBy(name => name, StringComparer.Ordinal).Take(Suggested);

    private static bool IsMethod(string text) => text.Length is > 0 and <= 32 && text.All(char.IsAsciiLetterUpper);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
