namespace Compare;

/// <summary>A request of the small emulator and its like of the large one.</summary>
sealed record Pair(Request Small, Request Large);

/// <summary>Requests at both sizes, each beside bare Kestrel with the very bytes of its answer.</summary>
static class BesideBare
{
    /// <summary>The CPU of each request at the large size, in microseconds.</summary>
    public static async Task<IReadOnlyList<double>> Measure(Lab lab, string title, string? note, IReadOnlyList<Pair> pairs)
    {
        var (small, large) = (await lab.Small(), await lab.Large());
        lab.Report.Head($"{title}, {Asked.Connections} connections", note,
            "request", "bytes", "2,000: bare req/s", "emulator req/s", "ratio", "CPU µs a request", "large: bytes", "bare req/s", "emulator req/s", "ratio", "CPU µs a request", "time ratio (large / small)");
        var atLarge = new List<double>();
        foreach (var pair in pairs)
        {
            var (few, many) = (await small.Fetch(pair.Small), await large.Fetch(pair.Large));
            using var bareSmall = await lab.Bare(few);
            using var bareLarge = await lab.Bare(many);
            (Contender Server, Request Request)[] turns = [(bareSmall, pair.Small), (small, pair.Small), (bareLarge, pair.Large), (large, pair.Large)];
            await bareSmall.Check(pair.Small, few);
            await bareLarge.Check(pair.Large, many);
            foreach (var (server, request) in turns) await lab.Wrk.Run(server, request, Asked.Connections);
            var loads = await Medians.Interleaved([.. turns.Select(turn => (Func<Task<Load>>)(() => lab.Wrk.Run(turn.Server, turn.Request, Asked.Connections)))]);
            lab.Report.Row(
                pair.Small.Name,
                Report.Whole(few.Length), Report.Whole(loads[0].PerSecond), Report.Whole(loads[1].PerSecond), Report.Fine(loads[1].PerSecond / loads[0].PerSecond), Report.Short(loads[1].Micros),
                Report.Whole(many.Length), Report.Whole(loads[2].PerSecond), Report.Whole(loads[3].PerSecond), Report.Fine(loads[3].PerSecond / loads[2].PerSecond), Report.Short(loads[3].Micros),
                Report.Fine(loads[1].PerSecond / loads[3].PerSecond));
            atLarge.Add(loads[3].Micros);
        }
        return atLarge;
    }
}
