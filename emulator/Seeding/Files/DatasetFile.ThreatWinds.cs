using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

public sealed partial record DatasetFile
{
    public IReadOnlyList<EntityRow>? Entities { get; set; }

    public IReadOnlyList<EntityRelationRow>? EntityRelations { get; set; }

    /// <summary>Histories. An entity or relation without a row here gets one report: itself, at its own time, by the first user.</summary>
    public IReadOnlyList<EntityReportRow>? EntityReports { get; set; }

    public IReadOnlyList<EntityRelationReportRow>? EntityRelationReports { get; set; }

    public IReadOnlyList<EntityCommentRow>? EntityComments { get; set; }
}

public sealed partial record CredentialRows
{
    /// <summary>In order: the first is who calls when credentials are not looked at.</summary>
    public IReadOnlyList<ThreatWindsUserRow>? ThreatWinds { get; set; }
}

// Rows have setters, not init: the generated reader passes every init-only member, and would overwrite its default with null.

/// <summary>A consolidated entity, under the vendor's own names.</summary>
public sealed record EntityRow
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

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; set; }

    public string? Label { get; set; }

    public string? Description { get; set; }
}

/// <summary>A relation, by the ids of its ends.</summary>
public sealed record EntityRelationRow
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
}

/// <summary>One record of an entity's history. What is left out is as the entity has it.</summary>
public sealed record EntityReportRow
{
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

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; set; }
}

/// <summary>One record of a relation's history.</summary>
public sealed record EntityRelationReportRow
{
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
public sealed record EntityCommentRow
{
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

/// <summary>A user with what they call with.</summary>
public sealed record ThreatWindsUserRow
{
    public Guid? Id { get; set; }

    public string Alias { get; set; } = "";

    public string FullName { get; set; } = "";

    /// <summary>The first one is preferred; all are verified.</summary>
    public IReadOnlyList<string> Emails { get; set; } = [];

    public IReadOnlyList<string> Roles { get; set; } = [];

    public IReadOnlyList<string> Groups { get; set; } = [];

    public IReadOnlyList<ThreatWindsSessionRow> Sessions { get; set; } = [];

    public IReadOnlyList<ThreatWindsKeyPairRow> KeyPairs { get; set; } = [];
}

public sealed record ThreatWindsSessionRow
{
    public string Bearer { get; set; } = "";

    /// <summary>Left out: the year 2100.</summary>
    public DateTimeOffset? ExpireAt { get; set; }

    public bool Verified { get; set; } = true;
}

public sealed record ThreatWindsKeyPairRow
{
    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";

    public string? Name { get; set; }

    public DateTimeOffset? ExpireAt { get; set; }

    public bool Verified { get; set; } = true;
}
