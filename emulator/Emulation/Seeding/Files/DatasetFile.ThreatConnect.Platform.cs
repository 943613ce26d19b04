namespace Emulation.Seeding.Files;

// Setters: where a property is set on construction, the generated reader loses its default.
public sealed partial record DatasetFile
{
    /// <summary>False: the instance takes no batch jobs.</summary>
    public bool BatchEnabled { get; set; } = true;

    public IReadOnlyList<CustomMetricRow> CustomMetrics { get; set; } = [];

    public IReadOnlyList<BatchJobRow> BatchJobs { get; set; } = [];

    public IReadOnlyList<BulkReportRow> BulkReports { get; set; } = [];
}

public sealed record CustomMetricRow
{
    public long? Id { get; set; }

    /// <summary>Name of the organization whose it is.</summary>
    public string? Owner { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Average, Count, First, Last, Max, Min or Sum.</summary>
    public string DataType { get; set; } = "Sum";

    /// <summary>Hourly, Daily, Weekly, Monthly or Yearly.</summary>
    public string Interval { get; set; } = "Daily";

    public bool KeyedValues { get; set; }

    public string? Description { get; set; }

    public IReadOnlyList<MetricValueRow> Values { get; set; } = [];
}

/// <summary>What a metric is worth in one interval.</summary>
public sealed record MetricValueRow
{
    /// <summary>The key, of a metric with keyed values.</summary>
    public string Name { get; set; } = "";

    /// <summary>When the interval begins.</summary>
    public DateTimeOffset Date { get; set; }

    public double Value { get; set; }

    /// <summary>Of all values together, where the metric is an average.</summary>
    public double Weight { get; set; } = 1;
}

/// <summary>When an owner's report of all indicators was asked for last.</summary>
public sealed record BulkReportRow
{
    public string? Owner { get; set; }

    public DateTimeOffset? Date { get; set; }

    /// <summary>It is still being made.</summary>
    public bool Running { get; set; }
}

/// <summary>A job that waits for its file, or one that is done and says how it ended.</summary>
public sealed record BatchJobRow
{
    public long? Id { get; set; }

    public string? Owner { get; set; }

    /// <summary>V1 or V2.</summary>
    public string Version { get; set; } = "V1";

    public bool HaltOnError { get; set; }

    /// <summary>Create or Delete.</summary>
    public string Action { get; set; } = "Create";

    /// <summary>Append, Replace, Singleton or Static.</summary>
    public string AttributeWriteType { get; set; } = "Replace";

    /// <summary>Append or Replace.</summary>
    public string TagWriteType { get; set; } = "Replace";

    /// <summary>Append or Replace.</summary>
    public string SecurityLabelWriteType { get; set; } = "Replace";

    /// <summary>Merge or Distribute.</summary>
    public string FileMergeMode { get; set; } = "Merge";

    /// <summary>FavorExisting, FavorIncoming, IgnoreExisting, IgnoreIncoming or Split.</summary>
    public string HashCollisionMode { get; set; } = "FavorIncoming";

    public bool Completed { get; set; }

    /// <summary>When its file came, where it is not simply completed.</summary>
    public DateTimeOffset? UploadedAt { get; set; }

    /// <summary>How often it was asked for since.</summary>
    public int Polls { get; set; }

    public int ErrorCount { get; set; }

    public int SuccessCount { get; set; }

    public int UnprocessCount { get; set; }

    public int GroupErrorCount { get; set; }

    public int GroupSuccessCount { get; set; }

    /// <summary>Errors of no single item.</summary>
    public int OtherErrorCount { get; set; }

    public int AssociationSuccessCount { get; set; }

    public int AssociationErrorCount { get; set; }

    public IReadOnlyList<BatchErrorRow> Errors { get; set; } = [];
}

public sealed record BatchErrorRow
{
    /// <summary>Such as 0x1006.</summary>
    public string Code { get; set; } = "0x1001";

    public string Reason { get; set; } = "";

    public string Source { get; set; } = "";
}
