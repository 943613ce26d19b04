using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The parts of a document that a response includes: paths with the wildcard <c>*</c>.</summary>
sealed class SourceFilter
{
    private readonly IReadOnlyList<string> _includes;
    private readonly IReadOnlyList<string> _excludes;

    private SourceFilter(IReadOnlyList<string> includes, IReadOnlyList<string> excludes) => (_includes, _excludes) = (includes, excludes);

    public static SourceFilter All { get; } = new([], []);

    /// <summary>Null when the filter is invalid.</summary>
    public static SourceFilter? Read(JsonElement body)
    {
        if (!body.TryGetProperty("source", out var filter) && !body.TryGetProperty("_source", out filter)) return All;
        if (filter.ValueKind is JsonValueKind.Null) return All;
        if (filter.ValueKind != JsonValueKind.Object) return null;
        if (!BodyReader.Texts(filter, "includes", out var includes) || !BodyReader.Texts(filter, "excludes", out var excludes)) return null;
        return new SourceFilter(includes ?? [], excludes ?? []);
    }

    /// <summary>Whether a value is included; a path includes everything below it.</summary>
    public bool Includes(string path)
    {
        if (_excludes.Any(pattern => Matches(pattern, path))) return false;
        return _includes.Count == 0 || _includes.Any(pattern => Matches(pattern, path));
    }

    /// <summary>
    /// Whether an attribute is included. As in the vendor's samples, <c>attributes.value</c> is the attribute with the name of the entity's
    /// type.
    /// </summary>
    public bool IncludesAttribute(string prefix, string name, string type)
    {
        var path = $"{prefix}attributes.{name}";
        var alias = string.Equals(name, type, StringComparison.Ordinal) ? $"{prefix}attributes.value" : path;
        if (_excludes.Any(pattern => Matches(pattern, path) || Matches(pattern, alias))) return false;
        return _includes.Count == 0 || _includes.Any(pattern => Matches(pattern, path) || Matches(pattern, alias));
    }

    private static bool Matches(string pattern, string path)
    {
        if (pattern.EndsWith(".keyword", StringComparison.Ordinal)) pattern = pattern[..^".keyword".Length];
        return GlobPattern.Match(pattern, path, ignoreCase: false) || GlobPattern.Match(pattern + ".*", path, ignoreCase: false);
    }
}
