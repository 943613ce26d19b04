using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

sealed record IndicatorRow : ItemRow
{
    [Description("Name, key or path word of a type.")]
    [JsonPropertyOrder(-7)]
    public string Type { get; set; } = "";

    [Description("The value; several parts joined with :.")]
    [JsonPropertyOrder(-6)]
    public string Summary { get; set; } = "";

    [Description("The parts of the value, where they do not follow from the summary; empty: there is none.")]
    [JsonPropertyOrder(-6)]
    public IReadOnlyList<string> Values { get; set; } = [];

    [Range(0, 5)]
    public decimal? Rating { get; set; }

    [Range(0, 100)]
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

    [JsonPropertyOrder(2)]
    public string? Xid { get; set; }

    [JsonPropertyOrder(2)]
    public int ObservationCount { get; set; }

    [JsonPropertyOrder(2)]
    public DateTimeOffset? LastObserved { get; set; }

    [JsonPropertyOrder(2)]
    public int FalsePositiveCount { get; set; }

    [JsonPropertyOrder(2)]
    public DateTimeOffset? FalsePositiveLastReported { get; set; }

    [Description("Other indicators by an association or file action.")]
    [JsonPropertyOrder(13)]
    public IReadOnlyList<JoinRow> Associations { get; set; } = [];

    [Description("What users saw of it; the count does not follow from these.")]
    [JsonPropertyOrder(14)]
    public IReadOnlyList<ObservationRow> Observations { get; set; } = [];

    [JsonPropertyOrder(14)]
    public IReadOnlyList<FalsePositiveRow> FalsePositives { get; set; } = [];

    [JsonPropertyOrder(14)]
    public IReadOnlyList<FileOccurrenceRow> FileOccurrences { get; set; } = [];

    [Description("Of a host: the addresses it had.")]
    [JsonPropertyOrder(14)]
    public IReadOnlyList<ResolutionRow> DnsResolutions { get; set; } = [];
}

sealed record JoinRow
{
    [Description("Path word of an association type or file action.")]
    public string Type { get; set; } = "";

    public long Indicator { get; set; }

    [Description("Only where an association type and a file action have the same path word.")]
    public bool? FileAction { get; set; }
}

sealed record DeletedIndicatorRow
{
    public long? Id { get; set; }

    public string? Owner { get; set; }

    public string Type { get; set; } = "";

    public string Summary { get; set; } = "";

    public DateTimeOffset? DateAdded { get; set; }
}
