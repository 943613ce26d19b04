namespace Compare.Sections;

/// <summary>From process start to the first 200, and what is resident then.</summary>
static class StartUp
{
    private const int Rounds = 11;
    private const int PeerRounds = 3;

    public static async Task Run(Lab lab)
    {
        var rows = new List<Started>
        {
            new("native emulator, demo of 2,000", Rounds, async () => await lab.Emulator()),
            new("native emulator, docs", Rounds, async () => await lab.Emulator("--dataset", "docs")),
            new("dotnet emulator.dll, demo of 2,000", Rounds, async () => await lab.OnDotnet()),
            new("empty ASP.NET Core app", Rounds, lab.Empty),
        };
        var small = await lab.Small();
        Body[] bodies = [new("/item", await small.Fetch(await Asked.Group(small)))];
        rows.AddRange(lab.Peers(bodies).Select(peer => new Started(peer.Name, PeerRounds, peer.Start)));

        // The round before the first fills the machine's file cache, and is not counted.
        for (var round = 0; round <= Rounds; round++)
            foreach (var row in rows.Where(row => round <= row.Rounds)) await row.Once(keep: round > 0);

        lab.Report.Head("Start to ready, and memory", $"Interleaved, {Rounds} rounds of the emulators and the empty app, {PeerRounds} of each peer.", "contender", "start to ready ms", "RSS then MB", "beside an empty app");
        var (native, onDotnet, empty) = (rows[0], rows[2], rows[3]);
        foreach (var row in rows)
        {
            if (row.Missing) lab.Report.Row(row.Name, "could not be had", "", "");
            else lab.Report.Row(row.Name, Report.Whole(row.Time), Report.Short(row.Memory), $"{Report.Fine(row.Time / empty.Time)} ×, {Report.Whole(row.Time - empty.Time)} ms more");
        }
        var where = $"empty app {Report.Whole(empty.Time)} ms";
        lab.Report.Measured(Figure.NativeStart, $"{Report.Whole(native.Time)} ms, {where}", native.Time / empty.Time);
        lab.Report.Measured(Figure.NativeMemory, "demo of 2,000", native.Memory);
        lab.Report.Measured(Figure.StartBesideEmpty, $"{Report.Whole(onDotnet.Time)} ms, {where}", onDotnet.Time - (1.3 * empty.Time));
        foreach (var peer in rows.Skip(4).Where(row => !row.Missing))
            lab.Report.Measured(Figure.StartBesidePeers, peer.Name, peer.Time / native.Time);
    }

    private sealed class Started(string name, int rounds, Func<Task<Contender?>> start)
    {
        private readonly List<double> _times = [];
        private readonly List<double> _memories = [];

        public string Name => name;

        public int Rounds => rounds;

        public bool Missing { get; private set; }

        public double Time => Medians.Of(_times);

        public double Memory => Medians.Of(_memories);

        public async Task Once(bool keep)
        {
            if (Missing) return;
            using var contender = await start();
            Missing = contender is null;
            if (contender is null || !keep) return;
            _times.Add(contender.StartToReady.TotalMilliseconds);
            _memories.Add(contender.Memory);
        }
    }
}
