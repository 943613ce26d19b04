namespace Compare.Sections;

/// <summary>POST of an indicator that is new each time, at both sizes; each round begins from reset.</summary>
static class Create
{
    private const int Seconds = 3;

    private static readonly Request s_reset = new("reset", "/_emulator/reset") { Method = "POST" };

    private static readonly Request s_create = Request.Tc("create", "/api/v2/indicators/hosts") with
    {
        Script = """
            wrk.method = 'POST'
            wrk.headers['Content-Type'] = 'application/json'
            local n = 0
            function request()
              n = n + 1
              return wrk.format(nil, nil, nil, '{"hostName":"h' .. n .. '.bench.example"}')
            end
            """,
    };

    public static async Task Run(Lab lab)
    {
        Contender[] sizes = [await lab.Small(), await lab.Large()];
        foreach (var emulator in sizes) await lab.Wrk.Run(emulator, s_create, Asked.Connections);
        var loads = await Medians.Interleaved([.. sizes.Select(emulator => (Func<Task<Load>>)(() => FromReset(lab, emulator)))]);
        foreach (var emulator in sizes) await emulator.Fetch(s_reset);

        lab.Report.Head($"POST that creates an indicator, {Asked.Connections} connections", $"Median of three times {Seconds} s.", "size", "created/s", "CPU µs a request", "created in a round");
        foreach (var (size, load) in new[] { 2000, lab.Nodes }.Zip(loads))
            lab.Report.Row(Report.Whole(size), Report.Whole(lab.Report.Measured(Figure.Create, $"size {Report.Whole(size)}", load.PerSecond)), Report.Short(load.Micros), Report.Whole(load.Answered));
    }

    private static async Task<Load> FromReset(Lab lab, Contender emulator)
    {
        await emulator.Fetch(s_reset);
        return await lab.Wrk.Run(emulator, s_create, Asked.Connections, Seconds);
    }
}
