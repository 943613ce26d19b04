using System.Buffers;
using Emulation.Apis.Deso.Entries;
using Emulation.Apis.Deso.Json;
using Emulation.Apis.Deso.Search;
using Emulation.Graphs.Deso;
using Emulation.Http;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>The associations that match, a page of them, with what was asked to come along.</summary>
static class AssociationQueries
{
    public const string UserUnreadable = "GetUserAssociations: " + Texts.BodyUnreadable;
    public const string PostUnreadable = "GetPostAssociations: " + Texts.BodyUnreadable;

    public static Reply User(Call call) => Query(call, Subject.User, AssociationQuery.User, UserUnreadable);

    public static Reply Post(Call call) => Query(call, Subject.Post, AssociationQuery.Post, PostUnreadable);

    private static Reply Query(Call call, Subject subject, Func<GoBody, AssociationQuery> read, string unreadable)
    {
        if (Bodies.Read(call, $"routes.{subject.Name}AssociationQuery", read, unreadable, out var query) is { } refusal) return refusal;
        var name = $"Get{subject.Name}Associations: ";
        if (AssociationChecks.Refuse(query, subject, Operation.Query, out var filters) is { } unfit) return Envelope.Error(400, name + unfit);
        var options = DesoApi.OptionsOf(call);
        var found = new List<Association>();
        foreach (var filter in filters)
        {
            if (Searches.Page(call.Graph, subject, filter, options.Storage, out var page) is { } unserved) return Envelope.Error(500, name + unserved);
            found.AddRange(page);
        }
        var along = new Companions(call.Graph, options, call.Now);
        if (along.Add(found, query.Include) is { } missing) return Envelope.Error(500, name + missing);
        var listed = new ListedAssociations(((DesoApi)call.Api).Listed, options.Network);
        return Envelope.Success(to => Write(to, along, subject == Subject.Post, listed));
    }

    private static void Write(IBufferWriter<byte> to, Companions along, bool posts, ListedAssociations listed)
    {
        var json = new GoWriter(to);
        json.Open('{');
        json.Name("Associations"u8);
        json.Open('[');
        foreach (var association in along.Associations) listed.Write(ref json, association);
        json.Close(']');
        json.Name("PublicKeyToProfileEntryResponse"u8);
        along.WriteProfiles(ref json);
        if (posts)
        {
            json.Name("PostHashHexToPostEntryResponse"u8);
            along.WritePosts(ref json);
        }
        json.Close('}');
        json.End();
    }
}
