namespace Emulation.Graphs.ThreatConnect;

/// <summary>A custom metric of an organization.</summary>
sealed record CustomMetric : Node
{
    public static Index<CustomMetric, IdKey> ByOwner { get; } = new(item => new IdKey(item.Owner, item.Id));

    public static Index<CustomMetric, TextKey> ByName { get; } = new(item => TextKey.IgnoringCase(item.Owner, item.Name));

    public static Kind NodeKind { get; } = new(22, "custom metric", ByOwner, ByName);

    public override Kind Kind => NodeKind;

    public required long Id { get; init; }

    public required int Owner { get; init; }

    public required string Name { get; init; }

    public required MetricType DataType { get; init; }

    public required MetricInterval Interval { get; init; }

    /// <summary>Each value has a key.</summary>
    public bool Keyed { get; init; }

    public string? Description { get; init; }
}

enum MetricType
{
    Average,
    Count,
    First,
    Last,
    Max,
    Min,
    Sum,
}

enum MetricInterval
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>The value of a metric in one interval, for one key (empty without keys). Deleted with its metric.</summary>
sealed record MetricPoint : Node
{
    public static Index<MetricPoint, TextKey> OfMetric { get; } = new(item => new TextKey(item.Metric, item.Name, item.From));

    public static Kind NodeKind { get; } = new(23, "metric point", OfMetric);

    public override Kind Kind => NodeKind;

    /// <summary>The metric's graph key.</summary>
    public required int Metric { get; init; }

    public required string Name { get; init; }

    /// <summary>The moment the interval begins.</summary>
    public required long From { get; init; }

    public required double Value { get; init; }

    /// <summary>The weight of all values, when the metric is an average.</summary>
    public double Weight { get; init; }
}
