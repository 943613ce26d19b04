namespace Compare.Sections;

/// <summary>ThreatConnect's reads beside bare Kestrel, by each way of authenticating.</summary>
static class Limit
{
    private const int Seconds = 2;

    public static async Task Run(Lab lab)
    {
        lab.Report.Head("Beside bare Kestrel with the same bytes (size 2,000)", null, "request", "connections", "bare req/s", "emulator req/s", "ratio", "bare CPU µs a request", "emulator CPU µs a request");
        var (unsigned, strict) = (await lab.Unsigned(), await lab.Small());
        foreach (var request in new[] { Asked.Host, Asked.Page10, Asked.Page100 })
        {
            var body = await strict.Fetch(request);
            using var bare = await lab.Bare(body);
            Way[] ways =
            [
                new("bare",        bare,     request,                      null),
                new("auth off",    unsigned, request with { Headers = [] }, Figure.UnsignedBesideBare),
                new("TC-Token",    strict,   request,                      Figure.UnsignedBesideBare),
                new("HMAC-signed", strict,   await lab.Signed(request),    Figure.SignedBesideBare),
            ];
            foreach (var way in ways)
            {
                await way.Server.Check(way.Request, body);
                await lab.Wrk.Run(way.Server, way.Request, Asked.Connections, Seconds);
            }
            foreach (var connections in new[] { 1, 32, 128 })
            {
                var loads = await Medians.Interleaved([.. ways.Select(way => (Func<Task<Load>>)(() => lab.Wrk.Run(way.Server, way.Request, connections, Seconds)))]);
                for (var i = 1; i < ways.Length; i++)
                {
                    var ratio = lab.Report.Measured(ways[i].Figure!.Value, $"{request.Name}, {ways[i].Name}, {connections} connections", loads[i].PerSecond / loads[0].PerSecond);
                    lab.Report.Row($"{request.Name}, {ways[i].Name}", $"{connections}", Report.Whole(loads[0].PerSecond), Report.Whole(loads[i].PerSecond), Report.Fine(ratio), Report.Short(loads[0].Micros), Report.Short(loads[i].Micros));
                }
            }
        }
    }

    private sealed record Way(string Name, Contender Server, Request Request, Figure? Figure);
}
