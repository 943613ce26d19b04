using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>What can be read of any kind of item.</summary>
static class Items
{
    /// <summary>All of one owner, of every type.</summary>
    public static Reply List(Call call, Resource resource)
    {
        if (!Listing.Read(call, resource.Filters(null), resource.HasModifiedSince).Is(out var listing, out var no)) return no;
        if (!Scope.Of(call).Is(out var owner, out no)) return no;
        return Page(call, resource, listing, resource.OfOwner(call.Graph, owner), null);
    }

    /// <summary>All of one owner and type.</summary>
    public static Reply ListOfType(Call call, Resource resource)
    {
        if (!resource.Type(call, call[0]).Is(out var type, out var no)) return no;
        if (!Listing.Read(call, resource.Filters(type), resource.HasModifiedSince).Is(out var listing, out no)) return no;
        if (!Scope.Of(call).Is(out var owner, out no)) return no;
        return Page(call, resource, listing, resource.OfOwner(call.Graph, owner), type);
    }

    public static Reply Get(Call call, Resource resource) =>
        resource.Find(call, 0).Is(out var node, out var no) ? Show(call, 200, resource, node) : no;

    /// <summary>The items of a pool that are asked for, as a page.</summary>
    public static Reply Page(Call call, Resource resource, Listing listing, Pool pool, ItemType? type)
    {
        var pen = new Pen(call, listing.Includes);
        var form = type is null && resource.Parameters == 2 ? Form.Entry : Form.Listed;
        var nodes = listing.Select(pool, type);
        if (listing.Includes.Any) return listing.Page(resource.Key(type), nodes, (ref json, node) => resource.Write(ref json, pen, node, form));
        var items = new PlainItems(call, pen, resource, form);
        return Envelope.PageOfBytes(resource.Key(type), listing.Start == 0 ? nodes.Count : null, to => items.Write(to, nodes, listing.Start, listing.Limit));
    }

    /// <summary>One item alone, as it stands in the graph of the call or in a later one.</summary>
    public static Reply Show(Call call, int status, Resource resource, Node node, Graph? later = null)
    {
        var pen = new Pen(call, Includes.Read(call)) { Graph = later ?? call.Graph };
        return Envelope.One(status, resource.KeyOf(node), (ref json) => resource.Write(ref json, pen, node, Form.Single));
    }
}
