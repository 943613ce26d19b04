namespace Emulation.Seeding.Files;

// Setters: where a property is set on construction, the generated reader loses its default.

sealed record IndicatorRow : ItemRow
{
    /// <summary>Name, key or path word of a type.</summary>
    public string Type { get; set; } = "";

    /// <summary>The value; several parts joined with <c> : </c>.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The parts of the value, where they cannot be told from the summary; empty: there is none.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

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

    /// <summary>What users saw of it; the count is not reckoned from these.</summary>
    public IReadOnlyList<ObservationRow> Observations { get; set; } = [];

    public IReadOnlyList<FalsePositiveRow> FalsePositives { get; set; } = [];

    public IReadOnlyList<FileOccurrenceRow> FileOccurrences { get; set; } = [];

    /// <summary>Of a host: the addresses it had.</summary>
    public IReadOnlyList<ResolutionRow> DnsResolutions { get; set; } = [];
}

sealed record JoinRow
{
    /// <summary>Path word of an association type or file action.</summary>
    public string Type { get; set; } = "";

    public long Indicator { get; set; }

    /// <summary>Only where an association type and a file action have the same path word.</summary>
    public bool? FileAction { get; set; }
}

sealed record ObservationRow
{
    public long? Id { get; set; }

    /// <summary>User name.</summary>
    public string User { get; set; } = "";

    public int Count { get; set; } = 1;

    public DateTimeOffset? Date { get; set; }
}

sealed record FalsePositiveRow
{
    public long? Id { get; set; }

    /// <summary>User name.</summary>
    public string User { get; set; } = "";

    public DateTimeOffset? Date { get; set; }
}

sealed record FileOccurrenceRow
{
    public long? Id { get; set; }

    public string? FileName { get; set; }

    public string? Path { get; set; }

    public DateTimeOffset? Date { get; set; }
}

sealed record ResolutionRow
{
    public long? Id { get; set; }

    public long Address { get; set; }

    public DateTimeOffset? Date { get; set; }
}

sealed record DeletedIndicatorRow
{
    public long? Id { get; set; }

    public string? Owner { get; set; }

    public string Type { get; set; } = "";

    public string Summary { get; set; } = "";

    public DateTimeOffset? DateAdded { get; set; }
}
