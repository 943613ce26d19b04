namespace Emulation.Seeding.Files;

public sealed partial record DatasetFile
{
    /// <summary>False: the API is not licensed and refuses everything.</summary>
    public bool Licensed { get; init; } = true;

    /// <summary>Indicator values that may not be created.</summary>
    public IReadOnlyList<string> Exclusions { get; init; } = [];

    public IReadOnlyList<OwnerRow> Owners { get; init; } = [];

    /// <summary>People without credentials, who can be assigned to tasks.</summary>
    public IReadOnlyList<UserRow> Members { get; init; } = [];

    public IReadOnlyList<IndicatorTypeRow> IndicatorTypes { get; init; } = [];

    public IReadOnlyList<AssociationTypeRow> AssociationTypes { get; init; } = [];

    public IReadOnlyList<AttributeTypeRow> AttributeTypes { get; init; } = [];

    /// <summary>Whether attributes may have types that are not listed.</summary>
    public bool OpenAttributeTypes { get; init; }

    public IReadOnlyList<TagRow> Tags { get; init; } = [];

    public IReadOnlyList<SecurityLabelRow> SecurityLabels { get; init; } = [];

    public IReadOnlyList<GroupRow> Groups { get; init; } = [];

    public IReadOnlyList<IndicatorRow> Indicators { get; init; } = [];

    public IReadOnlyList<TaskRow> Tasks { get; init; } = [];

    public IReadOnlyList<VictimRow> Victims { get; init; } = [];

    public IReadOnlyList<DeletedIndicatorRow> DeletedIndicators { get; init; } = [];
}

public sealed partial record CredentialRows
{
    public IReadOnlyList<UserRow>? ThreatConnect { get; init; }
}

public sealed record OwnerRow
{
    public int? Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Organization, Community, Source or Individual.</summary>
    public string Type { get; init; } = "Organization";

    public bool Anonymous { get; init; }

    public bool BulkCsv { get; init; } = true;

    public bool BulkJson { get; init; } = true;
}

public sealed record UserRow
{
    public int? Id { get; init; }

    /// <summary>An API account's is its access id unless it says otherwise.</summary>
    public string? UserName { get; init; }

    public string FirstName { get; init; } = "";

    public string LastName { get; init; } = "";

    public string? Pseudonym { get; init; }

    public string? Role { get; init; }

    /// <summary>Name of the user's own organization.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Names of the owners it may read; left out: all.</summary>
    public IReadOnlyList<string>? Sees { get; init; }

    /// <summary>Names of the owners it may change; left out: all that it may read.</summary>
    public IReadOnlyList<string>? Changes { get; init; }

    public bool Disabled { get; init; }

    public string? AccessId { get; init; }

    public string? SecretKey { get; init; }

    public IReadOnlyList<TokenRow> Tokens { get; init; } = [];
}

public sealed record TokenRow
{
    public string Token { get; init; } = "";

    /// <summary>Left out: the milliseconds in the token's fourth part, or never.</summary>
    public DateTimeOffset? Expires { get; init; }
}

public sealed record IndicatorTypeRow
{
    public string Name { get; init; } = "";

    public string Branch { get; init; } = "";

    public string Entity { get; init; } = "";

    public bool Parsable { get; init; }

    /// <summary>sensitive, lower or upper.</summary>
    public string CasePreference { get; init; } = "sensitive";

    /// <summary>One to three.</summary>
    public IReadOnlyList<ValueRow> Values { get; init; } = [];
}

public sealed record ValueRow
{
    public string Label { get; init; } = "";

    public IReadOnlyList<string> Options { get; init; } = [];
}

public sealed record AssociationTypeRow
{
    public string Name { get; init; } = "";

    public string Branch { get; init; } = "";

    public bool FileAction { get; init; }

    /// <summary>Pairs of indicator type names.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Joins { get; init; } = [];
}

public sealed record AttributeTypeRow
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public int MaxSize { get; init; } = 65535;

    public bool AllowMarkdown { get; init; }

    public string? ErrorMessage { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];
}
