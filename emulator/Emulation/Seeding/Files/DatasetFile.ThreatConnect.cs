namespace Emulation.Seeding.Files;

// Setters: where a property is set on construction, the generated reader loses its default.
sealed partial record DatasetFile
{
    /// <summary>False: the API is not licensed and refuses everything.</summary>
    public bool Licensed { get; set; } = true;

    /// <summary>Indicator values that may not be created.</summary>
    public IReadOnlyList<string> Exclusions { get; set; } = [];

    public IReadOnlyList<OwnerRow> Owners { get; set; } = [];

    /// <summary>People without credentials, who can be assigned to tasks.</summary>
    public IReadOnlyList<UserRow> Members { get; set; } = [];

    public IReadOnlyList<IndicatorTypeRow> IndicatorTypes { get; set; } = [];

    public IReadOnlyList<AssociationTypeRow> AssociationTypes { get; set; } = [];

    public IReadOnlyList<AttributeTypeRow> AttributeTypes { get; set; } = [];

    /// <summary>Whether attributes may have types that are not listed.</summary>
    public bool OpenAttributeTypes { get; set; }

    public IReadOnlyList<TagRow> Tags { get; set; } = [];

    public IReadOnlyList<SecurityLabelRow> SecurityLabels { get; set; } = [];

    public IReadOnlyList<GroupRow> Groups { get; set; } = [];

    public IReadOnlyList<IndicatorRow> Indicators { get; set; } = [];

    public IReadOnlyList<TaskRow> Tasks { get; set; } = [];

    public IReadOnlyList<VictimRow> Victims { get; set; } = [];

    public IReadOnlyList<DeletedIndicatorRow> DeletedIndicators { get; set; } = [];

    /// <summary>Files of groups that are too long for a row, in parts that follow each other.</summary>
    public IReadOnlyList<ContentRow> Contents { get; set; } = [];
}

sealed partial record CredentialRows
{
    public IReadOnlyList<UserRow>? ThreatConnect { get; set; }
}

sealed record OwnerRow
{
    public int? Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Organization, Community, Source or Individual.</summary>
    public string Type { get; set; } = "Organization";

    public bool Anonymous { get; set; }

    public bool BulkCsv { get; set; } = true;

    public bool BulkJson { get; set; } = true;
}

sealed record UserRow
{
    public int? Id { get; set; }

    /// <summary>An API account's is its access id unless it says otherwise.</summary>
    public string? UserName { get; set; }

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string? Pseudonym { get; set; }

    public string? Role { get; set; }

    /// <summary>Name of the user's own organization.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Names of the owners it may read; left out: all.</summary>
    public IReadOnlyList<string>? Sees { get; set; }

    /// <summary>Names of the owners it may change; left out: all that it may read.</summary>
    public IReadOnlyList<string>? Changes { get; set; }

    public bool Disabled { get; set; }

    public string? AccessId { get; set; }

    public string? SecretKey { get; set; }

    public IReadOnlyList<TokenRow> Tokens { get; set; } = [];
}

sealed record TokenRow
{
    public string Token { get; set; } = "";

    /// <summary>Left out: the milliseconds in the token's fourth part, or never.</summary>
    public DateTimeOffset? Expires { get; set; }
}

sealed record IndicatorTypeRow
{
    public string Name { get; set; } = "";

    public string Branch { get; set; } = "";

    public string Entity { get; set; } = "";

    public bool Parsable { get; set; }

    /// <summary>sensitive, lower or upper.</summary>
    public string CasePreference { get; set; } = "sensitive";

    /// <summary>One to three.</summary>
    public IReadOnlyList<ValueRow> Values { get; set; } = [];
}

sealed record ValueRow
{
    public string Label { get; set; } = "";

    public IReadOnlyList<string> Options { get; set; } = [];
}

sealed record AssociationTypeRow
{
    public string Name { get; set; } = "";

    public string Branch { get; set; } = "";

    public bool FileAction { get; set; }

    /// <summary>Pairs of indicator type names.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Joins { get; set; } = [];
}

sealed record AttributeTypeRow
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public int MaxSize { get; set; } = 65535;

    public bool AllowMarkdown { get; set; }

    public string? ErrorMessage { get; set; }

    public IReadOnlyList<string> Options { get; set; } = [];
}
