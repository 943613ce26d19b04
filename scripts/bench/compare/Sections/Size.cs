namespace Compare.Sections;

/// <summary>A large graph beside a small one: start, memory before and after a load, reads at both ends of long lists.</summary>
static class Size
{
    private const string Indicators = "/api/v2/indicators";
    private const string Groups = "/api/v2/groups";

    public static async Task Run(Lab lab)
    {
        var (small, large) = (await lab.Small(), await lab.Large());
        // The collection that follows seeding is done by then.
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System);
        var (few, many) = (small.Memory, large.Memory);

        lab.Report.Head($"At size {Report.Whole(lab.Nodes)} beside size 2,000, {Asked.Connections} connections", null, "request", "2,000", "large", "time ratio (large / small)");
        foreach (var (name, figure, here, there) in await Rows(small, large))
        {
            foreach (var (server, request) in new[] { (small, here), (large, there) }) await lab.Wrk.Run(server, request, Asked.Connections);
            var loads = await Medians.Interleaved(() => lab.Wrk.Run(small, here, Asked.Connections, 2), () => lab.Wrk.Run(large, there, Asked.Connections, 2));
            var ratio = loads[0].PerSecond / loads[1].PerSecond;
            if (figure is { } bound) lab.Report.Measured(bound, name, ratio);
            lab.Report.Row(name, Report.Whole(loads[0].PerSecond), Report.Whole(loads[1].PerSecond), Report.Fine(ratio));
        }
        lab.Report.Row("start to ready, s", Report.Fine(small.StartToReady.TotalSeconds), Report.Fine(lab.Report.Measured(Figure.LargeReady, "", large.StartToReady.TotalSeconds)), "");
        lab.Report.Row("RSS 10 s after ready, before any load, MB", Report.Short(few), Report.Short(many), $"{Report.Fine(lab.Report.Measured(Figure.LargeMemory, "", many * 1024 / lab.Nodes))} KB a node");
        lab.Report.Row("RSS after these loads, MB", Report.Short(small.Memory), Report.Short(large.Memory), $"{Report.Fine(large.Memory * 1024 / lab.Nodes)} KB a node");
    }

    private static async Task<IReadOnlyList<(string Name, Figure? Figure, Request Small, Request Large)>> Rows(Contender small, Contender large) =>
    [
        ("GET by id, always the same",    Figure.LargeGet,      Asked.Host, Asked.Host),
        ("GET by id, 1,000 in turn",      Figure.LargeGet,      await Hosts(small), await Hosts(large)),
        ("indicators, first page of 100", null,                 Request.Tc("first page", $"{Indicators}?resultLimit=100"), Request.Tc("first page", $"{Indicators}?resultLimit=100")),
        ("indicators, last page of 100",  Figure.LargeLastPage, await Asked.LastPage(small, Indicators), await Asked.LastPage(large, Indicators)),
        ("groups, first page of 100",     null,                 Asked.Page100, Asked.Page100),
        ("groups, last page of 100",      Figure.LargeLastPage, await Asked.LastPage(small, Groups), await Asked.LastPage(large, Groups)),
    ];

    /// <summary>1,000 hosts from ten places of the list; a small graph has fewer, and they come round sooner.</summary>
    private static async Task<Request> Hosts(Contender emulator)
    {
        const string List = $"{Indicators}/hosts";
        var count = (await Asked.Json(emulator, Request.Tc("count", $"{List}?resultLimit=1")))["data"]!["resultCount"]!.GetValue<int>();
        var targets = new List<string>();
        for (var place = 0; place < 10; place++)
        {
            var page = await Asked.Json(emulator, Request.Tc("hosts", $"{List}?resultStart={(long)count * place / 10}&resultLimit=100"));
            targets.AddRange(page["data"]!["host"]!.AsArray().Select(host => $"{List}/{host!["hostName"]}"));
        }
        return Request.Turns("GET by id", [.. targets.Distinct(StringComparer.Ordinal)]);
    }
}
