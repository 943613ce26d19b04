using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>One kind of item linked to another: what paths call <c>{from}/…/{to}/…</c>.</summary>
sealed record Association(Resource From, ItemPath FromPath, Resource To, ItemPath ToPath, Links Links);

/// <summary>What can be done with any association.</summary>
static class Associations
{
    public static Reply List(Call call, ThreatConnectContext context, Association cell) => Page(call, context, cell, null);

    public static Reply ListOfType(Call call, ThreatConnectContext context, Association cell) =>
        cell.ToPath.OnlyType is { } only
            ? Page(call, context, cell, only)
            : cell.To.Type(call, call[cell.ToPath.Type!]).Is(out var type, out var no) ? Page(call, context, cell, type) : no;

    public static Reply Get(Call call, ThreatConnectContext context, Association cell)
    {
        if (!Both(call, cell).Is(out var pair, out var no)) return no;
        return cell.Links.Has(call.Graph, pair.From, pair.To) ? Items.Show(call, context, 200, cell.To, pair.To) : Envelope.Missing;
    }

    /// <summary>201 when the link is new, 200 when it was there.</summary>
    public static Change Add(Call call, Association cell)
    {
        if (!Both(call, cell).Is(out var pair, out var no)) return Writes.Refuse(call, no);
        var owner = cell.From.OwnerOf(call.Graph, pair.From);
        if (owner != cell.To.OwnerOf(call.Graph, pair.To)) return Writes.Refuse(call, Envelope.Fail(400, Texts.OwnerMismatch));
        if (cell.Links.Refuse(call.Graph, pair.From, pair.To) is { } refusal) return Writes.Refuse(call, refusal);
        var added = cell.Links.Has(call.Graph, pair.From, pair.To) ? Envelope.Done : Envelope.DoneNew;
        return Writes.Save(call, owner, cell.Links.Add(call.Graph, pair.From, pair.To), added);
    }

    public static Change Remove(Call call, Association cell)
    {
        if (!Both(call, cell).Is(out var pair, out var no)) return Writes.Refuse(call, no);
        if (!cell.Links.Has(call.Graph, pair.From, pair.To)) return Writes.Refuse(call, Envelope.Missing);
        return Writes.Save(call, cell.From.OwnerOf(call.Graph, pair.From), cell.Links.Remove(call.Graph, pair.From, pair.To),
            Envelope.Done);
    }

    private static Reply Page(Call call, ThreatConnectContext context, Association cell, ItemType? type)
    {
        if (cell.From.WrongType(call, cell.FromPath) is { } wrong) return wrong;
        if (!Listing.Read(call, cell.To.Filters(type), cell.To.HasModifiedSince).Is(out var listing, out var no)) return no;
        if (!cell.From.Find(call, cell.FromPath).Is(out var from, out no)) return no;
        return Items.Page(call, context, cell.To, listing, cell.Links.Of(call.Graph, from, cell.To), type);
    }

    private static Found<Pair> Both(Call call, Association cell)
    {
        if (!cell.From.Find(call, cell.FromPath).Is(out var from, out var no)) return no;
        var near = Scope.OwnerOf(call.Graph, cell.From.OwnerOf(call.Graph, from));
        if (!cell.To.Find(call, cell.ToPath, near).Is(out var to, out no)) return no;
        return new Pair(from, to);
    }

    private sealed record Pair(Node From, Node To);
}
