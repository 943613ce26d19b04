using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>
/// Reports of all active indicators of an owner (bulk_download.rst), written while they are sent. Each owner has its own formats; an
/// option determines the response before a report is generated.
/// </summary>
static class Bulk
{
    private const long Day = 86_400;

    // The nextRun in the sample of the documentation page.
    private const long FiveInTheMorning = 5 * 3600;

    /// <summary>A report that is being generated is ready at the next request.</summary>
    public static Change Status(Call call, ThreatConnectContext context)
    {
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        var report = Find(call.Graph, owner);
        var reply = Show(call, context, 200, owner, report);
        return report is { Running: true }
            ? new Change(call.Graph.Replace(report, report with { Running = false }), reply)
            : Writes.Refuse(call, reply);
    }

    public static Change Download(Call call, ThreatConnectContext context)
    {
        var csv = Is(call["format"], "csv");
        if (!csv && !Is(call["format"], "json"))
            return Writes.Refuse(call, Envelope.Fail(404, Texts.NotFound, $"\"{call["format"]}\" is not a format; there are json and csv"));
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        if (csv ? !owner.BulkCsv : !owner.BulkJson)
            return Writes.Refuse(call, Envelope.Fail(404, Texts.NotFound, $"{owner.Name} has no {call["format"]} report"));

        var runNow = Includes.IsTrue(call, "runNow");
        var report = Find(call.Graph, owner);
        return Option(context) switch
        {
            BulkAnswer.Ready => runNow ? Run(call, context, owner, csv) : Ready(call, context, owner, csv),
            BulkAnswer.NotFound when runNow => Run(call, context, owner, csv),
            BulkAnswer.NotFound when report is null =>
                Writes.Refuse(call, Envelope.Fail(404, Texts.NotFound, "the report was not generated yet; ask with runNow=true")),
            BulkAnswer.NotFound => Ready(call, context, owner, csv),
            BulkAnswer.Accepted when report is { Running: true } =>
                new Change(call.Graph.Replace(report, report with { Running = false }), File(call, context, owner, csv)),
            BulkAnswer.Accepted => report is null || runNow ? Accept(call, context, owner) : Ready(call, context, owner, csv),
            var other => throw new InvalidOperationException($"There is no response of a bulk report for {other}."),
        };
    }

    private static Change Ready(Call call, ThreatConnectContext context, Owner owner, bool csv) =>
        new(call.Graph, File(call, context, owner, csv));

    private static Change Run(Call call, ThreatConnectContext context, Owner owner, bool csv) =>
        new(StoreRequest(call, owner, running: false, out _), File(call, context, owner, csv));

    private static Change Accept(Call call, ThreatConnectContext context, Owner owner)
    {
        var graph = StoreRequest(call, owner, running: true, out var report);
        return new Change(graph, Show(call, context, 202, owner, report));
    }

    private static Graph StoreRequest(Call call, Owner owner, bool running, out BulkReport report)
    {
        report = new BulkReport { Owner = owner.Id, AskedAt = call.Now.ToUnixTimeSeconds(), Running = running };
        return Find(call.Graph, owner) is { } old ? call.Graph.Replace(old, report) : call.Graph.Add(report);
    }

    private static Reply Show(Call call, ThreatConnectContext context, int status, Owner owner, BulkReport? report)
    {
        var now = call.Now.ToUnixTimeSeconds();
        var lastMorning = now - ((((now - FiveInTheMorning) % Day) + Day) % Day);
        long? lastRun = Option(context) == BulkAnswer.Ready ? Math.Max(lastMorning, report?.AskedAt ?? 0) : report?.AskedAt;
        return Envelope.One(status, "bulkStatus", (ref json) =>
        {
            json.StartObject();
            json.Text("name"u8, owner.Name);
            json.Flag("csvEnabled"u8, owner.BulkCsv);
            json.Flag("jsonEnabled"u8, owner.BulkJson);
            json.Date("nextRun"u8, lastMorning + Day);
            json.Date("lastRun"u8, report is { Running: true } ? null : lastRun);
            json.Text("status"u8, report is { Running: true } ? "Running" : lastRun is null ? "Pending" : "Complete");
            json.EndObject();
        });
    }

    private static Reply File(Call call, ThreatConnectContext context, Owner owner, bool csv)
    {
        var items = call.Graph.Between(Indicator.Active, NewestKey.First(owner.Id), NewestKey.Last(owner.Id));
        return new Reply(200)
        {
            ContentType = csv ? "text/csv" : Envelope.Json,
            Writers = csv ? BulkReportText.Csv(items) : BulkReportText.Json(new RenderContext(call, context, default), items),
        };
    }

    private static BulkReport? Find(Graph graph, Owner owner) => graph.Find<BulkReport, IdKey>(BulkReport.ByOwner, new IdKey(0, owner.Id));

    private static BulkAnswer Option(ThreatConnectContext context) => context.Options.Bulk;

    private static bool Is(string format, string expected) => string.Equals(format, expected, StringComparison.OrdinalIgnoreCase);
}
