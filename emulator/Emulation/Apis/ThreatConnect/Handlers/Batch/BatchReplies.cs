using System.IO.Compression;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>How a job answers.</summary>
static class BatchReplies
{
    public const string Created = "Created";
    public const string Queued = "Queued";
    public const string Running = "Running";
    public const string Completed = "Completed";

    private const string ErrorsType = "application/octet-stream";

    public static Reply TooLarge(long limit) => Invalid($"File size greater than allowable limit of {limit}");

    public static Reply StillIn(string state) => Invalid($"Batch still in {state} state");

    public static Reply Status(int status, BatchJob job, string state, bool additional) => Envelope.One(status, "batchStatus", json =>
    {
        json.WriteStartObject();
        json.WriteNumber(Names.Id, job.Id);
        json.WriteString(Names.Status, state);
        if (state == Completed) Counts(json, job.Outcome, additional);
        json.WriteEndObject();
    });

    /// <summary>An array without an envelope, under a content type that is not JSON's; packed when the client takes that.</summary>
    public static Reply Errors(Call call, BatchOutcome outcome)
    {
        var bytes = Array(outcome.Errors, (json, error) =>
        {
            json.WriteString("errorReason", BatchErrors.ReasonInFile(error));
            json.WriteString("errorSource", error.Source);
        });
        var plain = new Reply(200) { ContentType = ErrorsType, Bytes = bytes };
        if (!TakesGzip(call)) return plain;
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes.Span);
        return (plain with { Bytes = packed.ToArray() }).With("Content-Encoding", "gzip");
    }

    public static Reply Results(IEnumerable<BatchError> errors) => new(200)
    {
        ContentType = Envelope.Json,
        Bytes = Array(errors, (json, error) =>
        {
            json.WriteString("code", BatchErrors.CodeOf(error));
            json.WriteString("severity", BatchErrors.SeverityOf(error));
            json.WriteString("errorReason", error.Reason);
            json.WriteString("errorMessage", error.Source);
        }),
    };

    private static bool TakesGzip(Call call) => call.Header("Accept-Encoding") is { } accepted
        && accepted.Split(',').Any(one => one.Trim() is var coding && coding.StartsWith("gzip", StringComparison.OrdinalIgnoreCase) && !coding.EndsWith("q=0", StringComparison.OrdinalIgnoreCase));

    private static void Counts(Utf8JsonWriter json, BatchOutcome outcome, bool additional)
    {
        json.WriteNumber("errorCount", outcome.IndicatorsFailed + outcome.GroupsFailed + outcome.OtherFailures);
        json.WriteNumber("successCount", outcome.IndicatorsDone + outcome.GroupsDone);
        json.WriteNumber("unprocessCount", outcome.Unprocessed);
        if (!additional) return;
        json.WriteNumber("successIndicatorCount", outcome.IndicatorsDone);
        json.WriteNumber("errorIndicatorCount", outcome.IndicatorsFailed);
        json.WriteNumber("successGroupCount", outcome.GroupsDone);
        json.WriteNumber("errorGroupCount", outcome.GroupsFailed);
    }

    private static ReadOnlyMemory<byte> Array(IEnumerable<BatchError> errors, Action<Utf8JsonWriter, BatchError> write) => JsonBody.Bytes(json =>
    {
        json.WriteStartArray();
        foreach (var error in errors)
        {
            json.WriteStartObject();
            write(json, error);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static Reply Invalid(string description) => Envelope.Document(400, json =>
    {
        json.WriteString(Names.Status, "Invalid");
        json.WriteString(Names.Description, description);
    }) with { Reason = description };
}
