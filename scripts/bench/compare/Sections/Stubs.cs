namespace Compare.Sections;

/// <summary>What 10,000 stubs on other paths cost a request that none of them matches.</summary>
static class Stubs
{
    private const int Others = 10_000;

    public static async Task Run(Lab lab)
    {
        var none = await lab.Small();
        using var stubbed = await lab.Emulator();
        lab.Report.Head($"{Report.Whole(Others)} stubs on other paths beside none, {Asked.Connections} connections", null, "request", "none req/s", "stubs req/s", "ratio", "none: CPU µs a request", "stubs");
        var (status, _) = await stubbed.Ask(Request.Post("import", "/__admin/mappings/import", Mappings.Around(Others, []).ToJsonString()));
        if (status is 404 or 405 or 501)
        {
            lab.Report.Row("stubs", "not available", "", "", "", "");
            return;
        }
        if (status is < 200 or > 299) throw new BenchError($"the import of {Others} stubs answers {status}");
        foreach (var request in new[] { Asked.Host, Asked.Page100 })
        {
            await stubbed.Check(request, await none.Fetch(request));
            foreach (var emulator in new[] { none, stubbed }) await lab.Wrk.Run(emulator, request, Asked.Connections, 2);
            var loads = await Medians.Interleaved(() => lab.Wrk.Run(none, request, Asked.Connections, 2), () => lab.Wrk.Run(stubbed, request, Asked.Connections, 2));
            lab.Report.Row(request.Name, Report.Whole(loads[0].PerSecond), Report.Whole(loads[1].PerSecond), Report.Fine(loads[1].PerSecond / loads[0].PerSecond), Report.Fine(loads[0].Micros), Report.Fine(loads[1].Micros));
        }
    }
}
