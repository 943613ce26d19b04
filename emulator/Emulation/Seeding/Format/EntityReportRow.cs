using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

[Description("One record of an entity's history. What is left out is as the entity has it.")]
sealed record EntityReportRow
{
    [Description("Left out: one more than the row above.")]
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    [JsonPropertyName("entityID")]
    public string EntityId { get; set; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; set; } = "";

    [JsonPropertyName("userID")]
    public Guid? UserId { get; set; }

    public int? Reputation { get; set; }

    public int? Accuracy { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    public IReadOnlyList<string>? VisibleBy { get; set; }

    public IReadOnlyDictionary<string, AttributeText>? Attributes { get; set; }

    public bool? WellKnown { get; set; }
}

[Description("One record of a relation's history.")]
sealed record EntityRelationReportRow
{
    [Description("Left out: one more than the row above.")]
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    [JsonPropertyName("entityID")]
    public string EntityId { get; set; } = "";

    [JsonPropertyName("relatedEntityID")]
    public string RelatedEntityId { get; set; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; set; } = "";

    [JsonPropertyName("userID")]
    public Guid? UserId { get; set; }

    [AllowedValues("association", "aggregation", null)]
    public string? Mode { get; set; }

    public IReadOnlyList<string>? VisibleBy { get; set; }
}

[Description("A comment on an entity, or on a relation by its id.")]
sealed record EntityCommentRow
{
    [Description("Left out: one more than the row above.")]
    public long? Number { get; set; }

    public Guid? Id { get; set; }

    [JsonPropertyName("entityID")]
    public string EntityId { get; set; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; set; } = "";

    public string Comment { get; set; } = "";

    [JsonPropertyName("userID")]
    public Guid? UserId { get; set; }

    [JsonPropertyName("parentID")]
    public Guid? ParentId { get; set; }

    public IReadOnlyList<string>? VisibleBy { get; set; }
}

sealed record ScanRow
{
    public Guid? Id { get; set; }

    public string Target { get; set; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; set; } = "";
}
