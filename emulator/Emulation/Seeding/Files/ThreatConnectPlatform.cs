using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>Custom metrics and batch jobs of a dataset.</summary>
sealed class ThreatConnectPlatform(DatasetFile file, GraphBuilder graph, ThreatConnectOwners owners)
{
    private readonly HashSet<(string Kind, long Id)> _ids = [];
    private readonly HashSet<(int Owner, string Name)> _metrics = [];
    private readonly HashSet<int> _reports = [];

    public void AddAll()
    {
        foreach (var row in file.CustomMetrics) if (row.Id is { } id && IdLimit.Allows(CustomMetric.NodeKind, id, file.Complete)) graph.NoteId(CustomMetric.NodeKind, id);
        foreach (var row in file.BatchJobs) if (row.Id is { } id && IdLimit.Allows(BatchJob.NodeKind, id, file.Complete)) graph.NoteId(BatchJob.NodeKind, id);
        for (var i = 0; i < file.CustomMetrics.Count; i++) Add(file.CustomMetrics[i], i);
        for (var i = 0; i < file.BatchJobs.Count; i++) Add(file.BatchJobs[i], i);
        for (var i = 0; i < file.BulkReports.Count; i++) Add(file.BulkReports[i], i);
    }

    private void Add(CustomMetricRow row, int position)
    {
        var owner = owners.Find(row.Owner, "customMetrics", position).Id;
        if (row.Name.Length is 0 or > 45) throw new RowError("customMetrics", position, "has a name that is empty or longer than 45 characters");
        if (!_metrics.Add((owner, Fold.Case(row.Name)))) throw new RowError("customMetrics", position, $"has the name of another metric of its owner, \"{row.Name}\"");
        var metric = graph.Add(new CustomMetric
        {
            Id = IdOf(CustomMetric.NodeKind, row.Id, "customMetrics", position),
            Owner = owner,
            Name = row.Name,
            DataType = OneOf<MetricType>(row.DataType, "dataType", "customMetrics", position),
            Interval = OneOf<MetricInterval>(row.Interval, "interval", "customMetrics", position),
            Keyed = row.KeyedValues,
            Description = row.Description,
        });
        var known = new HashSet<(string, long)>();
        foreach (var point in row.Values)
        {
            if (point.Name.Length == 0 == row.KeyedValues) throw new RowError("customMetrics", position, "has a value whose name is not as keyedValues says");
            if (!known.Add((point.Name, point.Date.ToUnixTimeSeconds()))) throw new RowError("customMetrics", position, "has two values of one date and name");
            graph.Add(new MetricPoint { Metric = metric.Key, Name = point.Name, From = point.Date.ToUnixTimeSeconds(), Value = point.Value, Weight = point.Weight });
        }
    }

    private void Add(BulkReportRow row, int position)
    {
        var owner = owners.Find(row.Owner, "bulkReports", position).Id;
        if (!_reports.Add(owner)) throw new RowError("bulkReports", position, "has the owner of another row");
        graph.Add(new BulkReport { Owner = owner, AskedAt = (row.Date ?? file.Start)!.Value.ToUnixTimeSeconds(), Running = row.Running });
    }

    private void Add(BatchJobRow row, int position)
    {
        if (row.Version is not ("V1" or "V2")) throw new RowError("batchJobs", position, $"has the version \"{row.Version}\"; allowed are V1, V2");
        if (row is { Completed: false, UploadedAt: null } && row.ErrorCount + row.SuccessCount + row.UnprocessCount + row.Errors.Count > 0) throw new RowError("batchJobs", position, "has counts or errors and is not completed");
        var owner = owners.Find(row.Owner, "batchJobs", position).Id;
        graph.Add(new BatchJob
        {
            Id = IdOf(BatchJob.NodeKind, row.Id, "batchJobs", position),
            Terms = new BatchTerms
            {
                IsV2 = row.Version == "V2",
                Owner = owner,
                HaltOnError = row.HaltOnError,
                IsDelete = OneOf("action", row.Action, position, "Create", "Delete"),
                Attributes = OneOf<AttributeWrite>(row.AttributeWriteType, "attributeWriteType", "batchJobs", position),
                AppendTags = !OneOf("tagWriteType", row.TagWriteType, position, "Append", "Replace"),
                AppendLabels = !OneOf("securityLabelWriteType", row.SecurityLabelWriteType, position, "Append", "Replace"),
                MergeFiles = OneOf("fileMergeMode", row.FileMergeMode, position, "Distribute", "Merge"),
                Collision = OneOf<HashCollision>(row.HashCollisionMode, "hashCollisionMode", "batchJobs", position),
            },
            // Long ago, so that it is done by any clock.
            UploadedAt = row.Completed ? 0 : row.UploadedAt?.ToUnixTimeSeconds(),
            Polls = row.Completed ? 1 : row.Polls,
            Outcome = new BatchOutcome
            {
                IndicatorsDone = row.SuccessCount,
                IndicatorsFailed = row.ErrorCount,
                GroupsDone = row.GroupSuccessCount,
                GroupsFailed = row.GroupErrorCount,
                OtherFailures = row.OtherErrorCount,
                AssociationsDone = row.AssociationSuccessCount,
                AssociationsFailed = row.AssociationErrorCount,
                Unprocessed = row.UnprocessCount,
                Errors = [.. row.Errors.Select(error => new BatchError(Code(error.Code, position), error.Reason, error.Source))],
            },
        });
    }

    private long IdOf(Kind kind, long? id, string array, int position)
    {
        var own = id ?? graph.TakeId(kind);
        if (own < 1 || !_ids.Add((kind.Name, own))) throw new RowError(array, position, $"has the id {own}; an id is 1 or more and stands once among {array}");
        IdLimit.Check(kind, own, file.Complete, array, position);
        return own;
    }

    /// <summary>Whether it is the second of two words.</summary>
    private static bool OneOf(string member, string word, int position, string first, string second) =>
        word == first || word == second ? word == second : throw new RowError("batchJobs", position, $"has the {member} \"{word}\"; allowed are {first}, {second}");

    private static TEnum OneOf<TEnum>(string word, string member, string array, int position) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0])
            ? value
            : throw new RowError(array, position, $"has the {member} \"{word}\"; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}");

    private static int Code(string text, int position) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= 0
            ? code
            : throw new RowError("batchJobs", position, $"has an error with the code \"{text}\"; a code is like 0x1006");
}
