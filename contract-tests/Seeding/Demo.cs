using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;
using Emulation.Seeding.Format;
using Emulation.Seeding.Mapping;
using Emulation.Seeding.Reading;

namespace Emulation.Tests.Seeding;

/// <summary>Generated graphs for tests.</summary>
static class Demo
{
    /// <summary>The owners of <c>docs</c> and nothing else, so that what is measured is the generator alone.</summary>
    private static readonly byte[] s_bare = Encoding.UTF8.GetBytes("""
        {
          "format": 1, "name": "bare", "start": "2024-03-01T12:00:00Z", "chain": {"height": 37},
          "owners": [
            {"id": 2, "name": "Example Org", "type": "Organization"},
            {"id": 3, "name": "Common Community", "type": "Community"},
            {"id": 4, "name": "Limited Org", "type": "Organization"},
            {"id": 5, "name": "Open Feed", "type": "Source"}
          ]
        }
        """);

    private static readonly Lazy<Graph> s_small = new(() => Bare(2000));

    private static readonly Lazy<Graph> s_large = new(() => Bare(50_000));

    /// <summary>2,000 nodes; never changed, so shared.</summary>
    public static Graph Small => s_small.Value;

    /// <summary>50,000 nodes.</summary>
    public static Graph Large => s_large.Value;

    public static Graph Bare(int size, long seed = 1) => Bare(DemoSize.Default with { Nodes = size }, seed);

    public static Graph Bare(DemoSize size, long seed = 1) => Bare(size, seed, DemoEnd.Default);

    public static Graph Bare(DemoSize size, long seed, DemoEnd end)
    {
        var builder = new GraphBuilder(Graph.Empty(Model.Schema));
        DatasetMapping.Add(DatasetReader.Parse(new DatasetText("bare.json", new System.Buffers.ReadOnlySequence<byte>(s_bare))), builder);
        DemoGraph.Add(builder, size, seed, end, DemoGraph.Begin(seed), new SeedingProgress());
        return builder.Build();
    }

    public static IEnumerable<TNode> Nodes<TNode>(this Graph graph) where TNode : Node
    {
        for (var key = 1; key <= graph.LastKey; key++)
            if (graph.Find(key) is TNode node) yield return node;
    }

    /// <summary>How many nodes there are of the sorts that a size counts.</summary>
    public static int Counted(Graph graph)
    {
        // Some indicators repeat a value that another owner has; both are one entity.
        var mirrored = graph.Nodes<Indicator>().Select(indicator => (indicator.Type, indicator.Summary)).Distinct().Count();
        return graph.Count(Group.NodeKind) + graph.Count(Indicator.NodeKind) + graph.Count(WorkflowTask.NodeKind) + graph.Count(
            Victim.NodeKind)
            + graph.Count(Entity.NodeKind) - mirrored
            + graph.Count(Emulation.Graphs.Deso.Profile.NodeKind) + graph.Count(Emulation.Graphs.Deso.Post.NodeKind) + graph.Count(
                Emulation.Graphs.Deso.UserAssociation.NodeKind) + graph.Count(Emulation.Graphs.Deso.PostAssociation.NodeKind);
    }
}
