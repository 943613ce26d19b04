namespace Emulation.Seeding.Files;

// Setters: where a property is set on construction, the generated reader loses its default.

/// <summary>What rows of groups, indicators, tasks and victims have in common.</summary>
abstract record ItemRow
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

    /// <summary>Ids of assets, where not all that a victim has are linked.</summary>
    public IReadOnlyList<long> VictimAssets { get; set; } = [];
}

sealed record AttributeRow
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

sealed record GroupRow : ItemRow
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

sealed record TaskRow : ItemRow
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

sealed record VictimRow : ItemRow
{
    public string Name { get; set; } = "";

    public string? Org { get; set; }

    public string? Suborg { get; set; }

    public string? WorkLocation { get; set; }

    public string? Nationality { get; set; }

    /// <summary>emailAddresses, networkAccounts, phoneNumbers, socialNetworks, webSites.</summary>
    public IReadOnlyList<AssetRow> Assets { get; set; } = [];
}

sealed record AssetRow
{
    public long? Id { get; set; }

    /// <summary>Path word of a type of asset.</summary>
    public string Type { get; set; } = "";

    public string Value { get; set; } = "";

    /// <summary>The kind of address, or the network.</summary>
    public string? Detail { get; set; }
}

sealed record TagRow
{
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }
}

sealed record SecurityLabelRow
{
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? Color { get; set; }

    public DateTimeOffset? DateAdded { get; set; }

    /// <summary>One of the system's own, which cannot be deleted; left out: by its name.</summary>
    public bool? System { get; set; }
}

sealed record ContentRow
{
    /// <summary>The id of the document or report.</summary>
    public long Group { get; set; }

    public string Base64 { get; set; } = "";
}
