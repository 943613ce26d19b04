using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Export;

/// <summary>What only indicators have.</summary>
sealed class IndicatorRows(Graph graph, OwnerNames names)
{
    private readonly Instance _instance = Instance.Of(graph);
    private readonly Dictionary<IndicatorType, string> _spellings = [];

    public void WriteOwn(RowPen pen, Indicator item)
    {
        pen.Number("id", item.Id);
        pen.Text("owner", names[item.Owner]);
        pen.Text("type", Spelling(item.Type));
        pen.Text("summary", item.Summary);
        if (!IsToldBySummary(item)) pen.Texts("values", [item.Value1 ?? "", item.Value2 ?? "", item.Value3 ?? ""]);
        pen.Moment("dateAdded", item.Added);
        pen.Moment("lastModified", item.Modified, otherwise: item.Added);
        pen.Hundredths("rating", item.Rating, Indicator.Unset);
        pen.Number("confidence", item.Confidence, otherwise: Indicator.Unset);
        pen.Hundredths("threatAssessRating", item.ThreatRating, Indicator.Unset);
        pen.Hundredths("threatAssessConfidence", item.ThreatConfidence, Indicator.Unset);
        pen.Number("threatAssessScore", item.ThreatScore, otherwise: Indicator.Unset);
        pen.Number("calScore", item.CalScore, otherwise: Indicator.Unset);
        pen.Number("calIndicatorStatus", item.CalStatus, otherwise: Indicator.Unset);
        pen.Flag("active", item.Flags.HasFlag(IndicatorFlags.Active), otherwise: true);
        pen.Flag("activeLocked", item.Flags.HasFlag(IndicatorFlags.ActiveLocked));
        pen.Flag("privateFlag", item.Flags.HasFlag(IndicatorFlags.Private));
        pen.Flag("dnsActive", item.Flags.HasFlag(IndicatorFlags.DnsActive));
        pen.Flag("whoisActive", item.Flags.HasFlag(IndicatorFlags.WhoisActive));
        pen.Number("size", item.Size, otherwise: Indicator.Unset);
        pen.Text("source", item.Source);
        pen.Text("description", item.Description);
        pen.Text("xid", item.Xid);
        if (item.Sightings is not { } seen) return;
        pen.Number("observationCount", seen.Observed, otherwise: 0);
        pen.Moment("lastObserved", seen.LastObserved, otherwise: 0);
        pen.Number("falsePositiveCount", seen.FalsePositives, otherwise: 0);
        pen.Moment("falsePositiveLastReported", seen.LastFalsePositive, otherwise: 0);
    }

    public void WriteParts(RowPen pen, Indicator item)
    {
        pen.Rows("observations", graph.Between(Observation.OfIndicator, NewestKey.First(item.Key), NewestKey.Last(item.Key)).All().Cast<Observation>(), seen =>
        {
            pen.Number("id", seen.Id);
            pen.Text("user", names.NameOf(seen.User));
            pen.Number("count", seen.Count, otherwise: 1);
            pen.Moment("date", seen.At);
        });
        pen.Rows("falsePositives", graph.Between(FalsePositive.OfIndicator, NewestKey.First(item.Key), NewestKey.Last(item.Key)).All().Cast<FalsePositive>(), report =>
        {
            pen.Number("id", report.Id);
            pen.Text("user", names.NameOf(report.User));
            pen.Moment("date", report.At);
        });
        if (item.Type == IndicatorType.File) WriteOccurrences(pen, item);
        if (item.Type == IndicatorType.Host) WriteResolutions(pen, item);
    }

    public void Write(RowPen pen, DeletedIndicator item)
    {
        pen.Number("id", item.Id);
        pen.Text("owner", names[item.Owner]);
        pen.Text("type", Spelling(item.Type));
        pen.Text("summary", item.Summary);
        pen.Moment("dateAdded", item.At);
    }

    private void WriteOccurrences(RowPen pen, Indicator item) =>
        pen.Rows("fileOccurrences", graph.Between(FileOccurrence.OfFile, new IdKey(item.Key, long.MinValue), new IdKey(item.Key, long.MaxValue)).All().Cast<FileOccurrence>(), one =>
        {
            pen.Number("id", one.Id);
            pen.Text("fileName", one.FileName);
            pen.Text("path", one.Path);
            pen.Moment("date", one.Date);
        });

    private void WriteResolutions(RowPen pen, Indicator item) =>
        pen.Rows("dnsResolutions", graph.Between(DnsResolution.OfHost, NewestKey.First(item.Key), NewestKey.Last(item.Key)).All().Cast<DnsResolution>(), one =>
        {
            pen.Number("id", one.Id);
            pen.Number("address", ((Indicator)graph[one.Address]).Id);
            pen.Moment("date", one.At);
        });

    private static bool IsToldBySummary(Indicator item) =>
        IndicatorValues.Split(item.Type, item.Summary) is { } parts && parts[0] == item.Value1 && parts[1] == item.Value2 && parts[2] == item.Value3;

    private string Spelling(IndicatorType type)
    {
        if (_spellings.TryGetValue(type, out var known)) return known;
        return _spellings[type] = ThreatConnectRows.Spelling(_instance, type);
    }
}
