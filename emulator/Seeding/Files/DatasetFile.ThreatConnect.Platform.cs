namespace Emulation.Seeding.Files;

// Setters: where a property is set on construction, the generated reader loses its default.
public sealed partial record DatasetFile
{
    /// <summary>False: the instance takes no batch jobs.</summary>
    public bool BatchEnabled { get; set; } = true;

    public IReadOnlyList<CustomMetricRow> CustomMetrics { get; set; } = [];

    public IReadOnlyList<BatchJobRow> BatchJobs { get; set; } = [];
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
}

/// <summary>A job that waits for its file, or one that is done and says how it ended.</summary>
public sealed record BatchJobRow
{
    public long? Id { get; set; }

    public string? Owner { get; set; }

    /// <summary>V1 or V2.</summary>
    public string Version { get; set; } = "V1";

    public bool HaltOnError { get; set; }

    public bool Completed { get; set; }

    public int ErrorCount { get; set; }

    public int SuccessCount { get; set; }

    public int UnprocessCount { get; set; }

    public IReadOnlyList<BatchErrorRow> Errors { get; set; } = [];
}

public sealed record BatchErrorRow
{
    /// <summary>Such as 0x1006.</summary>
    public string Code { get; set; } = "0x1001";

    public string Reason { get; set; } = "";

    public string Source { get; set; } = "";
}
