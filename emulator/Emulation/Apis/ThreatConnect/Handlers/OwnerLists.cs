using System.Globalization;
using Emulation.Apis.ThreatConnect.Bodies;
using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Who calls, and which owners there are for them. The owner parameter is of no account here.</summary>
static class Accounts
{
    public static Reply WhoAmI(Call call) => Envelope.One(200, "user", (ref json) => WorkJson.Me(ref json, Scope.Me(call)));

    /// <summary>Every owner that the caller may read, their own first.</summary>
    public static Reply Owners(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var no)) return no;
        var me = Scope.Me(call);
        var owners = call.Graph.All(Owner.ById).All().Cast<Owner>().Where(owner => me.MaySee(owner.Id)).OrderBy(owner => owner.Id != me.Organization).ThenBy(owner => owner.Id);
        return listing.Page("owner", NodeList.From(owners), (ref json, owner) => Pen.Owner(ref json, (Owner)owner));
    }

    public static Reply OneOwner(Call call)
    {
        var known = int.TryParse(call[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, id)) : null;
        return known is { } owner && Scope.Me(call).MaySee(owner.Id) ? Envelope.One(200, "owner", (ref json) => Pen.Owner(ref json, owner)) : Envelope.Missing;
    }

    public static Reply OwnOwner(Call call)
    {
        var own = Scope.Own(call);
        return Envelope.One(200, "owner", (ref json) => Pen.Owner(ref json, own));
    }
}
