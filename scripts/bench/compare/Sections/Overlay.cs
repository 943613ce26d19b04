using System.Text.Json.Nodes;

namespace Compare.Sections;

/// <summary>What WireMock.Net inside a world costs a request that none of its mappings matches.</summary>
static class Overlay
{
    private const int WarmUp = 3;

    public static async Task Run(Lab lab)
    {
        using var unused = await lab.OnDotnet();
        lab.Report.Head(
            "WireMock.Net used beside unused, requests that no mapping matches", "One connection for times.", "mappings on other paths",
            "connections", "unused req/s", "used req/s", "unused ms a request", "used", "unused: CPU µs a request", "used");
        foreach (var count in new[] { 0, 10, 100, 1000 })
        {
            using var used = await lab.OnDotnet();
            var (status, _) = await used.Ask(Request.Post("mappings", "/_wiremock/__admin/mappings", Others(count)));
            if (status is < 200 or > 299) throw new BenchError($"the mappings are answered with {status}");
            await used.Check(Asked.Host, await unused.Fetch(Asked.Host));
            foreach (var connections in new[] { 1, Asked.Connections })
            {
                foreach (var emulator in new[] { unused, used }) await lab.Wrk.Run(emulator, Asked.Host, connections, WarmUp);
                var loads = await Medians.Interleaved(
                    () => lab.Wrk.Run(unused, Asked.Host, connections, 2), () => lab.Wrk.Run(used, Asked.Host, connections, 2));
                var (before, after) = (1000 / loads[0].PerSecond, 1000 / loads[1].PerSecond);
                string[] times = connections == 1 ? [Report.Fine(before), Report.Fine(after)] : ["", ""];
                string[] rates = [Report.Whole(loads[0].PerSecond), Report.Whole(loads[1].PerSecond)];
                string[] processor = [Report.Fine(loads[0].Micros), Report.Fine(loads[1].Micros)];
                lab.Report.Row([Report.Whole(count), $"{connections}", .. rates, .. times, .. processor]);
                if (connections == 1) lab.Report.Measured(Figure.OverlayUsed, $"{count} mappings", after - before);
            }
        }
    }

    private static string Others(int count) => new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject
    {
        ["Request"] = new JsonObject { ["Path"] = $"/other/{i}", ["Methods"] = new JsonArray("GET") },
        ["Response"] = new JsonObject { ["StatusCode"] = 200 },
    })]).ToJsonString();
}
