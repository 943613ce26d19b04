using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Batch jobs that wait for their file or are done.</summary>
static class BatchJobMapping
{
    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("batchJobs");
        read.Ids.Note(BatchJob.NodeKind, read.File.BatchJobs.Select(row => row.Id));
        foreach (var row in at.Each(read.File.BatchJobs)) read.Graph.Add(ToNode(read, row, at));
    }

    public static BatchJobRow ToRow(BatchJob job, ThreatConnectWriter write) => new()
    {
        Id = job.Id,
        Owner = write.OwnerName(job.Terms.Owner),
        Version = job.Terms.IsV2 ? "V2" : "V1",
        HaltOnError = job.Terms.HaltOnError,
        Action = job.Terms.IsDelete ? "Delete" : "Create",
        AttributeWriteType = job.Terms.Attributes.ToString(),
        TagWriteType = job.Terms.AppendTags ? "Append" : "Replace",
        SecurityLabelWriteType = job.Terms.AppendLabels ? "Append" : "Replace",
        FileMergeMode = job.Terms.MergeFiles ? "Merge" : "Distribute",
        HashCollisionMode = job.Terms.Collision.ToString(),
        UploadedAt = Moments.Of(job.UploadedAt),
        Polls = job.Polls,
        SuccessCount = job.Outcome.IndicatorsDone,
        ErrorCount = job.Outcome.IndicatorsFailed,
        GroupSuccessCount = job.Outcome.GroupsDone,
        GroupErrorCount = job.Outcome.GroupsFailed,
        OtherErrorCount = job.Outcome.OtherFailures,
        AssociationSuccessCount = job.Outcome.AssociationsDone,
        AssociationErrorCount = job.Outcome.AssociationsFailed,
        UnprocessCount = job.Outcome.Unprocessed,
        Errors = [.. job.Outcome.Errors.Select(ToRow)],
    };

    private static BatchErrorRow ToRow(BatchError error) =>
        new() { Code = string.Create(CultureInfo.InvariantCulture, $"0x{error.Code:x}"), Reason = error.Reason, Source = error.Source };

    public static BatchJob ToNode(ThreatConnectReader read, BatchJobRow row, RowPlace at)
    {
        if (row is { Completed: false, UploadedAt: null } && row.ErrorCount + row.SuccessCount + row.UnprocessCount + row.Errors.Count > 0)
            throw at.Error("has counts or errors and is not completed");
        var terms = TermsOf(read, row, at);
        return new BatchJob
        {
            Id = read.Ids.Take(BatchJob.NodeKind, row.Id, at),
            Terms = terms,
            // Long ago, so that it is done by any clock.
            UploadedAt = row.Completed ? 0 : Moments.Seconds(row.UploadedAt),
            Polls = row.Completed ? 1 : Bounds.Count(at, "polls", row.Polls),
            Outcome = OutcomeOf(row, at),
        };
    }

    private static BatchTerms TermsOf(ThreatConnectReader read, BatchJobRow row, RowPlace at) => new()
    {
        IsV2 = Bounds.IsSecond(at, "version", row.Version, "V1", "V2"),
        Owner = read.Accounts.Owner(row.Owner, at).Id,
        HaltOnError = row.HaltOnError,
        IsDelete = Bounds.IsSecond(at, "action", row.Action, "Create", "Delete"),
        Attributes = Bounds.Word<AttributeWrite>(at, "attributeWriteType", row.AttributeWriteType),
        AppendTags = !Bounds.IsSecond(at, "tagWriteType", row.TagWriteType, "Append", "Replace"),
        AppendLabels = !Bounds.IsSecond(at, "securityLabelWriteType", row.SecurityLabelWriteType, "Append", "Replace"),
        MergeFiles = Bounds.IsSecond(at, "fileMergeMode", row.FileMergeMode, "Distribute", "Merge"),
        Collision = Bounds.Word<HashCollision>(at, "hashCollisionMode", row.HashCollisionMode),
    };

    private static BatchOutcome OutcomeOf(BatchJobRow row, RowPlace at) => new()
    {
        IndicatorsDone = Bounds.Count(at, "successCount", row.SuccessCount),
        IndicatorsFailed = Bounds.Count(at, "errorCount", row.ErrorCount),
        GroupsDone = Bounds.Count(at, "groupSuccessCount", row.GroupSuccessCount),
        GroupsFailed = Bounds.Count(at, "groupErrorCount", row.GroupErrorCount),
        OtherFailures = Bounds.Count(at, "otherErrorCount", row.OtherErrorCount),
        AssociationsDone = Bounds.Count(at, "associationSuccessCount", row.AssociationSuccessCount),
        AssociationsFailed = Bounds.Count(at, "associationErrorCount", row.AssociationErrorCount),
        Unprocessed = Bounds.Count(at, "unprocessCount", row.UnprocessCount),
        Errors = [.. row.Errors.Select(error => new BatchError(Code(error.Code, at), error.Reason, error.Source))],
    };

    private static int Code(string text, RowPlace at) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= 0
            ? code
            : throw at.Error($"has an error with the code \"{text}\"; a code is like 0x1006");
}
