using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The items of a list, in the order of responses, as a whole or restricted by an index.</summary>
abstract class ItemSet
{
    /// <summary>All items, or all of one type.</summary>
    public abstract NodeList All(ItemType? type);

    /// <summary>The items that are listed by default.</summary>
    public virtual NodeList Active(ItemType? type) => All(type);

    /// <summary>A superset of the items with a name or value, ignoring case; null without an index for it.</summary>
    public virtual NodeList? Named(ItemType? type, string name, bool prefix) => null;

    /// <summary>The items added after one moment and before another; null without an index for it.</summary>
    public virtual NodeList? Added(ItemType? type, bool activeOnly, long after, long before) => null;

    /// <summary>Newest first, then by id.</summary>
    protected static NodeList Sorted(IEnumerable<Node> nodes) =>
        NodeList.From(nodes.DistinctBy(node => node.Key).OrderBy(node => node.LinkOrder).ThenBy(node => node.LinkTie));

    /// <summary>The nodes whose text equals or begins with a folded one.</summary>
    protected static IEnumerable<Node> WithText(Graph graph, Index<TextKey> index, long scope, string folded, bool prefix) =>
        graph.Between(index, new TextKey(scope, folded, long.MinValue),
            new TextKey(scope, prefix ? folded + '\uffff' : folded, long.MaxValue)).All();

    /// <summary>The nodes of an index, newest first, after one moment and before another, both exclusive.</summary>
    public static NodeList Newest(Graph graph, Index<NewestKey> index, long scope, long after, long before)
    {
        var first = before == long.MaxValue ? NewestKey.First(scope) : new NewestKey(scope, before, long.MaxValue);
        var end = after == long.MinValue ? NewestKey.Last(scope) : new NewestKey(scope, after, long.MinValue);
        return graph.Between(index, first, end);
    }
}

/// <summary>The items linked to one node.</summary>
sealed class LinkedItems(Graph graph, Node node, End end) : ItemSet
{
    private bool LeadsToIndicators => end.Lists.HasFlag(Lists.Classed);

    public override NodeList All(ItemType? type)
    {
        if (!LeadsToIndicators) return graph.Linked(node, end, type?.Number ?? 0);
        var inactive = type is null
            ? graph.LinkedOfClass(node, end, Indicator.InactiveClass)
            : graph.Linked(node, end, type.Number + IndicatorType.Inactive);
        return NodeList.Merge(Active(type), inactive);
    }

    public override NodeList Active(ItemType? type)
    {
        if (!LeadsToIndicators) return All(type);
        return type is null ? graph.LinkedOfClass(node, end, Indicator.ActiveClass) : graph.Linked(node, end, type.Number);
    }
}

/// <summary>Items collected one by one, in the order of responses.</summary>
sealed class CollectedItems(IEnumerable<Node> nodes) : ItemSet
{
    private readonly Node[] _nodes = [.. nodes];

    public override NodeList All(ItemType? type) =>
        NodeList.From(type is null ? _nodes : _nodes.Where(node => node.LinkType % IndicatorType.Inactive == type.Number));

    public override NodeList Active(ItemType? type) => All(type).Where(node => node is not Indicator { IsActive: false });
}
