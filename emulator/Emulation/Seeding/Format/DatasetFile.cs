using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

[Description("A dataset, format 1: an array per kind, links by id.")]
sealed record DatasetFile
{
    [Description("Where editors find what may be written; not read.")]
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    [Description("The version of the format.")]
    public int Format { get; set; }

    public string Name { get; set; } = "";

    [Description("The moment at which the world begins.")]
    public DateTimeOffset? Start { get; set; }

    [Description(
        "True: the rows are everything there is. Nothing is added to them (built-in accounts, the system's labels, a " +
        "report of each entity, keys that sign), no default is taken from elsewhere, and values are kept in the form " +
        "they are written in. Exports are complete.")]
    public bool Complete { get; set; }

    [Description("The last id that was given to each kind, where it is above those of the rows; the next one is one more.")]
    [AlwaysWritten]
    public IReadOnlyDictionary<string, long>? LastIds { get; set; }

    [Description("False: the API is not licensed and refuses everything.")]
    public bool Licensed { get; set; } = true;

    [Description("False: the instance takes no batch jobs.")]
    public bool BatchEnabled { get; set; } = true;

    [Description("Whether attributes may have types that are not listed.")]
    public bool OpenAttributeTypes { get; set; }

    [Description("Indicator values that may not be created.")]
    public IReadOnlyList<string> Exclusions { get; set; } = [];

    public ChainRow? Chain { get; set; }

    [Description("Who may call; what is left out is the built-in set.")]
    public CredentialsRow? Credentials { get; set; }

    [Description("People without credentials, who can be assigned to tasks.")]
    public IEnumerable<UserRow> Members { get; set; } = [];

    public IEnumerable<VerificationCodeRow> VerificationCodes { get; set; } = [];

    public IEnumerable<OwnerRow> Owners { get; set; } = [];

    public IEnumerable<IndicatorTypeRow> IndicatorTypes { get; set; } = [];

    public IEnumerable<AssociationTypeRow> AssociationTypes { get; set; } = [];

    public IEnumerable<AttributeTypeRow> AttributeTypes { get; set; } = [];

    public IEnumerable<TagRow> Tags { get; set; } = [];

    public IEnumerable<SecurityLabelRow> SecurityLabels { get; set; } = [];

    public IEnumerable<VictimRow> Victims { get; set; } = [];

    public IEnumerable<GroupRow> Groups { get; set; } = [];

    [Description("Files of groups that are too long for a row, in parts that follow each other.")]
    public IEnumerable<ContentRow> Contents { get; set; } = [];

    public IEnumerable<IndicatorRow> Indicators { get; set; } = [];

    public IEnumerable<TaskRow> Tasks { get; set; } = [];

    public IEnumerable<DeletedIndicatorRow> DeletedIndicators { get; set; } = [];

    public IEnumerable<CustomMetricRow> CustomMetrics { get; set; } = [];

    public IEnumerable<BatchJobRow> BatchJobs { get; set; } = [];

    public IEnumerable<BulkReportRow> BulkReports { get; set; } = [];

    public IEnumerable<ProfileRow> Profiles { get; set; } = [];

    public IEnumerable<PostRow> Posts { get; set; } = [];

    public IEnumerable<AssociationRow> UserAssociations { get; set; } = [];

    public IEnumerable<AssociationRow> PostAssociations { get; set; } = [];

    public IEnumerable<DerivedKeyRow> DerivedKeys { get; set; } = [];

    [Description("Accepted ones, whose nonces are used.")]
    public IEnumerable<TransactionRow> Transactions { get; set; } = [];

    public IEnumerable<EntityRow>? Entities { get; set; }

    public IEnumerable<EntityRelationRow>? EntityRelations { get; set; }

    [Description("Histories. An entity or relation without a row here gets one report: itself, at its own time, by the first user.")]
    public IEnumerable<EntityReportRow>? EntityReports { get; set; }

    public IEnumerable<EntityRelationReportRow>? EntityRelationReports { get; set; }

    public IEnumerable<EntityCommentRow>? EntityComments { get; set; }

    public IEnumerable<ScanRow> Scans { get; set; } = [];
}

[Description("The accounts of each API.")]
sealed record CredentialsRow
{
    public IReadOnlyList<UserRow>? ThreatConnect { get; set; }

    [Description("In order: the first one is the caller when credentials are not checked.")]
    public IReadOnlyList<ThreatWindsUserRow>? ThreatWinds { get; set; }
}
