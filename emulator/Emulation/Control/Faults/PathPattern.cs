namespace Emulation.Control.Faults;

/// <summary>
/// A path with wildcards, matched against decoded segments: <c>{name}</c> is one segment, <c>*</c> anything within a segment, <c>**</c>
/// any number of segments. A trailing slash is ignored.
/// </summary>
sealed class PathPattern
{
    public const string Allowed =
        "a path that begins with a slash, where {name} is one segment, * is anything within a segment "
        + "and ** as a whole segment is any number of segments";

    private const string Any = "**";

    private readonly string[] _parts;

    private PathPattern(string[] parts) => _parts = parts;

    /// <summary>Null when the text is not a valid pattern.</summary>
    public static PathPattern? Parse(string text)
    {
        if (!text.StartsWith('/') || text.Contains('?', StringComparison.Ordinal)) return null;
        var parts = text.TrimEnd('/').Split('/')[1..];
        return Array.TrueForAll(parts, IsPart) ? new PathPattern([.. parts.Select(part => part.StartsWith('{') ? "*" : part)]) : null;
    }

    public bool Matches(ReadOnlySpan<string> segments)
    {
        if (segments is [.., ""]) segments = segments[..^1];
        // Backtracking: the last ** takes one more segment each time the rest does not match.
        var (part, segment, any, taken) = (0, 0, -1, 0);
        while (segment < segments.Length)
        {
            if (part < _parts.Length && _parts[part] == Any) (any, taken) = (part++, segment);
            else if (part < _parts.Length && IsMatch(_parts[part], segments[segment])) (part, segment) = (part + 1, segment + 1);
            else if (any >= 0) (part, segment) = (any + 1, ++taken);
            else return false;
        }
        while (part < _parts.Length && _parts[part] == Any) part++;
        return part == _parts.Length;
    }

    private static bool IsPart(string part)
    {
        if (part.Length == 0) return false;
        if (part.StartsWith('{')) return part.Length > 2 && part.IndexOfAny(['{', '}', '*'], 1) == part.Length - 1 && part.EndsWith('}');
        return part == Any || (!part.Contains(Any, StringComparison.Ordinal) && part.IndexOfAny(['{', '}']) < 0);
    }

    private static bool IsMatch(string part, string segment)
    {
        if (segment.Length == 0) return false;
        var (character, at, star, taken) = (0, 0, -1, 0);
        while (at < segment.Length)
        {
            if (character < part.Length && part[character] == '*') (star, taken) = (character++, at);
            else if (character < part.Length && part[character] == segment[at]) (character, at) = (character + 1, at + 1);
            else if (star >= 0) (character, at) = (star + 1, ++taken);
            else return false;
        }
        return part.AsSpan(character).Trim('*').IsEmpty;
    }
}
