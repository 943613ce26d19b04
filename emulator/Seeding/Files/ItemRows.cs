namespace Emulation.Seeding.Files;

/// <summary>What rows of groups, indicators, tasks and victims have in common.</summary>
public abstract record ItemRow
{
    public long? Id { get; init; }

    /// <summary>An owner's name; left out: the first account's own.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? DateAdded { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<AttributeRow> Attributes { get; init; } = [];

    /// <summary>Names; tags that are not listed are made.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Names of labels that the owner has.</summary>
    public IReadOnlyList<string> SecurityLabels { get; init; } = [];

    /// <summary>Ids. A link is written at either of its ends.</summary>
    public IReadOnlyList<long> Groups { get; init; } = [];

    public IReadOnlyList<long> Indicators { get; init; } = [];

    public IReadOnlyList<long> Tasks { get; init; } = [];

    public IReadOnlyList<long> Victims { get; init; } = [];
}

public sealed record AttributeRow
{
    public long? Id { get; init; }

    public string Type { get; init; } = "";

    public string Value { get; init; } = "";

    public string? Source { get; init; }

    public bool Displayed { get; init; }

    public DateTimeOffset? DateAdded { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public string? Xid { get; init; }

    public IReadOnlyList<string> SecurityLabels { get; init; } = [];
}

public sealed record GroupRow : ItemRow
{
    /// <summary>Name, key or path word of one of the sixteen types.</summary>
    public string Type { get; init; } = "";

    public string Name { get; init; } = "";

    public string? CreatedBy { get; init; }

    public string? Xid { get; init; }

    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? EventDate { get; init; }

    public DateTimeOffset? PublishDate { get; init; }

    public string? Status { get; init; }

    public string? FileName { get; init; }

    public long? FileSize { get; init; }

    public string? FileType { get; init; }

    public string? FileText { get; init; }

    /// <summary>The uploaded file, in base64.</summary>
    public string? Content { get; init; }

    public bool Malware { get; init; }

    public string? Password { get; init; }

    public string? To { get; init; }

    public string? From { get; init; }

    public string? Subject { get; init; }

    public string? Header { get; init; }

    public string? Body { get; init; }

    public int Score { get; init; }

    /// <summary>Of an adversary: handles, phoneNumbers, urls.</summary>
    public IReadOnlyList<AssetRow> Assets { get; init; } = [];
}

public sealed record IndicatorRow : ItemRow
{
    /// <summary>Name, key or path word of a type.</summary>
    public string Type { get; init; } = "";

    /// <summary>The value; several parts joined with <c> : </c>.</summary>
    public string Summary { get; init; } = "";

    public decimal? Rating { get; init; }

    public int? Confidence { get; init; }

    public decimal? ThreatAssessRating { get; init; }

    public decimal? ThreatAssessConfidence { get; init; }

    public int? ThreatAssessScore { get; init; }

    public int? CalScore { get; init; }

    public int? CalIndicatorStatus { get; init; }

    public bool Active { get; init; } = true;

    public bool ActiveLocked { get; init; }

    public bool PrivateFlag { get; init; }

    public bool DnsActive { get; init; }

    public bool WhoisActive { get; init; }

    public long? Size { get; init; }

    public string? Source { get; init; }

    public string? Xid { get; init; }

    public int ObservationCount { get; init; }

    public DateTimeOffset? LastObserved { get; init; }

    public int FalsePositiveCount { get; init; }

    public DateTimeOffset? FalsePositiveLastReported { get; init; }

    /// <summary>Other indicators by an association or file action.</summary>
    public IReadOnlyList<JoinRow> Associations { get; init; } = [];

    public IReadOnlyList<FileOccurrenceRow> FileOccurrences { get; init; } = [];

    /// <summary>Of a host: the addresses it had.</summary>
    public IReadOnlyList<ResolutionRow> DnsResolutions { get; init; } = [];
}

public sealed record JoinRow
{
    /// <summary>Path word of an association type or file action.</summary>
    public string Type { get; init; } = "";

    public long Indicator { get; init; }
}

public sealed record FileOccurrenceRow
{
    public long? Id { get; init; }

    public string? FileName { get; init; }

    public string? Path { get; init; }

    public DateTimeOffset? Date { get; init; }
}

public sealed record ResolutionRow
{
    public long Address { get; init; }

    public DateTimeOffset? Date { get; init; }
}

public sealed record TaskRow : ItemRow
{
    public string Name { get; init; } = "";

    public string Status { get; init; } = "Not Started";

    public bool Escalated { get; init; }

    public bool Reminded { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    public DateTimeOffset? ReminderDate { get; init; }

    public DateTimeOffset? EscalationDate { get; init; }

    /// <summary>User names.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    public IReadOnlyList<string> Escalatees { get; init; } = [];
}

public sealed record VictimRow : ItemRow
{
    public string Name { get; init; } = "";

    public string? Org { get; init; }

    public string? Suborg { get; init; }

    public string? WorkLocation { get; init; }

    public string? Nationality { get; init; }

    /// <summary>emailAddresses, networkAccounts, phoneNumbers, socialNetworks, webSites.</summary>
    public IReadOnlyList<AssetRow> Assets { get; init; } = [];
}

public sealed record AssetRow
{
    public long? Id { get; init; }

    /// <summary>Path word of a type of asset.</summary>
    public string Type { get; init; } = "";

    public string Value { get; init; } = "";

    /// <summary>The kind of address, or the network.</summary>
    public string? Detail { get; init; }
}

public sealed record TagRow
{
    public string? Owner { get; init; }

    public string Name { get; init; } = "";

    public string? Description { get; init; }
}

public sealed record SecurityLabelRow
{
    public string? Owner { get; init; }

    public string Name { get; init; } = "";

    public string? Description { get; init; }

    public string? Color { get; init; }

    public DateTimeOffset? DateAdded { get; init; }
}

public sealed record DeletedIndicatorRow
{
    public string? Owner { get; init; }

    public string Type { get; init; } = "";

    public string Summary { get; init; } = "";

    public DateTimeOffset? DateAdded { get; init; }
}
