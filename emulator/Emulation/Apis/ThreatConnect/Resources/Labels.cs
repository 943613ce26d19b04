using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Security labels.</summary>
sealed class Labels() : NamedItems<SecurityLabel>("Security Label", "securityLabel", "securityLabelName", SecurityLabel.ByName)
{
    private static readonly FilterField[] s_filters =
    [
        FilterField.Text<SecurityLabel>("name", "=^", label => label.Name, FilterIndex.ByName),
    ];

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => s_filters;

    public override ItemSet Linked(Graph graph, Node node, End end) => new CollectedItems(ItemParts.LabelsOf(graph, node, end));

    public override int OwnerOf(Graph graph, Node node) => ((SecurityLabel)node).Owner;

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        PartJson.WriteLabel(ref json, (SecurityLabel)node);

    public override ItemDependency DependsOn(RenderContext context, Node node) => default;
}
