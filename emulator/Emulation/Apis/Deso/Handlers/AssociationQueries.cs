using System.Buffers;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>A page of matching associations, with the profiles and posts that the request includes.</summary>
static class AssociationQueries
{
    public const string UserUnreadable = "GetUserAssociations: " + Texts.BodyUnreadable;
    public const string PostUnreadable = "GetPostAssociations: " + Texts.BodyUnreadable;

    public static Reply User(DesoContext context, Call call) =>
        Query(context, call, AssociationKind.User, AssociationQuery.User, UserUnreadable);

    public static Reply Post(DesoContext context, Call call) =>
        Query(context, call, AssociationKind.Post, AssociationQuery.Post, PostUnreadable);

    private static Reply Query(DesoContext context, Call call, AssociationKind kind, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (RequestBody.Read(call, $"routes.{kind.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Get{kind.Name}Associations: ";
        if (AssociationChecks.Refuse(query, kind, Operation.Query, out var filters) is { } unfit) return Envelope.Error(400, name + unfit);
        var options = context.Options;
        var found = new List<Association>();
        foreach (var filter in filters)
        {
            if (AssociationSearch.Page(call.Graph, kind, filter, options.Storage, out var page) is { } unsupported)
                return Envelope.Error(500, name + unsupported);
            found.AddRange(page);
        }
        var included = new IncludedEntries(call.Graph, options, call.Now);
        if (included.Add(found, query.Include) is { } missing) return Envelope.Error(500, name + missing);
        var listed = new ListedAssociations(context.ListItems, options.Network);
        return Envelope.Success((ref json) => Write(ref json, included, kind == AssociationKind.Post, listed));
    }

    private static void Write(ref JsonWriter json, IncludedEntries included, bool posts, ListedAssociations listed)
    {
        json.StartArray("Associations"u8);
        foreach (var association in included.Associations) listed.Write(ref json, association);
        json.EndArray();
        json.Name("PublicKeyToProfileEntryResponse"u8);
        included.WriteProfiles(ref json);
        if (posts)
        {
            json.Name("PostHashHexToPostEntryResponse"u8);
            included.WritePosts(ref json);
        }
    }
}
