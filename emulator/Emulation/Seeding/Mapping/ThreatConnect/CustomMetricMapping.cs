using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.ThreatConnect;

/// <summary>Custom metrics with their values.</summary>
static class CustomMetricMapping
{
    private const int LongestName = 45;

    public static void Add(ThreatConnectReader read)
    {
        var at = new RowPlace("customMetrics");
        read.Ids.Note(CustomMetric.NodeKind, read.File.CustomMetrics.Select(row => row.Id));
        var names = new HashSet<(int Owner, string Name)>();
        foreach (var row in at.Each(read.File.CustomMetrics))
        {
            var owner = read.Accounts.Owner(row.Owner, at).Id;
            if (row.Name.Length is 0 or > LongestName) throw at.Error($"has a name that is empty or longer than {LongestName} characters");
            if (!names.Add((owner, Fold.Case(row.Name)))) throw at.Error($"has the name of another metric of its owner, \"{row.Name}\"");
            var metric = read.Graph.Add(ToNode(read, row, at));
            AddValues(read, row, metric, at);
        }
    }

    public static CustomMetricRow ToRow(CustomMetric metric, ThreatConnectWriter write) =>
        OwnRow(metric, write) with { Values = [.. write.ValuesOf(metric).Select(ToRow)] };

    /// <summary>The metric's own fields, without its values.</summary>
    public static CustomMetricRow OwnRow(CustomMetric metric, ThreatConnectWriter write) => new()
    {
        Id = metric.Id,
        Owner = write.OwnerName(metric.Owner),
        Name = metric.Name,
        DataType = metric.DataType.ToString(),
        Interval = metric.Interval.ToString(),
        KeyedValues = metric.Keyed,
        Description = metric.Description,
    };

    public static MetricValueRow ToRow(MetricPoint point) =>
        new() { Name = point.Name, Date = Moments.Of(point.From), Value = point.Value, Weight = point.Weight };

    public static MetricPoint ToNode(MetricValueRow row, int metric) =>
        new() { Metric = metric, Name = row.Name, From = row.Date.ToUnixTimeSeconds(), Value = row.Value, Weight = row.Weight };

    public static CustomMetric ToNode(ThreatConnectReader read, CustomMetricRow row, RowPlace at) => new()
    {
        Id = read.Ids.Take(CustomMetric.NodeKind, row.Id, at),
        Owner = read.Accounts.Owner(row.Owner, at).Id,
        Name = row.Name,
        DataType = Bounds.Word<MetricType>(at, "dataType", row.DataType),
        Interval = Bounds.Word<MetricInterval>(at, "interval", row.Interval),
        Keyed = row.KeyedValues,
        Description = row.Description,
    };

    private static void AddValues(ThreatConnectReader read, CustomMetricRow row, CustomMetric metric, RowPlace at)
    {
        var known = new HashSet<(string, long)>();
        foreach (var value in row.Values)
        {
            var from = value.Date.ToUnixTimeSeconds();
            if (value.Name.Length == 0 == row.KeyedValues) throw at.Error("has a value whose name is not as keyedValues says");
            if (!known.Add((value.Name, from))) throw at.Error("has two values of one date and name");
            read.Graph.Add(ToNode(value, metric.Key));
        }
    }
}
