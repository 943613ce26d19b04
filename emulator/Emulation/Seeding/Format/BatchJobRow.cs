using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Emulation.Seeding.Format;

[Description("A job that waits for its file, or one that is done and says how it ended.")]
sealed record BatchJobRow
{
    public long? Id { get; set; }

    public string? Owner { get; set; }

    [AllowedValues("V1", "V2")]
    [AlwaysWritten]
    public string Version { get; set; } = "V1";

    public bool HaltOnError { get; set; }

    [AllowedValues("Create", "Delete")]
    public string Action { get; set; } = "Create";

    [AllowedValues("Append", "Replace", "Singleton", "Static")]
    public string AttributeWriteType { get; set; } = "Replace";

    [AllowedValues("Append", "Replace")]
    public string TagWriteType { get; set; } = "Replace";

    [AllowedValues("Append", "Replace")]
    public string SecurityLabelWriteType { get; set; } = "Replace";

    [AllowedValues("Distribute", "Merge")]
    public string FileMergeMode { get; set; } = "Merge";

    [AllowedValues("FavorExisting", "FavorIncoming", "IgnoreExisting", "IgnoreIncoming", "Split")]
    public string HashCollisionMode { get; set; } = "FavorIncoming";

    public bool Completed { get; set; }

    [Description("When its file came, where it is not simply completed.")]
    public DateTimeOffset? UploadedAt { get; set; }

    [Description("How often its status was requested since.")]
    public int Polls { get; set; }

    public int SuccessCount { get; set; }

    public int ErrorCount { get; set; }

    public int GroupSuccessCount { get; set; }

    public int GroupErrorCount { get; set; }

    [Description("Errors of no single item.")]
    public int OtherErrorCount { get; set; }

    [Description("Associations of the file that were made.")]
    public int AssociationSuccessCount { get; set; }

    [Description("Associations of the file that were refused.")]
    public int AssociationErrorCount { get; set; }

    public int UnprocessCount { get; set; }

    public IReadOnlyList<BatchErrorRow> Errors { get; set; } = [];
}

sealed record BatchErrorRow
{
    [Description("Such as 0x1006.")]
    [AlwaysWritten]
    public string Code { get; set; } = "0x1001";

    [AlwaysWritten]
    public string Reason { get; set; } = "";

    [AlwaysWritten]
    public string Source { get; set; } = "";
}

[Description("When an owner's report of all indicators was last requested.")]
sealed record BulkReportRow
{
    public string? Owner { get; set; }

    public DateTimeOffset? Date { get; set; }

    [Description("It is still being made.")]
    public bool Running { get; set; }
}
