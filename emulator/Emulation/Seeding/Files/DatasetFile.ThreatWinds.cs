using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

sealed partial record DatasetFile
{
    public IReadOnlyList<EntityRow>? Entities { get; set; }

    public IReadOnlyList<EntityRelationRow>? EntityRelations { get; set; }

    /// <summary>Histories. An entity or relation without a row here gets one report: itself, at its own time, by the first user.</summary>
    public IReadOnlyList<EntityReportRow>? EntityReports { get; set; }

    public IReadOnlyList<EntityRelationReportRow>? EntityRelationReports { get; set; }

    public IReadOnlyList<EntityCommentRow>? EntityComments { get; set; }

    public IReadOnlyList<VerificationCodeRow> VerificationCodes { get; set; } = [];

    public IReadOnlyList<ScanRow> Scans { get; set; } = [];
}

// Rows have setters, not init: the generated reader passes every init-only member, and would overwrite its default with null.

/// <summary>A consolidated entity, under the vendor's own names.</summary>
sealed record EntityRow
{
    /// <summary>Left out: type and hash of the value. Given: kept as it is, whatever it looks like.</summary>
    public string? Id { get; set; }

    public string Type { get; set; } = "";

    /// <summary>RFC 3339, up to nine digits.</summary>
    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; set; } = "";

    /// <summary>Left out: the timestamp.</summary>
    public string? LastSeen { get; set; }

    /// <summary>Left out: the timestamp.</summary>
    public string? FirstSeen { get; set; }

    public int Reputation { get; set; }

    public int? BestReputation { get; set; }

    public int? WorstReputation { get; set; }

    public int Accuracy { get; set; } = 1;

    public bool WellKnown { get; set; }

    /// <summary>Left out or null: never set, which is not the same as an empty list.</summary>
    public IReadOnlyList<string>? Tags { get; set; }

    /// <summary>Left out: <c>public</c>.</summary>
    public IReadOnlyList<string>? VisibleBy { get; set; }

    public IReadOnlyDictionary<string, AttributeText>? Attributes { get; set; }

    public string? Label { get; set; }

    public string? Description { get; set; }

    /// <summary>Up to three users who reported it; left out: the first one.</summary>
    public IReadOnlyList<Guid>? Reporters { get; set; }

    /// <summary>How many times it was reported.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>A relation, by the ids of its ends.</summary>
sealed record EntityRelationRow
{
    [JsonPropertyName("entityID")]
    public string EntityId { get; set; } = "";

    [JsonPropertyName("relatedEntityID")]
    public string RelatedEntityId { get; set; } = "";

    /// <summary><c>association</c> or <c>aggregation</c>.</summary>
    public string Mode { get; set; } = "association";

    /// <summary>Left out: the later one of its ends.</summary>
    [JsonPropertyName("@timestamp")]
    public string? Timestamp { get; set; }

    public string? LastSeen { get; set; }

    /// <summary>Left out: everyone who sees one of its ends.</summary>
    public IReadOnlyList<string>? VisibleBy { get; set; }

    /// <summary>How many times it was reported.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>One record of an entity's history. What is left out is as the entity has it.</summary>
sealed record EntityReportRow
{
    /// <summary>Left out: one more than the row above.</summary>
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

/// <summary>One record of a relation's history.</summary>
sealed record EntityRelationReportRow
{
    /// <summary>Left out: one more than the row above.</summary>
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

    public string? Mode { get; set; }

    public IReadOnlyList<string>? VisibleBy { get; set; }
}

/// <summary>A comment on an entity, or on a relation by its id.</summary>
sealed record EntityCommentRow
{
    /// <summary>Left out: one more than the row above.</summary>
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
