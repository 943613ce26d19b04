namespace Compare.Sections;

/// <summary>What keeping a journal costs a request: CPU and garbage, on beside off in the same process.</summary>
static class Journal
{
    private const int Rounds = 5;

    public static async Task Run(Lab lab)
    {
        var emulator = await lab.Small();
        lab.Report.Head($"Journal on beside off, {Asked.Connections} connections", $"Medians of {Rounds} interleaved rounds.", "request", "off: CPU µs a request", "on", "more", "off: bytes allocated a request", "on", "more");
        if (!await Switch(emulator, on: true))
        {
            lab.Report.Row("journal", "not available", "", "", "", "", "");
            return;
        }
        foreach (var request in new[] { Asked.Host, Asked.Page100 })
        {
            var (off, on) = (new List<Spent>(), new List<Spent>());
            for (var round = 0; round <= Rounds; round++)
            {
                var (without, with) = (await Measure(lab, emulator, request, on: false), await Measure(lab, emulator, request, on: true));
                // The first round warms up.
                if (round == 0) continue;
                off.Add(without);
                on.Add(with);
            }
            var (cpuOff, cpuOn) = (Medians.Of(off.Select(one => one.Micros)), Medians.Of(on.Select(one => one.Micros)));
            var (bytesOff, bytesOn) = (Medians.Of(off.Select(one => one.Bytes)), Medians.Of(on.Select(one => one.Bytes)));
            var (cpu, bytes) = (100 * (cpuOn / cpuOff - 1), 100 * (bytesOn / bytesOff - 1));
            lab.Report.Row(request.Name,
                Report.Fine(cpuOff), Report.Fine(cpuOn), $"{Report.Short(lab.Report.Measured(Figure.JournalCpu, request.Name, cpu))} %",
                Report.Whole(bytesOff), Report.Whole(bytesOn), $"{Report.Short(lab.Report.Measured(Figure.JournalBytes, request.Name, bytes))} %");
        }
        await Switch(emulator, on: true);
    }

    private static async Task<Spent> Measure(Lab lab, Contender emulator, Request request, bool on)
    {
        await Switch(emulator, on);
        var before = await Allocated(emulator);
        var load = await lab.Wrk.Run(emulator, request, Asked.Connections, 2);
        return new(load.Micros, (await Allocated(emulator) - before) / load.Answered);
    }

    private static async Task<double> Allocated(Contender emulator) =>
        (await Asked.Json(emulator, new Request("info", "/_emulator/info")))["process"]!["allocatedBytes"]!.GetValue<double>();

    private static async Task<bool> Switch(Contender emulator, bool on)
    {
        var (status, _) = await emulator.Ask(new Request("journal", "/_emulator/journal") { Method = "PUT", Body = $$"""{"enabled":{{(on ? "true" : "false")}}}""" });
        return status is not (404 or 405 or 501) && (status is >= 200 and < 300 ? true : throw new BenchError($"the journal's switch answers {status}"));
    }

    private readonly record struct Spent(double Micros, double Bytes);
}
