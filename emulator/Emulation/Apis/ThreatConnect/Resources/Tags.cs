using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;
using static Emulation.Graphs.ThreatConnect.ThreatConnectRelations;

namespace Emulation.Apis.ThreatConnect.Resources;

sealed class Tags() : NamedItems<Tag>("Tag", "tag", "tagName", Tag.ByName)
{
    private static readonly FilterField[] s_filters =
    [
        FilterField.Text<Tag>("name", "=^", tag => tag.Name, FilterIndex.ByName),
        FilterField.Number<Tag>("weight", "=<>", (tag, call) => Weight(call.Graph, tag), whole: true),
    ];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override ItemSet Linked(Graph graph, Node node, End end) => new CollectedItems(ItemParts.TagsOf(graph, node, end));

    public override int OwnerOf(Graph graph, Node node) => ((Tag)node).Owner;

    /// <summary>Descriptions are written only with additional includes.</summary>
    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        PartJson.WriteTag(ref json, context, (Tag)node, detailed: false);

    public override ItemDependency DependsOn(RenderContext context, Node node) => new(context.OwnerOf(((Tag)node).Owner));

    /// <summary>The number of items with the tag.</summary>
    private static int Weight(Graph graph, Tag tag) =>
        graph.Linked(tag, TagGroup.From).Count + graph.Linked(tag, TagTask.From).Count + graph.Linked(tag, TagVictim.From).Count
        + graph.LinkedOfClass(tag, TagIndicator.From, Indicator.ActiveClass).Count
        + graph.LinkedOfClass(tag, TagIndicator.From, Indicator.InactiveClass).Count;
}
