using Emulation.Graphs;
using Emulation.Seeding.Demo;

namespace Emulation.Seeding;

/// <summary>Generates the graph around the records of <c>docs</c>.</summary>
static class DemoGraph
{
    /// <summary>The start of <c>demo</c>: after every record of the documents, and after everything that is generated.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public const long StartSecond = 1709294400;

    /// <summary>Bogus takes as long to initialise as all the rest of a small graph, so it starts while the dataset file is read.</summary>
    public static Task<Words> Begin(long seed) => Task.Run(() => new Words(seed));

    public static void Add(GraphBuilder graph, DemoSize size, long seed, Task<Words> words)
    {
        if (size.Nodes == 0) return;
        var plan = new Plan(size, seed, words.Result, graph);
        var tip = DesoGenerator.TipOf(graph);
        var deso =
            Task.Factory.StartNew(() => new DesoGenerator(plan, tip), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        var threatConnect = new ThreatConnectGenerator(plan, graph).Add();
        new ThreatWindsGenerator(plan, graph, threatConnect).Add();
        deso.Result.AddTo(graph);
    }
}
