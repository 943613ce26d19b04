using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Emulation.Seeding.Format;

sealed record CustomMetricRow
{
    public long? Id { get; set; }

    [Description("Name of the organization that it belongs to.")]
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    [AllowedValues("Average", "Count", "First", "Last", "Max", "Min", "Sum")]
    [AlwaysWritten]
    public string DataType { get; set; } = "Sum";

    [AllowedValues("Hourly", "Daily", "Weekly", "Monthly", "Yearly")]
    [AlwaysWritten]
    public string Interval { get; set; } = "Daily";

    public bool KeyedValues { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<MetricValueRow> Values { get; set; } = [];
}

[Description("The value of a metric in one interval.")]
sealed record MetricValueRow
{
    [Description("The key, of a metric with keyed values.")]
    public string Name { get; set; } = "";

    [Description("When the interval begins.")]
    public DateTimeOffset Date { get; set; }

    public double Value { get; set; }

    [Description("Of all values together, where the metric is an average.")]
    public double Weight { get; set; } = 1;
}
