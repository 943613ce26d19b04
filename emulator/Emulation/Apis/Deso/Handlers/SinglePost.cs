using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>One post with its author, its parents and its comments. Source: deso-protocol/backend routes/post.go.</summary>
static class SinglePost
{
    public const string Unreadable = "GetSinglePost: Problem parsing request body: {0}";

    private const string NoHash = "GetSinglePost: Must provide a PostHashHex to fetch.";
    private const string BadHash = "GetSinglePost: Error parsing post hash {0}: {1}";
    private const string Missing = "GetSinglePost: Could not find postEntry for PostHashHex: {0}";
    private const string Unprintable = "GetSinglePost: Error encoding post: ";
    private const ulong MaxComments = 30;
    private const ulong MaxLevels = 4;

    private sealed record Request(string Hash, bool Parents, int Offset, int Limit, int Levels, int MaxReplies);

    public static Reply Show(DesoContext context, Call call)
    {
        if (RequestBody.Read(call, "routes.GetSinglePostRequest", Read, Unreadable, out var request) is { } refusal) return refusal;
        if (request.Hash.Length == 0) return Envelope.Error(400, NoHash);
        var hash = Hex.Bytes(request.Hash);
        if (hash is not { Length: Hex.HashSize })
            return Envelope.Error(400, Hex.InvalidHash(BadHash, request.Hash));
        if (call.Graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(hash)) is not { } post)
            return Envelope.Error(400, Missing.Replace("{0}", request.Hash, StringComparison.Ordinal));
        if (PostBody.Read(post, out var body) is { } fault) return Envelope.Error(500, Unprintable + Texts.PostBodyUnreadable + fault);
        var thread = new PostThread(call.Graph, context.Options, request.MaxReplies, call.Now);
        return Envelope.Success((ref json) =>
        {
            json.Name("PostFound"u8);
            var comments = thread.Comments(post, request.Offset, request.Limit);
            thread.Write(ref json, post, body, comments, request.Parents ? thread.Parents(post) : [], request.Levels);
        });
    }

    private static Request Read(GoBody body)
    {
        _ = (body.Text("ReaderPublicKeyBase58Check"), body.Flag("LoadAuthorThread"), body.Flag("AddGlobalFeedBool"));
        return new(
            body.Text("PostHashHex"), body.Flag("FetchParents"), (int)Math.Min(
                body.Unsigned("CommentOffset", uint.MaxValue, "uint32"), int.MaxValue),
            (int)Math.Min(body.Unsigned("CommentLimit", uint.MaxValue, "uint32"), MaxComments),
            (int)Math.Min(body.Unsigned("ThreadLevelLimit", uint.MaxValue, "uint32"), MaxLevels),
            (int)Math.Clamp(body.Whole("ThreadLeafLimit"), 0, (long)MaxComments));
    }
}
