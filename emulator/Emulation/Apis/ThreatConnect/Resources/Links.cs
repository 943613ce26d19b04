using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The links from items of one kind to items of another.</summary>
abstract class Links
{
    public abstract ItemSet Of(Graph graph, Node from, Resource to);

    public abstract bool IsLinked(Graph graph, Node from, Node to);

    /// <summary>Why the two cannot be linked; null when they can.</summary>
    public virtual Reply? Refuse(Graph graph, Node from, Node to) => null;

    public abstract Graph Add(Graph graph, Node from, Node to);

    public abstract Graph Remove(Graph graph, Node from, Node to);

    /// <summary>Links of one relation.</summary>
    public static Links Plain(End end) => new PlainLinks(end);

    private sealed class PlainLinks(End end) : Links
    {
        private bool Forward => end.Code == end.Relation.From.Code;

        public override ItemSet Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, end);

        public override bool IsLinked(Graph graph, Node from, Node to) => graph.IsLinked(from, end, to);

        public override Reply? Refuse(Graph graph, Node from, Node to) =>
            from.Key == to.Key ? Envelope.Fail(400, Texts.InvalidAssociation, "an item cannot be associated with itself") : null;

        public override Graph Add(Graph graph, Node from, Node to) =>
            Forward ? graph.Link(from, end.Relation, to) : graph.Link(to, end.Relation, from);

        public override Graph Remove(Graph graph, Node from, Node to) =>
            Forward ? graph.Unlink(from, end.Relation, to) : graph.Unlink(to, end.Relation, from);
    }
}

/// <summary>
/// Links between an item and a victim, through all assets of the victim (victim_asset_required_warning.rst: there must be one).
/// The relation to victims is updated with the relation to assets, so that both lists are stored.
/// </summary>
sealed class VictimLinks(Relation victims, Relation assets, bool fromVictim = false) : Links
{
    public override ItemSet Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, fromVictim ? victims.To : victims.From);

    public override bool IsLinked(Graph graph, Node from, Node to) =>
        fromVictim ? graph.IsLinked(to, victims.From, from) : graph.IsLinked(from, victims.From, to);

    public override Reply? Refuse(Graph graph, Node from, Node to) => AssetsOf(graph, fromVictim ? from : to).Count == 0
        ? Envelope.Fail(400, Texts.InvalidAssociation, "the victim has no asset")
        : null;

    public override Graph Add(Graph graph, Node from, Node to)
    {
        var (item, victim) = fromVictim ? (to, from) : (from, to);
        return AssetsOf(graph, victim).All().Aggregate(graph.Link(item, victims, victim), (next, asset) => next.Link(item, assets, asset));
    }

    public override Graph Remove(Graph graph, Node from, Node to)
    {
        var (item, victim) = fromVictim ? (to, from) : (from, to);
        return AssetsOf(graph, victim).All()
            .Aggregate(graph.Unlink(item, victims, victim), (next, asset) => next.Unlink(item, assets, asset));
    }

    private static NodeList AssetsOf(Graph graph, Node victim) => VictimAssets.Of(graph, (Victim)victim).All(null);
}

/// <summary>Links between an item and one asset of a victim. The victim is linked as long as any of its assets is.</summary>
sealed class AssetLinks(Relation victims, Relation assets) : Links
{
    public override ItemSet Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, assets.From);

    public override bool IsLinked(Graph graph, Node from, Node to) => graph.IsLinked(from, assets.From, to);

    public override Graph Add(Graph graph, Node from, Node to) => graph.Link(from, assets, to).Link(from, victims, VictimOf(graph, to));

    public override Graph Remove(Graph graph, Node from, Node to)
    {
        var next = graph.Unlink(from, assets, to);
        var victim = VictimOf(next, to);
        return VictimAssets.Of(next, victim).All(null).All().Any(asset => next.IsLinked(from, assets.From, asset))
            ? next
            : next.Unlink(from, victims, victim);
    }

    private static Victim VictimOf(Graph graph, Node asset) => (Victim)graph[((VictimAsset)asset).Victim];
}

/// <summary>
/// Links between two indicators without a type. The list also has indicators that are linked by an association type or a file action.
/// </summary>
sealed class IndicatorLinks : Links
{
    public override ItemSet Of(Graph graph, Node from, Resource to) => to.Linked(graph, from, IndicatorJoined.From);

    public override bool IsLinked(Graph graph, Node from, Node to) => graph.IsLinked(from, IndicatorJoined.From, to);

    public override Reply? Refuse(Graph graph, Node from, Node to) =>
        from.Key == to.Key ? Envelope.Fail(400, Texts.InvalidAssociation, "an indicator cannot be associated with itself") : null;

    public override Graph Add(Graph graph, Node from, Node to) => graph.Link(from, IndicatorIndicator, to).Link(from, IndicatorJoined, to);

    /// <summary>Removes the link without a type or, if there is none, every association of the two.</summary>
    public override Graph Remove(Graph graph, Node from, Node to)
    {
        if (graph.IsLinked(from, IndicatorIndicator.From, to))
            return RemoveJoinIfUnlinked(graph.Unlink(from, IndicatorIndicator, to), from, to);
        return RemoveJoinIfUnlinked(Associated.Aggregate(graph, (next, relation) => next.Unlink(from, relation, to)), from, to);
    }

    /// <summary>Removes the common relation of two indicators unless another link remains between them.</summary>
    public static Graph RemoveJoinIfUnlinked(Graph graph, Node from, Node to)
    {
        var joined = graph.IsLinked(from, IndicatorIndicator.From, to)
            || Associated.Any(relation => graph.IsLinked(from, relation.From, to));
        return joined ? graph : graph.Unlink(from, IndicatorJoined, to);
    }
}

/// <summary>Read-only links that are derived from the groups of a victim.</summary>
sealed class SharedGroups(Func<Graph, Node, IEnumerable<Node>> nodes) : Links
{
    /// <summary>Indicators in the victim's groups, and those that are linked to one of its assets.</summary>
    public static Links WithIndicators { get; } = new SharedGroups((graph, victim) => Groups(graph, victim)
        .SelectMany(group => Indicators(graph, group, GroupIndicator.From))
        .Concat(Indicators(graph, victim, IndicatorVictim.To)));

    public static Links WithVictims { get; } = new SharedGroups((graph, victim) => Groups(graph, victim)
        .SelectMany(group => graph.Linked(group, GroupVictim.From).All())
        .Where(other => other.Key != victim.Key));

    public override ItemSet Of(Graph graph, Node from, Resource to) =>
        new CollectedItems(nodes(graph, from).DistinctBy(node => node.Key).OrderBy(node => node.LinkOrder).ThenBy(node => node.LinkTie));

    public override bool IsLinked(Graph graph, Node from, Node to) => nodes(graph, from).Any(node => node.Key == to.Key);

    public override Graph Add(Graph graph, Node from, Node to) =>
        throw new InvalidOperationException("A derived link cannot be added.");

    public override Graph Remove(Graph graph, Node from, Node to) =>
        throw new InvalidOperationException("A derived link cannot be removed.");

    private static IEnumerable<Node> Groups(Graph graph, Node victim) => graph.Linked(victim, GroupVictim.To).All();

    private static IEnumerable<Node> Indicators(Graph graph, Node node, End end) =>
        graph.LinkedOfClass(node, end, Indicator.ActiveClass).All().Concat(graph.LinkedOfClass(node, end, Indicator.InactiveClass).All());
}
