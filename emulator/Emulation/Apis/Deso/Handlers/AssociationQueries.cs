using System.Buffers;
using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>The associations that match, a page of them, with the profiles and posts that the request includes.</summary>
static class AssociationQueries
{
    public const string UserUnreadable = "GetUserAssociations: " + Texts.BodyUnreadable;
    public const string PostUnreadable = "GetPostAssociations: " + Texts.BodyUnreadable;

    public static Reply User(DesoContext context, Call call) => Query(context, call, Subject.User, AssociationQuery.User, UserUnreadable);

    public static Reply Post(DesoContext context, Call call) => Query(context, call, Subject.Post, AssociationQuery.Post, PostUnreadable);

    private static Reply Query(DesoContext context, Call call, Subject subject, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (RequestBody.Read(call, $"routes.{subject.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Get{subject.Name}Associations: ";
        if (AssociationChecks.Refuse(query, subject, Operation.Query, out var filters) is { } unfit) return Envelope.Error(400, name + unfit);
        var options = context.Options;
        var found = new List<Association>();
        foreach (var filter in filters)
        {
            if (Searches.Page(call.Graph, subject, filter, options.Storage, out var page) is { } unserved) return Envelope.Error(500, name + unserved);
            found.AddRange(page);
        }
        var included = new IncludedEntries(call.Graph, options, call.Now);
        if (included.Add(found, query.Include) is { } missing) return Envelope.Error(500, name + missing);
        var listed = new ListedAssociations(context.ListItems, options.Network);
        return Envelope.Success(to => Write(to, included, subject == Subject.Post, listed));
    }

    private static void Write(IBufferWriter<byte> to, IncludedEntries included, bool posts, ListedAssociations listed)
    {
        var json = new GoWriter(to);
        json.Open('{');
        json.Name("Associations"u8);
        json.Open('[');
        foreach (var association in included.Associations) listed.Write(ref json, association);
        json.Close(']');
        json.Name("PublicKeyToProfileEntryResponse"u8);
        included.WriteProfiles(ref json);
        if (posts)
        {
            json.Name("PostHashHexToPostEntryResponse"u8);
            included.WritePosts(ref json);
        }
        json.Close('}');
        json.End();
    }
}
