using System.IO.Compression;
using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>The responses for batch jobs.</summary>
static class BatchReplies
{
    public const string Created = "Created";
    public const string Queued = "Queued";
    public const string Running = "Running";
    public const string Completed = "Completed";

    private const string ErrorsType = "application/octet-stream";

    public static Reply TooLarge(long limit) => Invalid($"File size greater than allowable limit of {limit}");

    public static Reply StillIn(string state) => Invalid($"Batch still in {state} state");

    public static Reply Status(int status, BatchJob job, string state, bool additional) => Envelope.One(status, "batchStatus", (ref json) =>
    {
        json.StartObject();
        json.Number("id"u8, job.Id);
        json.Text("status"u8, state);
        if (state == Completed) Counts(ref json, job.Outcome, additional);
        json.EndObject();
    });

    /// <summary>An array without an envelope, with a content type other than JSON; compressed when the client accepts gzip.</summary>
    public static Reply Errors(Call call, BatchOutcome outcome)
    {
        var bytes = Array(outcome.Errors, (ref json, error) =>
        {
            json.Text("errorReason"u8, BatchErrors.ReasonInFile(error));
            json.Text("errorSource"u8, error.Source);
        });
        var plain = new Reply(200) { ContentType = ErrorsType, Bytes = bytes };
        if (!ContentCodings.AcceptsGzip(call)) return plain;
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes.Span);
        return (plain with { Bytes = packed.ToArray() }).With("Content-Encoding", "gzip");
    }

    public static Reply Results(IEnumerable<BatchError> errors) => new(200)
    {
        ContentType = Envelope.Json,
        Bytes = Array(errors, (ref json, error) =>
        {
            json.Text("code"u8, BatchErrors.CodeOf(error));
            json.Text("severity"u8, BatchErrors.SeverityOf(error));
            json.Text("errorReason"u8, error.Reason);
            json.Text("errorMessage"u8, error.Source);
        }),
    };

    private static void Counts(ref JsonWriter json, BatchOutcome outcome, bool additional)
    {
        json.Number("errorCount"u8, outcome.IndicatorsFailed + outcome.GroupsFailed + outcome.OtherFailures);
        json.Number("successCount"u8, outcome.IndicatorsDone + outcome.GroupsDone);
        json.Number("unprocessCount"u8, outcome.Unprocessed);
        if (!additional) return;
        json.Number("successIndicatorCount"u8, outcome.IndicatorsDone);
        json.Number("errorIndicatorCount"u8, outcome.IndicatorsFailed);
        json.Number("successGroupCount"u8, outcome.GroupsDone);
        json.Number("errorGroupCount"u8, outcome.GroupsFailed);
        json.Number("successAssociationCount"u8, outcome.AssociationsDone);
        json.Number("errorAssociationCount"u8, outcome.AssociationsFailed);
    }

    private static ReadOnlyMemory<byte> Array(IEnumerable<BatchError> errors, WriteError write) => Envelope.Bytes((ref json) =>
    {
        json.StartArray();
        foreach (var error in errors)
        {
            json.StartObject();
            write(ref json, error);
            json.EndObject();
        }
        json.EndArray();
    });

    private delegate void WriteError(ref JsonWriter json, BatchError error);

    private static Reply Invalid(string description) => Envelope.Document(400, (ref json) =>
    {
        json.Text("status"u8, "Invalid");
        json.Text("description"u8, description);
    }) with { Reason = description };
}
