using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Links from one kind of item to another, with paths of the form <c>{from}/…/{to}/…</c>.</summary>
sealed record Association(Resource From, ItemPath FromPath, Resource To, ItemPath ToPath, Links Links);

/// <summary>Lists, adds and removes links of any association.</summary>
static class Associations
{
    public static Reply List(Call call, ThreatConnectContext context, Association association) => Page(call, context, association, null);

    public static Reply ListOfType(Call call, ThreatConnectContext context, Association association) =>
        association.ToPath.FixedType is { } only
            ? Page(call, context, association, only)
            : association.To.Type(call, call[association.ToPath.Type!]).Is(out var type, out var error)
                ? Page(call, context, association, type)
                : error;

    public static Reply Get(Call call, ThreatConnectContext context, Association association)
    {
        if (!Both(call, association).Is(out var pair, out var error)) return error;
        return association.Links.IsLinked(call.Graph, pair.From, pair.To)
            ? Items.Show(call, context, 200, association.To, pair.To)
            : Envelope.Missing;
    }

    /// <summary>201 when the link is new, 200 when it existed.</summary>
    public static Change Add(Call call, Association association)
    {
        if (!Both(call, association).Is(out var pair, out var error)) return Writes.Refuse(call, error);
        var owner = association.From.OwnerOf(call.Graph, pair.From);
        if (owner != association.To.OwnerOf(call.Graph, pair.To)) return Writes.Refuse(call, Envelope.Fail(400, Texts.OwnerMismatch));
        if (association.Links.Refuse(call.Graph, pair.From, pair.To) is { } refusal) return Writes.Refuse(call, refusal);
        var added = association.Links.IsLinked(call.Graph, pair.From, pair.To) ? Envelope.Done : Envelope.DoneNew;
        return Writes.Save(call, owner, association.Links.Add(call.Graph, pair.From, pair.To), added);
    }

    public static Change Remove(Call call, Association association)
    {
        if (!Both(call, association).Is(out var pair, out var error)) return Writes.Refuse(call, error);
        if (!association.Links.IsLinked(call.Graph, pair.From, pair.To)) return Writes.Refuse(call, Envelope.Missing);
        return Writes.Save(call, association.From.OwnerOf(call.Graph, pair.From), association.Links.Remove(call.Graph, pair.From, pair.To),
            Envelope.Done);
    }

    private static Reply Page(Call call, ThreatConnectContext context, Association association, ItemType? type)
    {
        if (association.From.WrongType(call, association.FromPath) is { } wrong) return wrong;
        if (!Listing.Read(call, association.To.Filters(type), association.To.HasModifiedSince).Is(out var listing, out var error))
            return error;
        if (!association.From.Find(call, association.FromPath).Is(out var from, out error)) return error;
        return Items.Page(call, context, association.To, listing, association.Links.Of(call.Graph, from, association.To), type);
    }

    private static Result<Pair> Both(Call call, Association association)
    {
        if (!association.From.Find(call, association.FromPath).Is(out var from, out var error)) return error;
        var defaultOwner = Scope.OwnerOf(call.Graph, association.From.OwnerOf(call.Graph, from));
        if (!association.To.Find(call, association.ToPath, defaultOwner).Is(out var to, out error)) return error;
        return new Pair(from, to);
    }

    private sealed record Pair(Node From, Node To);
}
