using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>Custom metrics and batch jobs of a dataset.</summary>
sealed class ThreatConnectPlatform(DatasetFile file, GraphBuilder graph, ThreatConnectOwners owners)
{
    private readonly HashSet<(string Kind, long Id)> _ids = [];
    private readonly HashSet<(int Owner, string Name)> _metrics = [];

    public void AddAll()
    {
        foreach (var row in file.CustomMetrics) if (row.Id is { } id) graph.NoteId(CustomMetric.Metrics, id);
        foreach (var row in file.BatchJobs) if (row.Id is { } id) graph.NoteId(BatchJob.Jobs, id);
        for (var i = 0; i < file.CustomMetrics.Count; i++) Add(file.CustomMetrics[i], i);
        for (var i = 0; i < file.BatchJobs.Count; i++) Add(file.BatchJobs[i], i);
    }

    private void Add(CustomMetricRow row, int position)
    {
        var owner = owners.Find(row.Owner, "customMetrics", position).Id;
        if (row.Name.Length is 0 or > 45) throw new RowError("customMetrics", position, "has a name that is empty or longer than 45 characters");
        if (!_metrics.Add((owner, Fold.Case(row.Name)))) throw new RowError("customMetrics", position, $"has the name of another metric of its owner, \"{row.Name}\"");
        graph.Add(new CustomMetric
        {
            Id = IdOf(CustomMetric.Metrics, row.Id, "customMetrics", position),
            Owner = owner,
            Name = row.Name,
            DataType = OneOf<MetricType>(row.DataType, "dataType", position),
            Interval = OneOf<MetricInterval>(row.Interval, "interval", position),
            Keyed = row.KeyedValues,
            Description = row.Description,
        });
    }

    private void Add(BatchJobRow row, int position)
    {
        if (row.Version is not ("V1" or "V2")) throw new RowError("batchJobs", position, $"has the version \"{row.Version}\"; allowed are V1, V2");
        if (!row.Completed && row.ErrorCount + row.SuccessCount + row.UnprocessCount + row.Errors.Count > 0) throw new RowError("batchJobs", position, "has counts or errors and is not completed");
        var owner = owners.Find(row.Owner, "batchJobs", position).Id;
        graph.Add(new BatchJob
        {
            Id = IdOf(BatchJob.Jobs, row.Id, "batchJobs", position),
            Terms = new BatchTerms { IsV2 = row.Version == "V2", Owner = owner, HaltOnError = row.HaltOnError },
            // Long ago, so that it is done by any clock.
            UploadedAt = row.Completed ? 0 : null,
            Polls = row.Completed ? 1 : 0,
            Outcome = new BatchOutcome
            {
                IndicatorsDone = row.SuccessCount,
                IndicatorsFailed = row.ErrorCount,
                Unprocessed = row.UnprocessCount,
                Errors = [.. row.Errors.Select(error => new BatchError(Code(error.Code, position), error.Reason, error.Source))],
            },
        });
    }

    private long IdOf(Kind kind, long? id, string array, int position)
    {
        var own = id ?? graph.TakeId(kind);
        if (own < 1 || !_ids.Add((kind.Name, own))) throw new RowError(array, position, $"has the id {own}; an id is 1 or more and stands once among {array}");
        return own;
    }

    private static TEnum OneOf<TEnum>(string word, string member, int position) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(word, out var value) && Enum.IsDefined(value)
            ? value
            : throw new RowError("customMetrics", position, $"has the {member} \"{word}\"; allowed are {string.Join(", ", Enum.GetNames<TEnum>())}");

    private static int Code(string text, int position) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= 0
            ? code
            : throw new RowError("batchJobs", position, $"has an error with the code \"{text}\"; a code is like 0x1006");
}
