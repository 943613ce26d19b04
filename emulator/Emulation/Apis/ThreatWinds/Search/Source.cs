using System.Text.Json;
using Emulation.Apis.ThreatWinds.Requests;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Which parts of a document are shown: paths, where <c>*</c> stands for anything.</summary>
sealed class Source
{
    private readonly IReadOnlyList<string> _includes;
    private readonly IReadOnlyList<string> _excludes;

    private Source(IReadOnlyList<string> includes, IReadOnlyList<string> excludes) => (_includes, _excludes) = (includes, excludes);

    public static Source All { get; } = new([], []);

    /// <summary>Null: the filter has the wrong shape.</summary>
    public static Source? Read(JsonElement body)
    {
        if (!body.TryGetProperty("source", out var filter) && !body.TryGetProperty("_source", out filter)) return All;
        if (filter.ValueKind is JsonValueKind.Null) return All;
        if (filter.ValueKind != JsonValueKind.Object) return null;
        return Bodies.Texts(filter, "includes", out var includes) && Bodies.Texts(filter, "excludes", out var excludes) ? new Source(includes ?? [], excludes ?? []) : null;
    }

    /// <summary>Whether a value is shown; a path that is named stands for all that is below it.</summary>
    public bool Shows(string path)
    {
        if (_excludes.Any(pattern => Covers(pattern, path))) return false;
        return _includes.Count == 0 || _includes.Any(pattern => Covers(pattern, path));
    }

    /// <summary>Whether an attribute is shown. <c>attributes.value</c> means the attribute that has the name of the entity's type, as the vendor's samples show it.</summary>
    public bool ShowsAttribute(string prefix, string name, string type)
    {
        var path = $"{prefix}attributes.{name}";
        var alias = string.Equals(name, type, StringComparison.Ordinal) ? $"{prefix}attributes.value" : path;
        if (_excludes.Any(pattern => Covers(pattern, path) || Covers(pattern, alias))) return false;
        return _includes.Count == 0 || _includes.Any(pattern => Covers(pattern, path) || Covers(pattern, alias));
    }

    private static bool Covers(string pattern, string path)
    {
        if (pattern.EndsWith(".keyword", StringComparison.Ordinal)) pattern = pattern[..^".keyword".Length];
        return Globs.Match(pattern, path, ignoreCase: false) || Globs.Match(pattern + ".*", path, ignoreCase: false);
    }
}
