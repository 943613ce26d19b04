using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>The includes of a request, in any of the spellings: includeTags=true, includes=tags, repeated or with commas.</summary>
readonly record struct Includes(bool Additional, bool Attributes, bool Tags, bool Labels)
{
    public bool Any => Additional || Attributes || Tags || Labels;

    public static Includes Read(Call call)
    {
        if (call.Target.RawQuery.Length == 0) return default;
        var includes = call.Query["includes"] is null ? default : Named(call);
        return includes with
        {
            Additional = includes.Additional || IsTrue(call, "includeAdditional"),
            Attributes = includes.Attributes || IsTrue(call, "includeAttributes"),
            Tags = includes.Tags || IsTrue(call, "includeTags"),
            Labels = includes.Labels || IsTrue(call, "includeLabels"),
        };
    }

    private static Includes Named(Call call)
    {
        var includes = default(Includes);
        foreach (var word in call.Query.Each("includes").SelectMany(value => value.Split(',')))
            includes = includes.And(word.Trim().ToLowerInvariant());
        return includes;
    }

    // tcex sends Python's False and True.
    public static bool IsTrue(Call call, string parameter) =>
        string.Equals(call.Query[parameter], "true", StringComparison.OrdinalIgnoreCase);

    private Includes And(string word) => word switch
    {
        "additional" => this with { Additional = true },
        "attributes" => this with { Attributes = true },
        "tags" => this with { Tags = true },
        "labels" => this with { Labels = true },
        _ => this,
    };
}
