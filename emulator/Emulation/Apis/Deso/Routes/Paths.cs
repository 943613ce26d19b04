using System.Text;
using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>
/// Matches paths as a node's router (gorilla/mux with StrictSlash) does: the path is decoded as a whole, empty and dot segments are
/// removed by a redirect, each route exists with and without its prefix, and a trailing slash is removed by a redirect.
/// </summary>
sealed class Paths(IReadOnlyList<Route> routes)
{
    private const string Prefix = "/api/v0";

    // Every path below these belongs to DeSo; of other paths, only those of its routes.
    private static readonly string[] s_families = ["/user-associations", "/post-associations"];

    private readonly Matcher _matcher = new(routes, new PathRules(IgnoreCase: false, TrailingSlash: false, HeadIsGet: false));

    private readonly HashSet<string> _firstSegments = [.. routes.Select(route => FirstSegment(route.Path[Math.Min(Prefix.Length, route.Path.Length)..]))];

    public bool Owns(Target target)
    {
        var path = IsPlain(target.Path) ? target.Path : Clean(Decoded(target) ?? target.Path);
        if (path == "/" || IsAt(path, Prefix) || IsAt(path, s_families[0]) || IsAt(path, s_families[1])) return true;
        return _firstSegments.Contains(FirstSegment(path)) && _matcher.Find("GET", Segments(Prefix + path.TrimEnd('/'))).PathExists;
    }

    public Match Find(string method, Target target)
    {
        if (Decoded(target) is not { } path) return Match.None;
        var routeMethod = method == "OPTIONS" ? "POST" : method;
        // Tools that wait for a server to start send HEAD /.
        if (path == "/") return _matcher.Find(routeMethod == "HEAD" ? "GET" : routeMethod, Segments(path));
        if (!path.StartsWith(Prefix + "/", StringComparison.Ordinal)) path = Prefix + path;
        return path[^1] == '/' ? Find(routeMethod, path[..^1], slash: true) : Find(routeMethod, path, slash: false);
    }

    /// <summary>The redirect to the path without empty and dot segments; null when there are none.</summary>
    public static string? Cleaned(Target target) =>
        !IsPlain(target.Path) && Decoded(target) is { } path && Clean(path) is var clean && clean != path ? Location(target, clean) : null;

    /// <summary>The redirect to the path without its trailing slash; null when there is none.</summary>
    public static string? Unslashed(Target target) =>
        Decoded(target) is { Length: > 1 } path && path[^1] == '/' ? Location(target, path[..^1]) : null;

    private Match Find(string method, string path, bool slash)
    {
        var segments = Segments(path);
        var parameters = _matcher.Find("GET", segments);
        if (parameters.Route is { } route && parameters.Values.Length > 0)
        {
            if (!ParametersMatch(route, parameters.Values) || (slash && RejectsTrailingSlash(route))) return Match.None;
        }
        return _matcher.Find(method, segments);
    }

    private static bool ParametersMatch(Route route, string[] values) =>
        RejectsTrailingSlash(route) ? values[0].All(char.IsAsciiHexDigit) : values.All(value => value.Length is 54 or 55 && value.All(char.IsAsciiLetterOrDigit));

    // The route's pattern for an association id ends in "$", so a trailing slash does not match and is not redirected.
    private static bool RejectsTrailingSlash(Route route) => route.Parameters is ["associationID"];

    private static bool IsAt(string path, string start) =>
        path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (path.Length == start.Length || path[start.Length] == '/');

    private static string[] Segments(string path) => path[1..].Split('/');

    private static string? Decoded(Target target) => Target.Decode(target.Path);

    /// <summary>The path needs no decoding or cleaning, like almost all paths.</summary>
    private static bool IsPlain(string path) =>
        !path.Contains('%', StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);

    private static string FirstSegment(string path)
    {
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        return end < 0 ? path : path[..end];
    }

    /// <summary>Go's path.Clean, except that a trailing slash is kept.</summary>
    private static string Clean(string path)
    {
        var kept = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") kept.Add(part);
            else if (kept.Count > 0) kept.RemoveAt(kept.Count - 1);
        }
        var clean = "/" + string.Join('/', kept);
        return path[^1] == '/' && clean.Length > 1 ? clean + "/" : clean;
    }

    private static string Location(Target target, string path)
    {
        var location = new StringBuilder(target.Prefix);
        foreach (var unit in Encoding.UTF8.GetBytes(path))
        {
            var character = (char)unit;
            if (char.IsAsciiLetterOrDigit(character) || "-_.~$&+,/:;=@!*'()".Contains(character, StringComparison.Ordinal)) location.Append(character);
            else location.Append('%').Append(unit.ToString("X2"));
        }
        if (target.RawQuery.Length > 0 || target.Raw.EndsWith('?')) location.Append('?').Append(target.RawQuery);
        return location.ToString();
    }
}
