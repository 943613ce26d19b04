using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>The errors of a job. The codes are from tcex's batch_submit.py; most texts have no known source.</summary>
static class BatchErrors
{
    public const int Permission = 0x1002;
    public const int JsonSyntax = 0x1003;
    public const int InvalidIndicator = 0x1005;
    public const int InvalidGroup = 0x1006;
    public const int NotFound = 0x1007;
    public const int IndicatorLimit = 0x1008;
    public const int Association = 0x1009;
    public const int IndicatorLoss = 0x2001;
    public const int GroupLoss = 0x2002;

    private const int FirstWarning = 0x2000;

    // tcex and threatconnect-java abort on this phrase.
    private const string Unexpected = "Encountered an unexpected Exception while processing batch job.";

    public static string CodeOf(BatchError error) => $"0x{error.Code:X4}";

    public static string SeverityOf(BatchError error) => error.Code < FirstWarning ? "Error" : "Warning";

    /// <summary>The reason in the errors file, with the code by which tcex classifies errors.</summary>
    public static string ReasonInFile(BatchError error) => error.Code switch
    {
        JsonSyntax => $"{error.Source} {error.Reason} ({CodeOf(error)})",
        // The format of the vendor's Batch Module Error Guide.
        InvalidIndicator => $"Error ({CodeOf(error)}): {error.Source} {error.Reason}",
        _ => $"{error.Reason} ({CodeOf(error)})",
    };

    public static BatchError Item(bool indicator, string source, string reason) =>
        new(indicator ? InvalidIndicator : InvalidGroup, reason, $"{source} is not valid.");

    /// <summary>The value is not valid for its type.</summary>
    public static BatchError Value(string source, string type) =>
        Item(true, source, $"The indicator '{source}' could not be processed as a valid {type} due to missing or invalid data "
            + "(summary is invalid for the given type).");

    public static BatchError Loss(bool indicator, string source, string reason) =>
        new(indicator ? IndicatorLoss : GroupLoss, reason, $"{source} is not complete.");

    public static BatchError Link(string source, string reason) => new(Association, reason, $"{source} is not associated.");

    public static BatchError Syntax(string reason, string path, string? last) =>
        new(JsonSyntax, reason, $"{Unexpected} Last known JSON path: '{path}'{(last is null ? "." : $": Last processed {last}.")}");

    // "would exceed the number of allowed indicators" is the phrase that clients look for.
    public static BatchError Limit(int indicators, int limit) =>
        new(IndicatorLimit, $"Importing {indicators} indicators would exceed the number of allowed indicators ({limit})",
            "The file is not valid.");
}
