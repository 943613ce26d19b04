using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Recordings.Rules;

/// <summary>How a value is sanitised.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Treatment>))]
enum Treatment
{
    /// <summary>Recognised by its form: an address, a date, a number, words of the APIs, or else free text.</summary>
    Auto,

    /// <summary>An identifier of the API stays; what has no form of one is treated as <see cref="Auto"/>.</summary>
    Id,

    /// <summary>Words of the vocabulary stay, all others are replaced: statuses, types, error texts.</summary>
    Words,

    /// <summary>Always replaced: names of people and organizations, free text.</summary>
    Replace,

    /// <summary>Conditions such as <c>summary=example,rating&gt;3</c>: their values are treated as <see cref="Auto"/>.</summary>
    Filter,

    /// <summary>Removed.</summary>
    Secret,
}

/// <summary>The rules of recordings: what is removed, and what is compared. <c>--rules</c> adds to the defaults.</summary>
sealed record RuleFile
{
    [Description("The version of the format: 1.")]
    [JsonRequired]
    public int Format { get; set; }

    [Description(
        "Further names of headers, parameters and members that hold secrets; header:NAME, parameter:NAME and member:NAME are one of " +
        "these alone. The built-in names cannot be removed.")]
    public IReadOnlyList<string> Secrets { get; set; } = [];

    [Description("Headers that are recorded, as words. The values of all others are replaced.")]
    public IReadOnlyList<string> Headers { get; set; } = [];

    [Description("Further words that stay in error texts, statuses and types.")]
    public IReadOnlyList<string> Vocabulary { get; set; } = [];

    [Description("How values of parameters and members are treated, for every API, by name in any case.")]
    public IReadOnlyDictionary<string, Treatment> Values { get; set; } = new Dictionary<string, Treatment>(StringComparer.Ordinal);

    [Description("The same for one API alone.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Treatment>> Apis { get; set; } =
        new Dictionary<string, IReadOnlyDictionary<string, Treatment>>(StringComparer.Ordinal);

    [Description("What 'drift' compares.")]
    public CompareRules Compare { get; set; } = new();
}

/// <summary>What is compared, and how exactly.</summary>
sealed record CompareRules
{
    [Description("Headers whose values are compared.")]
    public IReadOnlyList<string> Headers { get; set; } = [];

    [Description("Headers of which only the presence is compared.")]
    public IReadOnlyList<string> Presence { get; set; } = [];

    [Description("Members with texts that must be equal but for ids and stand-ins.")]
    public IReadOnlyList<string> Texts { get; set; } = [];

    [Description("Members with texts from a fixed list, such as types and statuses, which must be equal.")]
    public IReadOnlyList<string> Fixed { get; set; } = [];

    [Description("Members with numbers that must be equal.")]
    public IReadOnlyList<string> Counts { get; set; } = [];

    [Description("Members with addresses that the API makes itself: scheme, path and names in the query are compared.")]
    public IReadOnlyList<string> Links { get; set; } = [];

    [Description("Members that identify an item of a list, the best one first.")]
    public IReadOnlyList<string> Keys { get; set; } = [];

    [Description("Lists whose order is not promised.")]
    public IReadOnlyList<string> Unordered { get; set; } = [];

    [Description("Members that are not compared at all.")]
    public IReadOnlyList<string> Ignored { get; set; } = [];
}

/// <summary>Reads the file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RuleFile))]
sealed partial class RuleJson : JsonSerializerContext;
