using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

public class DemoTests
{
    [TestCase(2000)]
    [TestCase(50_000)]
    public void Hash(int size)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var graph = Datasets.Generated(DemoSize.Default with { Nodes = size }, 1).Graph;
        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms");
        TestContext.Out.WriteLine(GraphHash.Of(graph));
        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms");
        foreach (var kind in graph.Schema.Kinds) TestContext.Out.WriteLine($"{kind.Name} {graph.Count(kind)}");
        foreach (var r in graph.Schema.Relations) if (graph.Count(r) > 0) TestContext.Out.WriteLine($"{r.Name} {graph.Count(r)}");
    }
}
