using System.Globalization;
using System.Text.Json;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>The attributes of one kind of item: found by id behind their item.</summary>
sealed class Attributes(Resource items) : Resource("Attribute", "attribute", items.Parameters + 1)
{
    public Resource Items => items;

    public override IReadOnlyList<FilterField> Filters(ItemType? type) => [];

    public override Reply? WrongType(Call call, int at) => items.WrongType(call, at);

    public override Pool OfOwner(Graph graph, Owner owner) => throw new InvalidOperationException("Attributes are listed by item.");

    public override Found<Node> Find(Call call, int at, Owner? near = null)
    {
        if (!items.Find(call, at, near).Is(out var item, out var no)) return no;
        var attribute = long.TryParse(call[at + items.Parameters], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? call.Graph.Find<ItemAttribute, IdKey>(ItemAttribute.ById, new IdKey(0, id))
            : null;
        return attribute?.Item == item.Key ? attribute : Envelope.Missing;
    }

    public override int OwnerOf(Graph graph, Node node) => items.OwnerOf(graph, graph[((ItemAttribute)node).Item]);

    public override string KeyOf(Node node) => Key(null);

    public override void Write(ref JsonWriter json, Pen pen, Node node, Form form) => PartJson.Attribute(ref json, (ItemAttribute)node, pen.Includes.Additional);

    public override Node? Beside(Pen pen, Node node) => null;
}
