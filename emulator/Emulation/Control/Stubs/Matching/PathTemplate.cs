namespace Emulation.Control.Stubs.Matching;

/// <summary>A path with <c>{names}</c> for whole segments.</summary>
sealed record PathTemplate : IMatcher
{
    private readonly string[] _segments;

    private PathTemplate(string text) => (Text, _segments) = (text, text.Split('/'));

    public string Text { get; }

    public IEnumerable<string> Names => _segments.Where(IsName).Select(segment => segment[1..^1]);

    /// <summary>Null when it cannot be read; then <paramref name="fault"/> says why.</summary>
    public static PathTemplate? Read(string text, out string fault)
    {
        fault = "";
        if (text.Split('/').All(segment => IsName(segment) || !segment.AsSpan().ContainsAny("{}*"))) return new PathTemplate(text);
        fault = "has a segment that is neither plain nor one {name}";
        return null;
    }

    public bool Matches(Subject subject)
    {
        var given = subject.Text?.Split('/');
        return given is not null && given.Length == _segments.Length && _segments.Zip(given).All(pair => IsName(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    public double Distance(Subject subject) => Matches(subject) ? 0 : Distances.Between(string.Join('/', _segments.Select(segment => IsName(segment) ? "" : segment)), subject.Text);

    /// <summary>What stands in the place of a name, as sent.</summary>
    public string? Find(string path, string name)
    {
        var at = Array.IndexOf(_segments, $"{{{name}}}");
        return at >= 0 && path.Split('/') is var given && at < given.Length ? given[at] : null;
    }

    private static bool IsName(string segment) => segment.Length > 2 && segment[0] == '{' && segment[^1] == '}' && !segment.AsSpan(1, segment.Length - 2).ContainsAny("{}");
}
