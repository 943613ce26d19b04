namespace Emulation.Graphs.ThreatConnect;

/// <summary>What only groups of some types have. Moments are seconds since 1970.</summary>
abstract record GroupDetails;

sealed record CampaignDetails(long? FirstSeen) : GroupDetails;

/// <summary>Of documents and reports.</summary>
sealed record FileDetails : GroupDetails
{
    public string FileName { get; init; } = "";

    /// <summary>As stated; without a statement, that of generated content.</summary>
    public long? FileSize
    {
        get => field ?? Content?.GeneratedLength;
        init;
    }

    public string Status { get; init; } = FileStatus.AwaitingUpload;

    public bool Malware { get; init; }

    public string? Password { get; init; }

    public long? PublishDate { get; init; }

    /// <summary>Null before the first upload.</summary>
    public FileContent? Content { get; init; }
}

static class FileStatus
{
    public const string AwaitingUpload = "Awaiting Upload";
    public const string Success = "Success";

    public static IReadOnlyList<string> All { get; } = [Success, AwaitingUpload, "In Progress", "Failed", "None"];
}

sealed record EmailDetails : GroupDetails
{
    public string? To { get; init; }

    public string? From { get; init; }

    public string Subject { get; init; } = "";

    public string Header { get; init; } = "";

    public string Body { get; init; } = "";

    public int Score { get; init; }
}

/// <summary>Of events and incidents.</summary>
sealed record EventDetails(long EventDate, string? Status) : GroupDetails
{
    public static IReadOnlyList<string> EventStatuses { get; } =
        ["Needs Review", "False Positive", "No Further Action", "Escalated", "Completed", "In Progress", "New", "Reopened"];

    public static IReadOnlyList<string> IncidentStatuses { get; } =
        ["New", "Open", "Stalled", "Containment Achieved", "Restoration Achieved", "Incident Reported", "Closed", "Rejected", "Deleted"];
}

sealed record SignatureDetails(string FileName, string FileType, string FileText) : GroupDetails
{
    public static IReadOnlyList<string> FileTypes { get; } =
        ["Bro", "ClamAV", "CybOX", "Iris Search Hash", "KQL", "OpenIOC", "Regex", "SPL", "Sigma", "Snort", "Suricata", "TQL Query", "YARA"];
}
