namespace Emulation.Control.Stubs.Matching;

/// <summary>A path template in which <c>{name}</c> is a whole segment.</summary>
sealed record PathTemplate : IMatcher
{
    private readonly string[] _segments;

    private PathTemplate(string text) => (Text, _segments) = (text, text.Split('/'));

    public string Text { get; }

    public IEnumerable<string> Names => _segments.Where(IsName).Select(segment => segment[1..^1]);

    /// <summary>Null when the text is not a template; <paramref name="fault"/> then says why.</summary>
    public static PathTemplate? Read(string text, out string fault)
    {
        fault = "";
        if (text.Split('/').All(segment => IsName(segment) || !segment.AsSpan().ContainsAny("{}*"))) return new PathTemplate(text);
        fault = "has a segment that is neither plain nor one {name}";
        return null;
    }

    public bool Matches(MatchInput input)
    {
        var given = input.Text?.Split('/');
        return given is not null
            && given.Length == _segments.Length
            && _segments.Zip(given).All(pair => IsName(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    public double Distance(MatchInput input)
    {
        var withoutNames = _segments.Select(segment => IsName(segment) ? "" : segment);
        return Matches(input) ? 0 : TextDistance.Between(string.Join('/', withoutNames), input.Text);
    }

    /// <summary>The segment of a path for a name, as sent.</summary>
    public string? Find(string path, string name)
    {
        var at = Array.IndexOf(_segments, $"{{{name}}}");
        return at >= 0 && path.Split('/') is var given && at < given.Length ? given[at] : null;
    }

    private static bool IsName(string segment) =>
        segment.Length > 2 && segment[0] == '{' && segment[^1] == '}' && !segment.AsSpan(1, segment.Length - 2).ContainsAny("{}");
}
