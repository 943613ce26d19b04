using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The attributes of items of any kind.</summary>
static class AttributeWrites
{
    /// <summary>Newest first.</summary>
    public static Reply List(Call call, ThreatConnectContext context, Attributes resource)
    {
        if (resource.WrongType(call, resource.Path) is { } wrong) return wrong;
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        if (!resource.Items.Find(call).Is(out var item, out error)) return error;
        var render = new RenderContext(call, context, listing.Includes);
        return listing.Page(resource.Key(null), ItemParts.AttributesOf(call.Graph, item),
            (ref json, node) => resource.Write(ref json, render, node, ItemForm.Listed));
    }

    public static Change Create(Call call, ThreatConnectContext context, Attributes resource)
    {
        if (!resource.Items.Find(call).Is(out var item, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var (name, value, source) = (body.Text("type"), body.Text("value"), body.Text("source"));
        var displayed = body.Flag("displayed") ?? false;
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (Instance.Of(call.Graph).AttributeTypes.Find(name ?? "") is not { } type)
            return Writes.Refuse(call, Envelope.Fail(404, Texts.AttributeTypeNotFound, $"there is no attribute type \"{name}\""));
        if (Invalid(type, value) is { } invalid) return Writes.Refuse(call, invalid);

        var now = call.Now.ToUnixTimeSeconds();
        var graph = call.Graph.TakeId(ItemAttribute.NodeKind, out var id);
        var attribute = new ItemAttribute
        {
            Id = id,
            Item = item.Key,
            Type = type.Name,
            Value = value!,
            Source = source,
            Displayed = displayed && type.CanBeDisplayed,
            Added = now,
            Modified = now,
        };
        graph = DisplayedAttribute.UpdateAfterChange(graph.Add(attribute), item, attribute);
        return Writes.Save(call, resource.Items.OwnerOf(graph, item), graph, Items.Show(call, context, 201, resource, attribute, graph));
    }

    /// <summary>The value is required; the type cannot change.</summary>
    public static Change Update(Call call, ThreatConnectContext context, Attributes resource)
    {
        if (!resource.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var old = (ItemAttribute)node;
        var type = Instance.Of(call.Graph).AttributeTypes.Find(old.Type) ?? new AttributeType(old.Type, "");
        var (value, source, displayed) = (body.Text("value"), body.Text("source"), body.Flag("displayed"));
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (Invalid(type, value) is { } invalid) return Writes.Refuse(call, invalid);

        var attribute = old with
        {
            Value = value!,
            Source = source ?? old.Source,
            Displayed = displayed is { } wanted ? wanted && type.CanBeDisplayed : old.Displayed,
            Modified = call.Now.ToUnixTimeSeconds(),
        };
        var item = call.Graph[old.Item];
        var graph = call.Graph.Replace(old, attribute);
        graph = attribute.Displayed
            ? DisplayedAttribute.UpdateAfterChange(graph, item, attribute)
            : DisplayedAttribute.UpdateAfterRemoval(graph, item, old);
        return Writes.Save(call, resource.OwnerOf(graph, attribute), graph, Items.Show(call, context, 200, resource, attribute, graph));
    }

    public static Change Delete(Call call, Attributes resource)
    {
        if (!resource.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        var attribute = (ItemAttribute)node;
        var graph = DisplayedAttribute.UpdateAfterRemoval(call.Graph.Remove(attribute), call.Graph[attribute.Item], attribute);
        return Writes.Save(call, resource.OwnerOf(call.Graph, attribute), graph, Envelope.Done);
    }

    private static Reply? Invalid(AttributeType type, string? value)
    {
        if (string.IsNullOrEmpty(value)) return Envelope.Fail(400, Texts.AttributeWithoutValue);
        return type.Accepts(value) ? null : Envelope.Fail(400, type.ErrorMessage, $"the value is not one that {type.Name} accepts");
    }
}
