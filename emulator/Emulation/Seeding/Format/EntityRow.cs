using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

[Description("A consolidated entity, under the vendor's own names.")]
sealed record EntityRow
{
    [Description("Left out: type and hash of the value. Given: kept as it is, whatever it looks like.")]
    public string? Id { get; set; }

    public string Type { get; set; } = "";

    [Description("RFC 3339, up to nine digits.")]
    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; set; } = "";

    [Description("Left out: the timestamp.")]
    public string? LastSeen { get; set; }

    [Description("Left out: the timestamp.")]
    public string? FirstSeen { get; set; }

    [Range(-3, 3)]
    public int Reputation { get; set; }

    [Range(-3, 3)]
    public int? BestReputation { get; set; }

    [Range(-3, 3)]
    public int? WorstReputation { get; set; }

    [Range(0, 3)]
    public int Accuracy { get; set; } = 1;

    public bool WellKnown { get; set; }

    [Description("Left out or null: never set, which is not the same as an empty list.")]
    public IReadOnlyList<string>? Tags { get; set; }

    [Description("Left out: public.")]
    public IReadOnlyList<string>? VisibleBy { get; set; }

    public IReadOnlyDictionary<string, AttributeText>? Attributes { get; set; }

    public string? Label { get; set; }

    public string? Description { get; set; }

    [Description("Up to three users who reported it; left out: the first one.")]
    public IReadOnlyList<Guid>? Reporters { get; set; }

    [Description("How many times it was reported.")]
    public int Version { get; set; } = 1;
}

[Description("A relation, by the ids of its ends.")]
sealed record EntityRelationRow
{
    [JsonPropertyName("entityID")]
    public string EntityId { get; set; } = "";

    [JsonPropertyName("relatedEntityID")]
    public string RelatedEntityId { get; set; } = "";

    [Description("association or aggregation.")]
    [AllowedValues("association", "aggregation")]
    public string Mode { get; set; } = "association";

    [Description("Left out: the later one of its ends.")]
    [JsonPropertyName("@timestamp")]
    public string? Timestamp { get; set; }

    public string? LastSeen { get; set; }

    [Description("Left out: everyone who sees one of its ends.")]
    public IReadOnlyList<string>? VisibleBy { get; set; }

    [Description("How many times it was reported.")]
    public int Version { get; set; } = 1;
}
