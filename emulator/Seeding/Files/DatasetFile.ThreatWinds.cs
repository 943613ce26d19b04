using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

public sealed partial record DatasetFile
{
    public IReadOnlyList<EntityRow>? Entities { get; init; }

    public IReadOnlyList<EntityRelationRow>? EntityRelations { get; init; }

    /// <summary>Histories. An entity or relation without a row here gets one report: itself, at its own time, by the first user.</summary>
    public IReadOnlyList<EntityReportRow>? EntityReports { get; init; }

    public IReadOnlyList<EntityRelationReportRow>? EntityRelationReports { get; init; }

    public IReadOnlyList<EntityCommentRow>? EntityComments { get; init; }
}

public sealed partial record CredentialRows
{
    /// <summary>In order: the first is who calls when credentials are not looked at.</summary>
    public IReadOnlyList<ThreatWindsUserRow>? ThreatWinds { get; init; }
}

/// <summary>A consolidated entity, under the vendor's own names.</summary>
public sealed record EntityRow
{
    /// <summary>Left out: type and hash of the value. Given: kept as it is, whatever it looks like.</summary>
    public string? Id { get; init; }

    public string Type { get; init; } = "";

    /// <summary>RFC 3339, up to nine digits.</summary>
    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; init; } = "";

    /// <summary>Left out: the timestamp.</summary>
    public string? LastSeen { get; init; }

    /// <summary>Left out: the timestamp.</summary>
    public string? FirstSeen { get; init; }

    public int Reputation { get; init; }

    public int? BestReputation { get; init; }

    public int? WorstReputation { get; init; }

    public int Accuracy { get; init; } = 1;

    public bool WellKnown { get; init; }

    /// <summary>Left out or null: never set, which is not the same as an empty list.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Left out: <c>public</c>.</summary>
    public IReadOnlyList<string>? VisibleBy { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }
}

/// <summary>A relation, by the ids of its ends.</summary>
public sealed record EntityRelationRow
{
    [JsonPropertyName("entityID")]
    public string EntityId { get; init; } = "";

    [JsonPropertyName("relatedEntityID")]
    public string RelatedEntityId { get; init; } = "";

    /// <summary><c>association</c> or <c>aggregation</c>.</summary>
    public string Mode { get; init; } = "association";

    /// <summary>Left out: the later one of its ends.</summary>
    [JsonPropertyName("@timestamp")]
    public string? Timestamp { get; init; }

    public string? LastSeen { get; init; }

    /// <summary>Left out: everyone who sees one of its ends.</summary>
    public IReadOnlyList<string>? VisibleBy { get; init; }
}

/// <summary>One record of an entity's history. What is left out is as the entity has it.</summary>
public sealed record EntityReportRow
{
    public Guid? Id { get; init; }

    [JsonPropertyName("entityID")]
    public string EntityId { get; init; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; init; } = "";

    [JsonPropertyName("userID")]
    public Guid? UserId { get; init; }

    public int? Reputation { get; init; }

    public int? Accuracy { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string>? VisibleBy { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}

/// <summary>One record of a relation's history.</summary>
public sealed record EntityRelationReportRow
{
    public Guid? Id { get; init; }

    [JsonPropertyName("entityID")]
    public string EntityId { get; init; } = "";

    [JsonPropertyName("relatedEntityID")]
    public string RelatedEntityId { get; init; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; init; } = "";

    [JsonPropertyName("userID")]
    public Guid? UserId { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string>? VisibleBy { get; init; }
}

/// <summary>A comment on an entity, or on a relation by its id.</summary>
public sealed record EntityCommentRow
{
    public Guid? Id { get; init; }

    [JsonPropertyName("entityID")]
    public string EntityId { get; init; } = "";

    [JsonPropertyName("@timestamp")]
    public string Timestamp { get; init; } = "";

    public string Comment { get; init; } = "";

    [JsonPropertyName("userID")]
    public Guid? UserId { get; init; }

    [JsonPropertyName("parentID")]
    public Guid? ParentId { get; init; }

    public IReadOnlyList<string>? VisibleBy { get; init; }
}

/// <summary>A user with what they call with.</summary>
public sealed record ThreatWindsUserRow
{
    public Guid? Id { get; init; }

    public string Alias { get; init; } = "";

    public string FullName { get; init; } = "";

    /// <summary>The first one is preferred; all are verified.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<ThreatWindsSessionRow> Sessions { get; init; } = [];

    public IReadOnlyList<ThreatWindsKeyPairRow> KeyPairs { get; init; } = [];
}

public sealed record ThreatWindsSessionRow
{
    public string Bearer { get; init; } = "";

    /// <summary>Left out: the year 2100.</summary>
    public DateTimeOffset? ExpireAt { get; init; }

    public bool Verified { get; init; } = true;
}

public sealed record ThreatWindsKeyPairRow
{
    public string ApiKey { get; init; } = "";

    public string ApiSecret { get; init; } = "";

    public string? Name { get; init; }

    public DateTimeOffset? ExpireAt { get; init; }

    public bool Verified { get; init; } = true;
}
