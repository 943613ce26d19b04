using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

/// <summary>A dataset as a file has it, format 1: an array per kind, links by id. Each API's arrays stand in a file of their own.</summary>
sealed partial record DatasetFile
{
    /// <summary>Where editors find what may be written; not read.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    /// <summary>Always 1.</summary>
    public int Format { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The moment at which the world begins.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>
    /// True: the rows are all there is, as they stand. Nothing is added to them (built-in accounts, the system's labels, a report of each
    /// entity, keys that sign), nothing left out is taken from elsewhere, and values are kept in the form they are written in. Exports are so.
    /// </summary>
    public bool Complete { get; set; }

    /// <summary>The last id that was given to each kind, where it is above those of the rows; the next one is one more.</summary>
    public IReadOnlyDictionary<string, long>? LastIds { get; set; }

    /// <summary>Who may call; what is left out is the built-in set.</summary>
    public CredentialRows? Credentials { get; set; }
}

/// <summary>The accounts of each API; each API's rows stand in a file of their own.</summary>
sealed partial record CredentialRows;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetFile))]
sealed partial class DatasetJson : JsonSerializerContext;
