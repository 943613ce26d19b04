namespace Emulation.Http;

/// <summary>How the paths of an API are compared.</summary>
/// <param name="IgnoreCase">Literal words match in any case.</param>
/// <param name="TrailingSlash">One slash at the end makes no difference.</param>
/// <param name="HeadIsGet">HEAD finds the GET row.</param>
sealed record PathRules(bool IgnoreCase, bool TrailingSlash, bool HeadIsGet);

/// <summary>What a method and a path lead to: a row with its decoded parameters, or the methods that the path has, or nothing.</summary>
readonly record struct Match(Route? Route, string[] Values, string Allowed)
{
    public static Match None { get; } = new(null, [], "");

    public bool PathExists => Route is not null || Allowed.Length > 0;
}

/// <summary>
/// Finds the row of a request in a tree of segments. A literal word beats a parameter, and the most literal path
/// that has any row decides: when it lacks the method, that is a wrong method.
/// </summary>
sealed class Matcher
{
    private readonly PathRules _rules;
    private readonly Branch _root;

    public Matcher(IEnumerable<Route> routes, PathRules rules)
    {
        _rules = rules;
        _root = new Branch(rules.IgnoreCase);
        foreach (var route in routes) Enter(route);
    }

    public Match Find(string method, ReadOnlySpan<string> segments)
    {
        if (_rules.TrailingSlash && segments.Length > 1 && segments[^1].Length == 0) segments = segments[..^1];
        var values = new string[segments.Length];
        if (Find(_root, segments, values, 0) is not ({ } rows, var count)) return Match.None;
        var wanted = _rules.HeadIsGet && string.Equals(method, "HEAD", StringComparison.Ordinal) ? "GET" : method;
        foreach (var row in rows)
            if (string.Equals(row.Method, wanted, StringComparison.Ordinal)) return new Match(row, values[..count], "");
        return new Match(null, [], string.Join(", ", rows.Select(row => row.Method).Distinct(StringComparer.Ordinal)));
    }

    private static (List<Route> Rows, int Values)? Find(Branch branch, ReadOnlySpan<string> segments, string[] values, int count)
    {
        if (segments.IsEmpty) return branch.Rows is { } rows ? (rows, count) : null;
        if (branch.Words.TryGetValue(segments[0], out var word) && Find(word, segments[1..], values, count) is { } literal) return literal;
        if (branch.Parameter is null || segments[0].Length == 0) return null;
        values[count] = segments[0];
        return Find(branch.Parameter, segments[1..], values, count + 1);
    }

    private void Enter(Route route)
    {
        var branch = _root;
        var path = route.Path.TrimEnd('/');
        foreach (var part in path.Length == 0 ? [""] : path[1..].Split('/')) branch = branch.Next(part, _rules.IgnoreCase);
        (branch.Rows ??= []).Add(route);
    }

    private sealed class Branch(bool ignoreCase)
    {
        public Dictionary<string, Branch> Words { get; } = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

        public Branch? Parameter { get; private set; }

        public List<Route>? Rows { get; set; }

        public Branch Next(string part, bool anyCase)
        {
            if (part.StartsWith('{')) return Parameter ??= new Branch(anyCase);
            if (!Words.TryGetValue(part, out var word)) Words[part] = word = new Branch(anyCase);
            return word;
        }
    }
}
