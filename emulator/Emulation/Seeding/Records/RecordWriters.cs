using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding.Mapping.ThreatConnect;
using Emulation.Seeding.Mapping.ThreatWinds;

namespace Emulation.Seeding.Records;

/// <summary>What rows of records need to know about the graph that their nodes are in.</summary>
sealed class RecordWriters(Graph graph)
{
    private ThreatConnectWriter? _threatConnect;
    private ThreatWindsWriter? _threatWinds;

    public ThreatConnectWriter ThreatConnect => _threatConnect ??= new ThreatConnectWriter(graph);

    public ThreatWindsWriter ThreatWinds => _threatWinds ??= new ThreatWindsWriter(graph, complete: true);

    /// <summary>The key of an account; 0 when it was deleted.</summary>
    public int KeyOf(Guid account) => graph.Find<User, Guid>(User.ById, account)?.Key ?? 0;
}
