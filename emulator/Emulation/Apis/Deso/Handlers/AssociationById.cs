using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Resources;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>One association with the profiles and the post that it refers to.</summary>
static class AssociationById
{
    private const string UserPrefix = "GetUserAssociationByID: ";
    private const string PostPrefix = "GetPostAssociationByID: ";

    public static Reply User(DesoContext context, Call call)
    {
        if (Hex.Hash(call["associationID"]) is not { } id) return Envelope.Error(400, UserPrefix + Texts.InvalidId);
        if (AssociationKind.User.Find(call.Graph, id) is not UserAssociation found)
            return Envelope.Error(404, UserPrefix + Texts.AssociationNotFound);
        var options = context.Options;
        return Envelope.Success((ref json) =>
        {
            AssociationEntry.WriteOwn(ref json, found, options.Network);
            json.Name("TransactorProfile"u8);
            ProfileEntry.WriteOrNull(ref json, ProfileOf(call.Graph, found.Transactor), options);
            json.Name("TargetUserProfile"u8);
            ProfileEntry.WriteOrNull(ref json, ProfileOf(call.Graph, found.Target), options);
            json.Name("AppProfile"u8);
            ProfileEntry.WriteOrNull(ref json, ProfileOf(call.Graph, found.App), options);
        });
    }

    public static Reply Post(DesoContext context, Call call)
    {
        if (Hex.Hash(call["associationID"]) is not { } id) return Envelope.Error(400, PostPrefix + Texts.InvalidId);
        if (AssociationKind.Post.Find(call.Graph, id) is not PostAssociation found)
            return Envelope.Error(404, PostPrefix + Texts.AssociationNotFound);
        if (call.Graph.Find<Post, BytesKey>(Graphs.Deso.Post.ByHash, new BytesKey(found.PostHash)) is not { } post)
            return Envelope.Error(500, PostPrefix + Texts.PostNotFound + Convert.ToHexStringLower(found.PostHash));
        if (PostBody.Read(post, out var body) is { } fault) return Envelope.Error(500, PostPrefix + Texts.PostBodyUnreadable + fault);
        var options = context.Options;
        return Envelope.Success((ref json) =>
        {
            AssociationEntry.WriteOwn(ref json, found, options.Network);
            json.Name("TransactorProfile"u8);
            ProfileEntry.WriteOrNull(ref json, ProfileOf(call.Graph, found.Transactor), options);
            json.Name("PostEntry"u8);
            PostEntry.Write(ref json, call.Graph, post, body, options, call.Now);
            json.Name("PostAuthorProfile"u8);
            ProfileEntry.WriteOrNull(ref json, ProfileOf(call.Graph, post.Poster), options);
            json.Name("AppProfile"u8);
            ProfileEntry.WriteOrNull(ref json, ProfileOf(call.Graph, found.App), options);
        });
    }

    public static Profile? ProfileOf(Graph graph, PublicKey key) => graph.Find<Profile, BytesKey>(Profile.ByKey, key.Key);
}
