using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Creates and updates tags, and adds them to items; adding an unknown tag creates it.</summary>
static class TagWrites
{
    public static Reply List(Call call, ThreatConnectContext context)
    {
        if (!Listing.Read(call, ItemKinds.Tags.Filters(null)).Is(out var listing, out var error)) return error;
        if (!Scope.Of(call).Is(out var owner, out error)) return error;
        var (render, detailed) = (new RenderContext(call, context, listing.Includes), Includes.IsTrue(call, "detailed"));
        var nodes = Selection.Of(listing, ItemKinds.Tags.OfOwner(call.Graph, owner), null);
        return listing.Page("tag", nodes, (ref json, node) => PartJson.WriteTag(ref json, render, (Tag)node, detailed));
    }

    public static Change Create(Call call, ThreatConnectContext context)
    {
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var (name, description) = (body.Text("name", "Tag", 1, Tag.LongestName, required: true), body.Text("description"));
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (Tag.Find(call.Graph, owner.Id, name!) is not null) return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("name", "Tag")));
        var tag = new Tag { Owner = owner.Id, Name = name!, Description = description };
        return Writes.Save(call, owner.Id, call.Graph.Add(tag), Show(call, context, 201, tag));
    }

    /// <summary>A new name applies to every item with the tag.</summary>
    public static Change Update(Call call, ThreatConnectContext context)
    {
        if (!ItemKinds.Tags.Find(call).Is(out var node, out var error)) return Writes.Refuse(call, error);
        if (!Fields.Read(call).Is(out var body, out error)) return Writes.Refuse(call, error);
        var old = (Tag)node;
        var tag = old with
        {
            Name = body.Text("name", "Tag", 1, Tag.LongestName) ?? old.Name,
            Description = body.Text("description") ?? old.Description,
        };
        if (body.Refusal is { } refusal) return Writes.Refuse(call, refusal);
        if (Tag.Find(call.Graph, old.Owner, tag.Name) is { } other && other.Key != old.Key)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Exists("name", "Tag")));
        return Writes.Save(call, old.Owner, call.Graph.Replace(old, tag), Show(call, context, 200, tag));
    }

    /// <summary>Adds a tag to an item, for paths that begin with the item; an unknown tag is created.</summary>
    public static Change AddToItem(Call call, Association association)
    {
        if (!association.From.Find(call, association.FromPath).Is(out var item, out var error)) return Writes.Refuse(call, error);
        return Add(call, association.Links, item, association.From.OwnerOf(call.Graph, item), call[association.ToPath.Id], tagFirst: false);
    }

    /// <summary>Adds a tag to an item, for paths that begin with the tag; an unknown tag is created.</summary>
    public static Change AddFromTag(Call call, Association association)
    {
        if (!Scope.Of(call).Is(out var owner, out var error)) return Writes.Refuse(call, error);
        if (!association.To.Find(call, association.ToPath, owner).Is(out var item, out error)) return Writes.Refuse(call, error);
        if (association.To.OwnerOf(call.Graph, item) != owner.Id) return Writes.Refuse(call, Envelope.Fail(400, Texts.OwnerMismatch));
        return Add(call, association.Links, item, owner.Id, call[association.FromPath.Id], tagFirst: true);
    }

    private static Change Add(Call call, Links links, Node item, int owner, string name, bool tagFirst)
    {
        if (name.Length > Tag.LongestName)
            return Writes.Refuse(call, Envelope.Fail(400, Texts.Length("name", "Tag", 1, Tag.LongestName)));
        var graph = call.Graph;
        var tag = Tag.Find(graph, owner, name);
        if (tag is null)
        {
            tag = new Tag { Owner = owner, Name = name };
            graph = graph.Add(tag);
        }
        var (from, to) = tagFirst ? ((Node)tag, item) : (item, tag);
        if (links.IsLinked(graph, from, to)) return new Change(call.Graph, Envelope.Done);
        return Writes.Save(call, owner, links.Add(graph, from, to), Envelope.DoneNew);
    }

    private static Reply Show(Call call, ThreatConnectContext context, int status, Tag tag)
    {
        var render = new RenderContext(call, context, Includes.Read(call));
        return Envelope.One(status, "tag", (ref json) => PartJson.WriteTag(ref json, render, tag, detailed: true));
    }
}
