using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Tests.Seeding;

/// <summary>
/// All that a graph holds, whatever keys its nodes happen to have: a line a node with every field, a line a link, the last ids, and the
/// order of the nodes whose lists follow the order in which they were added.
/// </summary>
static class GraphContent
{
    private static readonly string[] s_keys = ["Key", "Item", "Adversary", "Indicator", "File", "Host", "Address", "Victim", "Metric"];

    public static IReadOnlyList<string> Of(Graph graph)
    {
        var lines = new List<string>();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Nodes(graph))
        {
            lines.Add(Name(graph, node) + " " + Fields(node));
            foreach (var link in graph.LinksOf(node.Key).Where(link => link.End.Code == link.End.Relation.From.Code))
            {
                string[] ends = [Name(graph, node), Name(graph, graph[link.Other])];
                if (link.End.Relation.Symmetric) Array.Sort(ends, StringComparer.Ordinal);
                links.Add(
                    $"{link.End.Relation.Name}: {ends[0]} > {ends[1]} by {(link.Via == 0 ? "nothing" : Name(graph, graph[link.Via]))}");
            }
        }
        foreach (var kind in graph.Schema.Kinds) lines.Add($"{kind.Name} {graph.Count(kind)} / {graph.LastId(kind)}");
        foreach (var relation in graph.Schema.Relations) lines.Add($"{relation.Name} {graph.Count(relation)}");
        lines.AddRange(links);
        lines.Sort(StringComparer.Ordinal);
        lines.Add(string.Join(',', Nodes(graph).OfType<Emulation.Graphs.ThreatWinds.Entity>().Select(entity => entity.Id)));
        return lines;
    }

    private static IEnumerable<Node> Nodes(Graph graph) => Enumerable.Range(1, graph.LastKey).Select(graph.Find).OfType<Node>();

    private static string Fields(Node node) => GraphHash.OwnFields(node, IsPart(node) ? s_keys : ["Key"]);

    private static bool IsPart(Node node) => node is ItemAttribute or AdversaryAsset or VictimAsset or Observation or FalsePositive
        or FileOccurrence or DnsResolution or MetricPoint;

    private static string Name(Graph graph, Node node) => node switch
    {
        Tag tag => $"tag {tag.Owner} {tag.Name}",
        SecurityLabel label => $"label {label.Owner} {label.Name}",
        ItemAttribute part => $"attribute {part.Id} of {Name(graph, graph[part.Item])}",
        AdversaryAsset part => $"asset {part.Id} of {Name(graph, graph[part.Adversary])}",
        VictimAsset part => $"asset {part.Id} of {Name(graph, graph[part.Victim])}",
        Observation part => $"observation {part.Id} of {Name(graph, graph[part.Indicator])}",
        FalsePositive part => $"false positive {part.Id} of {Name(graph, graph[part.Indicator])}",
        FileOccurrence part => $"occurrence {part.Id} of {Name(graph, graph[part.File])}",
        DnsResolution part => $"resolution {part.Id} of {Name(graph, graph[part.Host])} and {Name(graph, graph[part.Address])}",
        MetricPoint part => $"point {part.Name} {part.From} of {Name(graph, graph[part.Metric])}",
        Group item => $"group {item.Id}",
        Indicator item => $"indicator {item.Id}",
        WorkflowTask item => $"task {item.Id}",
        Victim item => $"victim {item.Id}",
        CustomMetric metric => $"metric {metric.Id}",
        User user => $"user {user.Id}",
        Emulation.Graphs.ThreatWinds.Entity entity => $"entity {entity.Id}",
        Emulation.Graphs.ThreatWinds.StoredRelation relation => $"relation {relation.Id}",
        _ => node.Kind.Name,
    };
}
