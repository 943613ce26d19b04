namespace Compare.Sections;

/// <summary>The same bodies from the emulator and from other mock servers, all running, each in its turn.</summary>
static class BesidePeers
{
    private const int WarmUp = 2;

    public static async Task Run(Lab lab)
    {
        var emulator = await lab.Small();
        Request[] asked = [await Asked.Group(emulator), Asked.Page10, Asked.Page100];
        var bodies = new List<Body>();
        foreach (var request in asked) bodies.Add(new($"/{request.Name.Replace(' ', '-')}", await emulator.Fetch(request)));

        var running = new List<Served> { new("emulator", emulator, asked) };
        try
        {
            foreach (var peer in lab.Peers(bodies))
                running.Add(new(peer.Name, await peer.Start(), [.. bodies.Select((body, at) => new Request(asked[at].Name, body.Path))]));
            await Measure(lab, running, bodies);
        }
        finally
        {
            foreach (var peer in running.Skip(1)) peer.Server?.Dispose();
        }
    }

    private static async Task Measure(Lab lab, IReadOnlyList<Served> all, IReadOnlyList<Body> bodies)
    {
        var running = all.Where(one => one.Server is not null).ToArray();
        foreach (var one in running)
        {
            for (var i = 0; i < bodies.Count; i++)
            {
                await one.Server!.Check(one.Requests[i], bodies[i].Bytes);
                await lab.Wrk.Run(one.Server, one.Requests[i], Asked.Connections, WarmUp);
            }
        }
        lab.Report.Head("Beside other mock servers with the same bodies", "Requests a second, and how many times as many the emulator answers.", "contender", "connections", "GET by id", "emulator", "page of 10", "emulator", "page of 100", "emulator");
        foreach (var connections in new[] { 1, 32, 128 })
        {
            var rates = new List<Load[]>();
            for (var i = 0; i < bodies.Count; i++)
                rates.Add(await Medians.Interleaved([.. running.Select(one => (Func<Task<Load>>)(() => lab.Wrk.Run(one.Server!, one.Requests[i], connections)))]));
            for (var peer = 0; peer < running.Length; peer++)
                lab.Report.Row([running[peer].Name, $"{connections}", .. rates.SelectMany((loads, i) => Cells(lab.Report, running[peer].Name, $"{running[peer].Name}, {all[0].Requests[i].Name}, {connections} connections", loads[0].PerSecond, loads[peer].PerSecond))]);
        }
        lab.Report.Head("Memory after that load", null, "contender", "RSS MB");
        foreach (var one in all) lab.Report.Row(one.Name, one.Server is null ? "could not be had" : Report.Short(one.Server.Memory));
    }

    private static string[] Cells(Report report, string name, string where, double ours, double theirs)
    {
        if (name == Peers.WireMockThousand) report.Measured(Figure.WireMock, where, ours / theirs);
        else if (name.StartsWith(Peers.WireMockNetThousand, StringComparison.Ordinal)) report.Measured(Figure.WireMockNet, where, ours / theirs);
        else if (name is not ("emulator" or "WireMock, 10 stubs") && !name.StartsWith(Peers.WireMockNet, StringComparison.Ordinal)) report.Measured(Figure.OtherPeers, where, ours / theirs);
        return [Report.Whole(theirs), $"{Report.Short(ours / theirs)} ×"];
    }

    private sealed record Served(string Name, Contender? Server, Request[] Requests);
}
