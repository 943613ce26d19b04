namespace Emulation.Seeding.Files;

// Setters: where a property is set on construction, the generated reader loses its default.

/// <summary>What rows of groups, indicators, tasks and victims have in common.</summary>
public abstract record ItemRow
{
    public long? Id { get; set; }

    /// <summary>An owner's name; left out: the first account's own.</summary>
    public string? Owner { get; set; }

    public DateTimeOffset? DateAdded { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<AttributeRow> Attributes { get; set; } = [];

    /// <summary>Names; tags that are not listed are made.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>Names of labels that the owner has.</summary>
    public IReadOnlyList<string> SecurityLabels { get; set; } = [];

    /// <summary>Ids. A link is written at either of its ends.</summary>
    public IReadOnlyList<long> Groups { get; set; } = [];

    public IReadOnlyList<long> Indicators { get; set; } = [];

    public IReadOnlyList<long> Tasks { get; set; } = [];

    public IReadOnlyList<long> Victims { get; set; } = [];
}

public sealed record AttributeRow
{
    public long? Id { get; set; }

    public string Type { get; set; } = "";

    public string Value { get; set; } = "";

    public string? Source { get; set; }

    public bool Displayed { get; set; }

    public DateTimeOffset? DateAdded { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    public string? Xid { get; set; }

    public IReadOnlyList<string> SecurityLabels { get; set; } = [];
}

public sealed record GroupRow : ItemRow
{
    /// <summary>Name, key or path word of one of the sixteen types.</summary>
    public string Type { get; set; } = "";

    public string Name { get; set; } = "";

    public string? CreatedBy { get; set; }

    public string? Xid { get; set; }

    public DateTimeOffset? FirstSeen { get; set; }

    public DateTimeOffset? EventDate { get; set; }

    public DateTimeOffset? PublishDate { get; set; }

    public string? Status { get; set; }

    public string? FileName { get; set; }

    public long? FileSize { get; set; }

    public string? FileType { get; set; }

    public string? FileText { get; set; }

    /// <summary>The uploaded file, in base64.</summary>
    public string? Content { get; set; }

    public bool Malware { get; set; }

    public string? Password { get; set; }

    public string? To { get; set; }

    public string? From { get; set; }

    public string? Subject { get; set; }

    public string? Header { get; set; }

    public string? Body { get; set; }

    public int Score { get; set; }

    /// <summary>Of an adversary: handles, phoneNumbers, urls.</summary>
    public IReadOnlyList<AssetRow> Assets { get; set; } = [];
}

public sealed record IndicatorRow : ItemRow
{
    /// <summary>Name, key or path word of a type.</summary>
    public string Type { get; set; } = "";

    /// <summary>The value; several parts joined with <c> : </c>.</summary>
    public string Summary { get; set; } = "";

    public decimal? Rating { get; set; }

    public int? Confidence { get; set; }

    public decimal? ThreatAssessRating { get; set; }

    public decimal? ThreatAssessConfidence { get; set; }

    public int? ThreatAssessScore { get; set; }

    public int? CalScore { get; set; }

    public int? CalIndicatorStatus { get; set; }

    public bool Active { get; set; } = true;

    public bool ActiveLocked { get; set; }

    public bool PrivateFlag { get; set; }

    public bool DnsActive { get; set; }

    public bool WhoisActive { get; set; }

    public long? Size { get; set; }

    public string? Source { get; set; }

    public string? Xid { get; set; }

    public int ObservationCount { get; set; }

    public DateTimeOffset? LastObserved { get; set; }

    public int FalsePositiveCount { get; set; }

    public DateTimeOffset? FalsePositiveLastReported { get; set; }

    /// <summary>Other indicators by an association or file action.</summary>
    public IReadOnlyList<JoinRow> Associations { get; set; } = [];

    public IReadOnlyList<FileOccurrenceRow> FileOccurrences { get; set; } = [];

    /// <summary>Of a host: the addresses it had.</summary>
    public IReadOnlyList<ResolutionRow> DnsResolutions { get; set; } = [];
}

public sealed record JoinRow
{
    /// <summary>Path word of an association type or file action.</summary>
    public string Type { get; set; } = "";

    public long Indicator { get; set; }
}

public sealed record FileOccurrenceRow
{
    public long? Id { get; set; }

    public string? FileName { get; set; }

    public string? Path { get; set; }

    public DateTimeOffset? Date { get; set; }
}

public sealed record ResolutionRow
{
    public long Address { get; set; }

    public DateTimeOffset? Date { get; set; }
}

public sealed record TaskRow : ItemRow
{
    public string Name { get; set; } = "";

    public string Status { get; set; } = "Not Started";

    public bool Escalated { get; set; }

    public bool Reminded { get; set; }

    public DateTimeOffset? DueDate { get; set; }

    public DateTimeOffset? ReminderDate { get; set; }

    public DateTimeOffset? EscalationDate { get; set; }

    /// <summary>User names.</summary>
    public IReadOnlyList<string> Assignees { get; set; } = [];

    public IReadOnlyList<string> Escalatees { get; set; } = [];
}

public sealed record VictimRow : ItemRow
{
    public string Name { get; set; } = "";

    public string? Org { get; set; }

    public string? Suborg { get; set; }

    public string? WorkLocation { get; set; }

    public string? Nationality { get; set; }

    /// <summary>emailAddresses, networkAccounts, phoneNumbers, socialNetworks, webSites.</summary>
    public IReadOnlyList<AssetRow> Assets { get; set; } = [];
}

public sealed record AssetRow
{
    public long? Id { get; set; }

    /// <summary>Path word of a type of asset.</summary>
    public string Type { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>The kind of address, or the network.</summary>
    public string? Detail { get; set; }
}

public sealed record TagRow
{
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }
}

public sealed record SecurityLabelRow
{
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? Color { get; set; }

    public DateTimeOffset? DateAdded { get; set; }
}

public sealed record DeletedIndicatorRow
{
    public string? Owner { get; set; }

    public string Type { get; set; } = "";

    public string Summary { get; set; } = "";

    public DateTimeOffset? DateAdded { get; set; }
}
