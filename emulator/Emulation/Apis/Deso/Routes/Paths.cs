using System.Text;
using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>
/// How a node's router (gorilla/mux with StrictSlash) reads a path: decoded as a whole, cleaned of empty and dotted segments by a
/// redirect, each route with and without its prefix, and a redirect for one slash at the end.
/// </summary>
sealed class Paths(IReadOnlyList<Route> routes)
{
    private const string Prefix = "/api/v0";

    // Below these any path is DeSo's; of the other names only the name itself and what its routes say.
    private static readonly string[] s_families = ["/user-associations", "/post-associations"];

    private readonly Matcher _matcher = new(routes, new PathRules(IgnoreCase: false, TrailingSlash: false, HeadIsGet: false));

    private readonly HashSet<string> _words = [.. routes.Select(route => FirstWord(route.Path[Math.Min(Prefix.Length, route.Path.Length)..]))];

    public bool Owns(Target target)
    {
        var path = IsPlain(target.Path) ? target.Path : Clean(Decoded(target) ?? target.Path);
        if (path == "/" || IsAt(path, Prefix) || IsAt(path, s_families[0]) || IsAt(path, s_families[1])) return true;
        return _words.Contains(FirstWord(path)) && _matcher.Find("GET", Segments(Prefix + path.TrimEnd('/'))).PathExists;
    }

    public Match Find(string method, Target target)
    {
        if (Decoded(target) is not { } path) return Match.None;
        var wanted = method == "OPTIONS" ? "POST" : method;
        // Tools that wait for a server ask for the root's head.
        if (path == "/") return _matcher.Find(wanted == "HEAD" ? "GET" : wanted, Segments(path));
        if (!path.StartsWith(Prefix + "/", StringComparison.Ordinal)) path = Prefix + path;
        return path[^1] == '/' ? Find(wanted, path[..^1], slash: true) : Find(wanted, path, slash: false);
    }

    /// <summary>The path without what the router takes out, or null when there is nothing to take out.</summary>
    public static string? Cleaned(Target target) =>
        !IsPlain(target.Path) && Decoded(target) is { } path && Clean(path) is var clean && clean != path ? Location(target, clean) : null;

    /// <summary>The path without the slash at its end, or null when there is none.</summary>
    public static string? Unslashed(Target target) =>
        Decoded(target) is { Length: > 1 } path && path[^1] == '/' ? Location(target, path[..^1]) : null;

    private Match Find(string wanted, string path, bool slash)
    {
        var segments = Segments(path);
        var parameters = _matcher.Find("GET", segments);
        if (parameters.Route is { } route && parameters.Values.Length > 0 && (!Fits(route, parameters.Values) || (slash && HoldsTheEnd(route)))) return Match.None;
        return _matcher.Find(wanted, segments);
    }

    private static bool Fits(Route route, string[] values) =>
        HoldsTheEnd(route) ? values[0].All(char.IsAsciiHexDigit) : values.All(value => value.Length is 54 or 55 && value.All(char.IsAsciiLetterOrDigit));

    // The pattern of an association's id ends in "$", which leaves no room for a slash to redirect from.
    private static bool HoldsTheEnd(Route route) => route.Parameters is ["associationID"];

    private static bool IsAt(string path, string start) =>
        path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (path.Length == start.Length || path[start.Length] == '/');

    private static string[] Segments(string path) => path[1..].Split('/');

    private static string? Decoded(Target target) => Target.Decode(target.Path);

    /// <summary>Nothing in it to decode or to clean, as in almost all paths.</summary>
    private static bool IsPlain(string path) =>
        !path.Contains('%', StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);

    private static string FirstWord(string path)
    {
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        return end < 0 ? path : path[..end];
    }

    /// <summary>Go's path.Clean, but for one slash at the end, which stays.</summary>
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
            var sign = (char)unit;
            if (char.IsAsciiLetterOrDigit(sign) || "-_.~$&+,/:;=@!*'()".Contains(sign, StringComparison.Ordinal)) location.Append(sign);
            else location.Append('%').Append(unit.ToString("X2"));
        }
        if (target.RawQuery.Length > 0 || target.Raw.EndsWith('?')) location.Append('?').Append(target.RawQuery);
        return location.ToString();
    }
}
