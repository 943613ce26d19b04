using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Files;

/// <summary>Turns ThreatConnect's rows into nodes and links.</summary>
static class ThreatConnectPart
{
    /// <exception cref="RowError">A row contradicts the format or another row.</exception>
    public static void Add(DatasetFile file, GraphBuilder graph)
    {
        var owners = new ThreatConnectOwners(file, graph);
        var instance = ThreatConnectInstance.Of(file);
        graph.Add(instance);
        var items = new ThreatConnectItems(file, graph, owners, instance);
        items.AddAll();
        new ThreatConnectLinks(file, graph, items, instance).AddAll();
        new ThreatConnectPlatform(file, graph, owners).AddAll();
    }
}
