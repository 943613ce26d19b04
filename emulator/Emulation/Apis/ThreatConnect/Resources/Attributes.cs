using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Requests.Batch;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The attributes of one kind of item, found by id within their item.</summary>
sealed class Attributes(Resource items) : Resource("Attribute", "attribute", items.Path with { Part = "attributeId" })
{
    public Resource Items => items;

    public override bool HasTypes => items.HasTypes;

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => [];

    public override Result<ItemType> Type(Call call, string branch) => items.Type(call, branch);

    public override ItemSet OfOwner(Graph graph, Owner owner) => throw new InvalidOperationException("Attributes are listed by item.");

    public override Result<Node> Find(Call call, ItemPath parameters, Owner? defaultOwner = null)
    {
        if (!items.Find(call, parameters, defaultOwner).Is(out var item, out var error)) return error;
        var attribute = IdLookup.Find(call.Graph, ItemAttribute.ById, call[parameters.Part]);
        return attribute?.Item == item.Key ? attribute : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => items.OwnerOf(graph, graph[((ItemAttribute)node).Item]);

    public override void Write(ref JsonWriter json, RenderContext context, Node node, ItemForm form) =>
        PartJson.WriteAttribute(ref json, (ItemAttribute)node, context.Includes.Additional);

    public override ItemDependency DependsOn(RenderContext context, Node node) => default;
}
