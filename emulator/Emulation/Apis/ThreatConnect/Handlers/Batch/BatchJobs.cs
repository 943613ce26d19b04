using System.Buffers;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers.Batch;

/// <summary>
/// Batch jobs (v1_batch_api.rst, v2_batch_api.rst). A file is processed when it is uploaded; the state that clients see advances with
/// their polls or with the world's clock.
/// </summary>
static class BatchJobs
{
    private const int QueuedSeconds = 1;
    private const int CompletedAfterSeconds = 3;

    private static readonly string[] s_severities = ["err", "error", "info", "warn", "warning"];

    public static Change Create(Call call)
    {
        if (!Fields.Read(call).Is(out var body, out var error)) return Writes.Refuse(call, error);
        if (!BatchConfig.Read(call, body).Is(out var terms, out error)) return Writes.Refuse(call, error);
        var graph = call.Graph.TakeId(BatchJob.NodeKind, out var id);
        graph = Retention.Add(graph, new BatchJob { Id = id, Terms = terms }, call.Now.ToUnixTimeSeconds());
        return new Change(graph, Envelope.Data(201, (ref json) => json.Number("batchId"u8, id)));
    }

    public static Change Upload(Call call, ThreatConnectContext context, Upload upload)
    {
        if (Find(call) is not { } job) return Writes.Refuse(call, Envelope.Missing);
        if (BatchConfig.MayWrite(call, job.Terms.Owner) is { } error) return Writes.Refuse(call, error);
        if (job.UploadedAt is not null)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, $"the job {job.Id} has its file already"));
        if (upload.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        return Work(call, context, call.Graph, job, upload.Input);
    }

    /// <summary>The request that tcex sends. The response always has the job's id, so that the client polls its state.</summary>
    public static Change CreateAndUpload(Call call, ThreatConnectContext context, Upload upload)
    {
        if (upload.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        var config = call with { Body = new ReadOnlySequence<byte>(upload.Config) };
        if (!Fields.Read(config).Is(out var body, out var error)) return Writes.Refuse(call, error);
        if (!BatchConfig.Read(call, body).Is(out var terms, out error)) return Writes.Refuse(call, error);
        var graph = call.Graph.TakeId(BatchJob.NodeKind, out var id);
        var job = new BatchJob { Id = id, Terms = terms };
        return Work(call, context, Retention.Add(graph, job, call.Now.ToUnixTimeSeconds()), job, upload.Input);
    }

    public static Change Status(Call call, ThreatConnectContext context)
    {
        if (Find(call) is not { } job) return Writes.Refuse(call, Envelope.Missing);
        var (graph, polled) = Poll(call, context, job);
        return new Change(graph, BatchReplies.Status(200, polled, StateOf(call, context, polled), Includes.Read(call).Additional));
    }

    /// <summary>
    /// A request for errors before completion is refused but counts as a poll, so a client that polls only /errors still finishes.
    /// </summary>
    public static Change Errors(Call call, ThreatConnectContext context)
    {
        if (Find(call) is not { } job) return Writes.Refuse(call, Envelope.Missing);
        if (StateOf(call, context, job) is not BatchReplies.Completed and var state)
            return new Change(Poll(call, context, job).Graph, BatchReplies.StillIn(state));
        return new Change(call.Graph, job.Outcome.Errors.Count == 0 ? Envelope.Missing : BatchReplies.Errors(call, job.Outcome));
    }

    public static Change Results(Call call, ThreatConnectContext context)
    {
        if (Find(call) is not { } job) return Writes.Refuse(call, Envelope.Missing);
        var (code, contains, severity) = (call.Query["code"], call.Query["contains"], call.Query["severity"]);
        if (code is { Length: > 0 } && !code.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, "a code begins with 0x"));
        if (severity is { Length: > 0 } && !s_severities.Contains(severity, StringComparer.OrdinalIgnoreCase))
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Malformed, $"a severity is one of {string.Join(", ", s_severities)}"));
        if (StateOf(call, context, job) is not BatchReplies.Completed and var state)
            return new Change(Poll(call, context, job).Graph, BatchReplies.StillIn(state));
        if (job.Outcome.Errors.Count == 0) return Writes.Refuse(call, Envelope.Missing);
        return new Change(call.Graph, BatchReplies.Results(job.Outcome.Errors.Where(error =>
            (string.IsNullOrEmpty(code) || string.Equals(BatchErrors.CodeOf(error), code, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(contains) || error.Reason.Contains(contains, StringComparison.Ordinal)
                || error.Source.Contains(contains, StringComparison.Ordinal))
            && (string.IsNullOrEmpty(severity)
                || BatchErrors.SeverityOf(error).StartsWith(severity[..3], StringComparison.OrdinalIgnoreCase)))));
    }

    private static Change Work(Call call, ThreatConnectContext context, Graph graph, BatchJob job, BatchFile input)
    {
        var now = call.Now.ToUnixTimeSeconds();
        var (worked, outcome) = BatchRun.Run(graph, job.Terms, Scope.CurrentUser(call), now, input, context.Options.BatchLimit);
        var done = job with { UploadedAt = now, Outcome = outcome };
        return new Change(worked.Replace(job, done), BatchReplies.Status(202, done, BatchReplies.Queued, false));
    }

    /// <summary>A job of an owner that the caller may see.</summary>
    private static BatchJob? Find(Call call)
    {
        return IdLookup.Find(call.Graph, BatchJob.ById, call["id"]) is { } job && Scope.CurrentUser(call).MaySee(job.Terms.Owner)
            ? job
            : null;
    }

    private static (Graph Graph, BatchJob Job) Poll(Call call, ThreatConnectContext context, BatchJob job)
    {
        if (job.UploadedAt is null || job.Polls > 0 || Steps(context) == BatchSteps.Clock) return (call.Graph, job);
        var polled = job with { Polls = job.Polls + 1 };
        return (call.Graph.Replace(job, polled), polled);
    }

    private static string StateOf(Call call, ThreatConnectContext context, BatchJob job)
    {
        if (job.UploadedAt is not { } uploaded) return BatchReplies.Created;
        if (Steps(context) == BatchSteps.Polls) return job.Polls == 0 ? BatchReplies.Queued : BatchReplies.Completed;
        var since = call.Now.ToUnixTimeSeconds() - uploaded;
        if (since < QueuedSeconds) return BatchReplies.Queued;
        return since < CompletedAfterSeconds ? BatchReplies.Running : BatchReplies.Completed;
    }

    private static BatchSteps Steps(ThreatConnectContext context) => context.Options.BatchSteps;
}
