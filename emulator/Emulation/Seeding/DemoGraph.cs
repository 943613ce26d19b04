using Emulation.Graphs;
using Emulation.Seeding.Demo;

namespace Emulation.Seeding;

/// <summary>Generates the graph around the records of <c>docs</c>.</summary>
static class DemoGraph
{
    /// <summary>When the world of <c>demo</c> begins: after every record of the documents, and after all that is generated.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public const long StartSecond = 1709294400;

    /// <summary>Bogus takes as long to begin as all the rest of a small graph: it can begin before there is anything to add to.</summary>
    public static Task<Words> Begin(long seed) => Task.Run(() => new Words(seed));

    public static void Add(GraphBuilder graph, DemoSize size, long seed, Task<Words> words)
    {
        if (size.Nodes == 0) return;
        var plan = new Plan(size, seed, words.Result, graph);
        var tip = DesoStory.TipOf(graph);
        var deso =
            Task.Factory.StartNew(() => new DesoStory(plan, tip), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        var told = new ThreatConnectStory(plan, graph).Add();
        new ThreatWindsStory(plan, graph, told).Add();
        deso.Result.AddTo(graph);
    }
}
