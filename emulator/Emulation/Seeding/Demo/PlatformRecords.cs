using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Batch jobs and custom metrics of the caller's organization.</summary>
sealed class PlatformRecords(Plan plan, GraphBuilder graph)
{
    private const long FirstJob = 1000;
    private const long FirstMetric = 1000;
    private const int Days = 31;
    private const int Day = 86400;

    private const int InvalidIndicator = 0x1005;
    private const int InvalidGroup = 0x1006;
    private const int Association = 0x1009;

    private static readonly string[] s_severities = ["Critical", "High", "Medium", "Low"];

    public void Add()
    {
        AddJobs();
        AddMetrics();
    }

    /// <summary>Jobs that succeeded, succeeded in part, failed, and one that waits for its file.</summary>
    private void AddJobs()
    {
        var terms = new BatchTerms { Owner = plan.Owners[0] };
        var halting = terms with { HaltOnError = true, IsV2 = true };
        Add(0, terms, new BatchOutcome { IndicatorsDone = 412 });
        Add(1, terms, new BatchOutcome
        {
            IndicatorsDone = 187,
            IndicatorsFailed = 3,
            OtherFailures = 1,
            Errors =
            [
                Invalid("203.0.113", "Address"),
                Invalid("-login.example", "Host"),
                Invalid("http//portal.example/track", "URL"),
                new(Association, "The associated group does not exist.", "relay.example is not associated."),
            ],
        });
        Add(2, terms with { IsDelete = true }, new BatchOutcome { IndicatorsDone = 25 });
        Add(3, halting, new BatchOutcome
        {
            IndicatorsFailed = 1,
            Unprocessed = 59,
            Errors = [Invalid("billing@", "EmailAddress")],
        });
        Add(4, terms with { IsV2 = true, AppendTags = true }, new BatchOutcome
        {
            IndicatorsDone = 96,
            GroupsDone = 11,
            GroupsFailed = 1,
            AssociationsDone = 140,
            Errors = [new(InvalidGroup, "\"name\" is missing.", "demo:batch:12 is not valid.")],
        });
        graph.Add(new BatchJob { Id = FirstJob + 5, Terms = terms });
        graph.NoteId(BatchJob.NodeKind, FirstJob + 5);
    }

    // The text of the vendor's Batch Module Error Guide.
    private static BatchError Invalid(string value, string type) => new(
        InvalidIndicator,
        $"The indicator '{value}' could not be processed as a valid {type} due to missing or invalid data "
            + "(summary is invalid for the given type).",
        $"{value} is not valid.");

    // Uploaded at 0, as a completed job of a dataset file: it is completed by any clock.
    private void Add(int number, BatchTerms terms, BatchOutcome outcome) =>
        graph.Add(new BatchJob { Id = FirstJob + number, Terms = terms, UploadedAt = 0, Polls = 1, Outcome = outcome });

    /// <summary>A month of data, up to the day of the dataset's start.</summary>
    private void AddMetrics()
    {
        var blocked =
            Metric(0, "Phishing E-mails Blocked", MetricType.Sum, false, "E-mails that the gateway rejected as phishing, by day.");
        var alerts = Metric(1, "Alerts by Severity", MetricType.Count, true, "Alerts of the detection rules, by severity and day.");
        var contained =
            Metric(2, "Mean Hours to Containment", MetricType.Average, false, "From the first alert of an incident to its containment.");
        for (var back = 0; back < Days; back++)
        {
            var random = plan.Random(StreamKind.Task, -9_000_000_000L - back);
            var from = plan.Start - (plan.Start % Day) - ((long)back * Day);
            // 1970-01-01 was a Thursday; at weekends there is less.
            var isWeekend = ((from / Day) + 4) % 7 is 0 or 6;
            Point(blocked, "", from, (isWeekend ? 40 : 180) + random.Below(120), 1);
            for (var i = 0; i < s_severities.Length; i++)
                Point(alerts, s_severities[i], from, 1 + random.Below((isWeekend ? 3 : 8) * (i + 1)), 1);
            Point(contained, "", from, 2 + random.Below(30) + (random.Below(4) * 0.25), 1 + random.Below(4));
        }
        graph.NoteId(CustomMetric.NodeKind, FirstMetric + 2);
    }

    private CustomMetric Metric(int number, string name, MetricType type, bool keyed, string description) => graph.Add(new CustomMetric
    {
        Id = FirstMetric + number,
        Owner = plan.Owners[0],
        Name = name,
        DataType = type,
        Interval = MetricInterval.Daily,
        Keyed = keyed,
        Description = description,
    });

    private void Point(CustomMetric metric, string key, long from, double value, double weight) =>
        graph.Add(new MetricPoint { Metric = metric.Key, Name = key, From = from, Value = value, Weight = weight });
}
