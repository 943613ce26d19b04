using Emulation.Graphs;
using Emulation.Seeding.Demo;

namespace Emulation.Seeding;

/// <summary>Generates the graph around the records of <c>docs</c>.</summary>
static class DemoGraph
{
    /// <summary>The start of <c>demo</c>: after every record of the documents, and after everything that is generated.</summary>
    public static DateTimeOffset Start(DemoEnd end) => DateTimeOffset.FromUnixTimeSeconds(DefaultEnd + end.SecondsMoved());

    /// <summary>2024-03-01T12:00:00Z.</summary>
    public const long DefaultEnd = 1709294400;

    /// <summary>2019-01-01T00:00:00Z, before which no story starts when the data has its default end.</summary>
    public const long FirstStory = 1546300800;

    /// <summary>Bogus takes as long to initialise as all the rest of a small graph, so it starts while the dataset file is read.</summary>
    public static Task<Words> Begin(long seed) => Task.Run(() => new Words(seed));

    public static void Add(GraphBuilder graph, DemoSize size, long seed, DemoEnd end, Task<Words> words, SeedingProgress progress)
    {
        if (size.Nodes == 0) return;
        progress.Begin("items", 5);
        var plan = new Plan(size, seed, end, words.Result, graph);
        var tip = DesoGenerator.TipOf(graph);
        var deso = Start(() => new DesoGenerator(plan, tip));
        var threatConnect = new ThreatConnectGenerator(plan, graph);
        var items = threatConnect.AddItems();
        progress.Begin("links and relations", 25);
        var threatWinds = Start(() => new ThreatWindsGenerator(plan, items).Make());
        threatConnect.AddLinks();
        graph.Add(threatWinds.Result);
        deso.Result.AddTo(graph);
        progress.Begin("indexes", 60);
    }

    private static Task<T> Start<T>(Func<T> make) =>
        Task.Factory.StartNew(make, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
}
