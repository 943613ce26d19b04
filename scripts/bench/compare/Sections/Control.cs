using System.Diagnostics;

namespace Compare.Sections;

/// <summary>Reset, fork, snapshot and restore of a large world, beside a control route that does nothing.</summary>
static class Control
{
    private const int Calls = 200;

    private static readonly Request s_nothing = new("live", "/_emulator/health/live");
    private static readonly Request s_write = Request.Post("create", "/api/v2/indicators/hosts", """{"hostName":"control.bench.example"}""") with { Headers = [Request.Token] };

    /// <summary>Before and after are not timed; each reset and restore has a write to take back.</summary>
    private static readonly Row[] s_rows =
    [
        new("reset",    Post("/_emulator/reset"),                   Before: s_write, After: null),
        new("snapshot", Post("/_emulator/snapshots/bench"),         Before: null,    After: Delete("/_emulator/snapshots/bench")),
        new("restore",  Post("/_emulator/snapshots/kept/restore"),  Before: s_write, After: null),
        new("fork",     Post("/_emulator/worlds/bench"),            Before: null,    After: Delete("/_emulator/worlds/bench")),
    ];

    public static async Task Run(Lab lab)
    {
        var large = await lab.Large();
        lab.Report.Head($"What a tester does with a world of {Report.Whole(lab.Nodes)} nodes", $"Medians of {Calls} calls, ms at the client; the route that does nothing is `GET {s_nothing.Target}`, asked in turn.", "call", "ms", "does nothing, ms", "difference, ms", "slowest, ms");
        await large.Ask(Post("/_emulator/snapshots/kept"));
        foreach (var row in s_rows)
        {
            if (await Measure(large, row) is not { } taken)
            {
                lab.Report.Row(row.Name, "not available", "", "", "");
                continue;
            }
            var (call, nothing) = (Medians.Of(taken.Calls), Medians.Of(taken.Nothing));
            lab.Report.Row(row.Name, Report.Millis(lab.Report.Measured(Figure.ControlCall, row.Name, call)), Report.Millis(nothing), Report.Millis(call - nothing), Report.Millis(taken.Calls.Max()));
        }
        await large.Ask(Delete("/_emulator/snapshots/kept"));
        await large.Ask(Post("/_emulator/reset"));
    }

    private static async Task<(List<double> Calls, List<double> Nothing)?> Measure(Contender large, Row row)
    {
        var (calls, nothing) = (new List<double>(), new List<double>());
        for (var i = 0; i < Calls; i++)
        {
            nothing.Add((await Timed(large, s_nothing)).Millis);
            if (row.Before is { } before) await large.Fetch(before);
            var (status, taken) = await Timed(large, row.Call);
            if (status is 404 or 405 or 501) return null;
            if (status is < 200 or > 299) throw new BenchError($"{row.Name} answers {status}");
            calls.Add(taken);
            if (row.After is { } after) await large.Fetch(after);
        }
        return (calls, nothing);
    }

    private static async Task<(int Status, double Millis)> Timed(Contender large, Request request)
    {
        var begun = Stopwatch.GetTimestamp();
        var (status, _) = await large.Ask(request);
        return (status, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    private static Request Post(string target) => new(target, target) { Method = "POST" };

    private static Request Delete(string target) => new(target, target) { Method = "DELETE" };

    private sealed record Row(string Name, Request Call, Request? Before, Request? After);
}
