using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Responses;

/// <summary>The attributes, tags and labels of an item, in the order in which they are listed.</summary>
static class ItemParts
{
    public static NodeList AttributesOf(Graph graph, Node item) =>
        graph.Between(ItemAttribute.OfItem, NewestKey.First(item.Key), NewestKey.Last(item.Key));

    public static IEnumerable<Tag> TagsOf(Graph graph, Node item, End end) =>
        graph.Linked(item, end).All().Cast<Tag>().OrderBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<SecurityLabel> LabelsOf(Graph graph, Node item, End end) =>
        graph.Linked(item, end).All().Cast<SecurityLabel>().OrderBy(label => label.Name, StringComparer.OrdinalIgnoreCase);
}
