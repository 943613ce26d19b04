using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Deletes items with their parts. Linked items lose only the links.</summary>
static class Deletions
{
    public static Change Delete(Call call, Resource resource)
    {
        if (!resource.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        var owner = resource.OwnerOf(call.Graph, node);
        return Writes.Save(call, owner, Without(call.Graph, node), Envelope.Done);
    }

    /// <summary>The graph without an item.</summary>
    public static Graph Without(Graph graph, Node node)
    {
        var next = PartsOf(graph, node).Aggregate(graph, (current, part) => current.Remove(part));
        return next.Remove(node);
    }

    /// <summary>The graph without an asset. Items that are linked to its victim only through this asset lose that link.</summary>
    public static Graph WithoutAsset(Graph graph, VictimAsset asset)
    {
        var victim = (Victim)graph[asset.Victim];
        var others = VictimAssets.Of(graph, victim).All(null).All().Where(other => other.Key != asset.Key).ToArray();
        var next = graph;
        foreach (var (victims, assets) in new[] { (GroupVictim, GroupAsset), (IndicatorVictim, IndicatorAsset), (TaskVictim, TaskAsset) })
        {
            foreach (var item in All(graph, asset, assets.To).Where(item => !others.Any(other => graph.IsLinked(item, assets.From, other))))
                next = next.Unlink(item, victims, victim);
        }
        return next.Remove(asset);
    }

    private static IEnumerable<Node> PartsOf(Graph graph, Node node)
    {
        IEnumerable<Node> attributes = ItemParts.AttributesOf(graph, node).All();
        IEnumerable<Node> own = node switch
        {
            Group =>
                graph.Between(AdversaryAsset.OfAdversary, new IdKey(node.Key, long.MinValue), new IdKey(node.Key, long.MaxValue)).All(),
            Victim => graph.Between(VictimAsset.OfVictim, new IdKey(node.Key, long.MinValue), new IdKey(node.Key, long.MaxValue)).All(),
            Indicator indicator => OfIndicator(graph, indicator),
            _ => [],
        };
        return attributes.Concat(own).ToArray();
    }

    private static IEnumerable<Node> OfIndicator(Graph graph, Indicator node) =>
    [
        .. graph.Between(Observation.OfIndicator, NewestKey.First(node.Key), NewestKey.Last(node.Key)).All(),
        .. graph.Between(FalsePositive.OfIndicator, NewestKey.First(node.Key), NewestKey.Last(node.Key)).All(),
        .. graph.Between(FileOccurrence.OfFile, new IdKey(node.Key, long.MinValue), new IdKey(node.Key, long.MaxValue)).All(),
        .. graph.Between(DnsResolution.OfHost, NewestKey.First(node.Key), NewestKey.Last(node.Key)).All(),
        .. graph.Between(DnsResolution.OfAddress, NewestKey.First(node.Key), NewestKey.Last(node.Key)).All(),
    ];

    private static IEnumerable<Node> All(Graph graph, Node node, End end) => end.Lists.HasFlag(Lists.Classed)
        ? graph.LinkedOfClass(node, end, Indicator.ActiveClass).All().Concat(graph.LinkedOfClass(node, end, Indicator.InactiveClass).All())
        : graph.Linked(node, end).All();
}
