using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Maintains the displayed attribute of a type, and the description and source of the item, which have its value.</summary>
static class DisplayedAttribute
{
    /// <summary>Creates or changes the displayed attribute of a type.</summary>
    public static Graph Set(Graph graph, Node item, string type, string value, long now)
    {
        if (Displayed(graph, item, type) is { } old)
            return UpdateItem(graph.Replace(old, old with { Value = value, Modified = now }), item, type, value);
        var next = graph.TakeId(ItemAttribute.NodeKind, out var id);
        var attribute = new ItemAttribute
        {
            Id = id,
            Item = item.Key,
            Type = type,
            Value = value,
            Displayed = true,
            Added = now,
            Modified = now,
        };
        return UpdateItem(next.Add(attribute), item, type, value);
    }

    /// <summary>
    /// After an attribute was added or changed: if it is displayed, no other of its type is, and the item shows its value.
    /// </summary>
    public static Graph UpdateAfterChange(Graph graph, Node item, ItemAttribute attribute)
    {
        if (!attribute.Displayed) return graph;
        var others = AttributesOf(graph, item)
            .Where(other => other.Key != attribute.Key && other.Displayed && other.Type == attribute.Type).ToArray();
        var next = others.Aggregate(graph, (current, other) => current.Replace(other, other with { Displayed = false }));
        return UpdateItem(next, item, attribute.Type, attribute.Value);
    }

    /// <summary>After a displayed attribute was removed or hidden.</summary>
    public static Graph UpdateAfterRemoval(Graph graph, Node item, ItemAttribute attribute) =>
        attribute.Displayed ? UpdateItem(graph, item, attribute.Type, null) : graph;

    private static ItemAttribute? Displayed(Graph graph, Node item, string type) =>
        AttributesOf(graph, item).FirstOrDefault(one => one.Displayed && one.Type == type);

    private static IEnumerable<ItemAttribute> AttributesOf(Graph graph, Node item) =>
        ItemParts.AttributesOf(graph, item).All().Cast<ItemAttribute>();

    private static Graph UpdateItem(Graph graph, Node item, string type, string? value)
    {
        if (graph[item.Key] is not Indicator indicator) return graph;
        return type switch
        {
            AttributeType.DescriptionName => graph.Replace(indicator, indicator with { Description = value }),
            AttributeType.SourceName => graph.Replace(indicator, indicator with { Source = value }),
            _ => graph,
        };
    }
}
