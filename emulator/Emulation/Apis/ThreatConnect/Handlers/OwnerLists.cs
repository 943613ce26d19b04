using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Apis.ThreatConnect.Responses;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>The caller, and the owners that it may read. The owner parameter has no effect here.</summary>
static class OwnerLists
{
    public static Reply WhoAmI(Call call) => Envelope.One(200, "user", (ref json) => UserJson.WriteSelf(ref json, Scope.CurrentUser(call)));

    /// <summary>Every owner that the caller may read, their own first.</summary>
    public static Reply Owners(Call call)
    {
        if (!Listing.Read(call, []).Is(out var listing, out var error)) return error;
        return listing.Page("owner", NodeList.From(Scope.Visible(call)), (ref json, owner) => OwnerJson.Write(ref json, (Owner)owner));
    }

    public static Reply OneOwner(Call call) => Scope.Visible(call, "id") is { } owner
        ? Envelope.One(200, "owner", (ref json) => OwnerJson.Write(ref json, owner))
        : Envelope.Missing;

    public static Reply OwnOwner(Call call)
    {
        var own = Scope.Own(call);
        return Envelope.One(200, "owner", (ref json) => OwnerJson.Write(ref json, own));
    }
}
