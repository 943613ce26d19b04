using Emulation.Graphs;

namespace Emulation.Seeding.Files;

/// <summary>Turns the rows of a dataset file into nodes and links, one API after the other.</summary>
static class Parts
{
    /// <exception cref="RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        ThreatConnectPart.Add(file, graph);
        DesoPart.Add(file, graph);
        ThreatWindsPart.Add(file, graph);
    }
}
