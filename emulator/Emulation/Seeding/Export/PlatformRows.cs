using System.Globalization;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Export;

/// <summary>Metrics, batch jobs and bulk reports.</summary>
static class PlatformRows
{
    public static IEnumerable<Section> Sections(Graph graph)
    {
        var owners = new OwnerNames(graph);
        return
        [
            Section.Of("customMetrics", graph.All(CustomMetric.ByOwner).All().Cast<CustomMetric>(), (pen, metric) => Write(pen, graph, metric, owners)),
            Section.Of("batchJobs", graph.All(BatchJob.ById).All().Cast<BatchJob>(), (pen, job) => Write(pen, job, owners)),
            Section.Of("bulkReports", graph.All(BulkReport.ByOwner).All().Cast<BulkReport>(), (pen, report) => Write(pen, report, owners)),
        ];
    }

    private static void Write(RowPen pen, Graph graph, CustomMetric metric, OwnerNames owners)
    {
        pen.Number("id", metric.Id);
        pen.Text("owner", owners[metric.Owner]);
        pen.Text("name", metric.Name);
        pen.Text("dataType", metric.DataType.ToString());
        pen.Text("interval", metric.Interval.ToString());
        pen.Flag("keyedValues", metric.Keyed);
        pen.Text("description", metric.Description);
        pen.Rows("values", graph.Between(MetricPoint.OfMetric, new TextKey(metric.Key, "", long.MinValue), new TextKey(metric.Key + 1, "", long.MinValue)).All().Cast<MetricPoint>(), point =>
        {
            pen.Text("name", point.Name, otherwise: "");
            pen.Moment("date", point.From);
            pen.Figure("value", point.Value, otherwise: 0);
            pen.Figure("weight", point.Weight, otherwise: 1);
        });
    }

    private static void Write(RowPen pen, BatchJob job, OwnerNames owners)
    {
        var (terms, outcome) = (job.Terms, job.Outcome);
        pen.Number("id", job.Id);
        pen.Text("owner", owners[terms.Owner]);
        pen.Text("version", terms.IsV2 ? "V2" : "V1");
        pen.Flag("haltOnError", terms.HaltOnError);
        pen.Text("action", terms.IsDelete ? "Delete" : "Create", otherwise: "Create");
        pen.Text("attributeWriteType", terms.Attributes.ToString(), otherwise: "Replace");
        pen.Text("tagWriteType", terms.AppendTags ? "Append" : "Replace", otherwise: "Replace");
        pen.Text("securityLabelWriteType", terms.AppendLabels ? "Append" : "Replace", otherwise: "Replace");
        pen.Text("fileMergeMode", terms.MergeFiles ? "Merge" : "Distribute", otherwise: "Merge");
        pen.Text("hashCollisionMode", terms.Collision.ToString(), otherwise: nameof(HashCollision.FavorIncoming));
        pen.Moment("uploadedAt", job.UploadedAt);
        pen.Number("polls", job.Polls, otherwise: 0);
        pen.Number("successCount", outcome.IndicatorsDone, otherwise: 0);
        pen.Number("errorCount", outcome.IndicatorsFailed, otherwise: 0);
        pen.Number("groupSuccessCount", outcome.GroupsDone, otherwise: 0);
        pen.Number("groupErrorCount", outcome.GroupsFailed, otherwise: 0);
        pen.Number("otherErrorCount", outcome.OtherFailures, otherwise: 0);
        pen.Number("associationSuccessCount", outcome.AssociationsDone, otherwise: 0);
        pen.Number("associationErrorCount", outcome.AssociationsFailed, otherwise: 0);
        pen.Number("unprocessCount", outcome.Unprocessed, otherwise: 0);
        pen.Rows("errors", outcome.Errors, error =>
        {
            pen.Text("code", string.Create(CultureInfo.InvariantCulture, $"0x{error.Code:x}"));
            pen.Text("reason", error.Reason);
            pen.Text("source", error.Source);
        });
    }

    private static void Write(RowPen pen, BulkReport report, OwnerNames owners)
    {
        pen.Text("owner", owners[report.Owner]);
        pen.Moment("date", report.AskedAt);
        pen.Flag("running", report.Running);
    }
}
