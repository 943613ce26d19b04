using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Reads items of any kind.</summary>
static class Items
{
    /// <summary>All items of an owner, of every type.</summary>
    public static Reply List(Call call, ThreatConnectContext context, Resource resource)
    {
        if (!Listing.Read(call, resource.Filters(null), resource.HasModifiedSince).Is(out var listing, out var error)) return error;
        if (!Scope.Of(call).Is(out var owner, out error)) return error;
        return Page(call, context, resource, listing, resource.OfOwner(call.Graph, owner), null);
    }

    /// <summary>All items of an owner and a type.</summary>
    public static Reply ListOfType(Call call, ThreatConnectContext context, Resource resource)
    {
        if (!resource.Type(call, call[resource.Path.Type!]).Is(out var type, out var error)) return error;
        if (!Listing.Read(call, resource.Filters(type), resource.HasModifiedSince).Is(out var listing, out error)) return error;
        if (!Scope.Of(call).Is(out var owner, out error)) return error;
        return Page(call, context, resource, listing, resource.OfOwner(call.Graph, owner), type);
    }

    public static Reply Get(Call call, ThreatConnectContext context, Resource resource) =>
        resource.Find(call).Is(out var node, out var error) ? Show(call, context, 200, resource, node) : error;

    /// <summary>A page of the requested items of a set. The bytes of items without includes are cached.</summary>
    public static Reply Page(Call call, ThreatConnectContext context, Resource resource, Listing listing, ItemSet items, ItemType? type)
    {
        var render = new RenderContext(call, context, listing.Includes);
        var form = type is null && resource.HasTypes ? ItemForm.Entry : ItemForm.Listed;
        var nodes = Selection.Of(listing, items, type);
        if (listing.Includes.Any)
            return listing.Page(resource.Key(type), nodes, (ref json, node) => resource.Write(ref json, render, node, form));
        var item = new ListItem(resource, render, form);
        return listing.Page(resource.Key(type), nodes, (ref json, node) =>
            context.ListItems.Write(ref json, item.CacheKey(node), item,
                static (ref to, shown, one) => one.Resource.Write(ref to, one.Render, shown, one.Form)));
    }

    /// <summary>A single item, as in the graph of the call or in a later one.</summary>
    public static Reply Show(Call call, ThreatConnectContext context, int status, Resource resource, Node node, Graph? later = null)
    {
        var render = new RenderContext(call, context, Includes.Read(call)) { Graph = later ?? call.Graph };
        return Envelope.One(status, resource.KeyOf(node), (ref json) => resource.Write(ref json, render, node, ItemForm.Single));
    }

    private sealed record ListItem(Resource Resource, RenderContext Render, ItemForm Form)
    {
        public NodeCacheKey CacheKey(Node node)
        {
            var (other, flag) = Resource.DependsOn(Render, node);
            return new NodeCacheKey(node, other, ((int)Form * 2) + (flag ? 1 : 0));
        }
    }
}
