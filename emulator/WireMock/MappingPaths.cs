using WireMock;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace Emulation.WireMocks;

/// <summary>The paths that a mapping can match, as far as they can be read from it.</summary>
sealed class MappingPaths
{
    private static readonly char[] s_wildcards = ['*', '?'];

    // Null: any path.
    private readonly (string Start, bool IsWhole)[]? _paths;

    private MappingPaths((string Start, bool IsWhole)[]? paths) => _paths = paths;

    public static MappingPaths Of(IMapping mapping)
    {
        var matcher = (mapping.RequestMatcher as Request)?.GetRequestMessageMatcher<RequestMessagePathMatcher>();
        return new MappingPaths(matcher is { Behaviour: MatchBehaviour.AcceptOnMatch, Matchers: { } paths } ? Read(paths) : null);
    }

    public bool CanMatch(string path)
    {
        if (_paths is null) return true;
        foreach (var (start, isWhole) in _paths)
            if (path.StartsWith(start, StringComparison.Ordinal) && (!isWhole || path.Length == start.Length)) return true;
        return false;
    }

    private static (string Start, bool IsWhole)[]? Read(IReadOnlyList<IStringMatcher> matchers)
    {
        List<(string, bool)> paths = [];
        foreach (var matcher in matchers)
        {
            if (matcher is not WildcardMatcher { IgnoreCase: false, MatchBehaviour: MatchBehaviour.AcceptOnMatch } wildcard) return null;
            foreach (var pattern in wildcard.GetPatterns())
            {
                if (!pattern.IsFirst) return null;
                var at = pattern.First.IndexOfAny(s_wildcards);
                paths.Add(at < 0 ? (pattern.First, true) : (pattern.First[..at], false));
            }
        }
        return [.. paths];
    }
}
