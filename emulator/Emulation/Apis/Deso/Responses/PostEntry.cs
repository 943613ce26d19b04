using Emulation.Apis.Deso.Requests;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Responses;

/// <summary>Writes a part that get-single-post includes and the association routes leave null.</summary>
delegate void PostExtras(ref JsonWriter json, PostPart part);

/// <summary>The optional parts of a post.</summary>
enum PostPart
{
    Profile,
    Comments,
    ReaderState,
    Parents,
}

/// <summary>Writes a post. Source: deso-protocol/backend routes/post.go, PostEntryResponse.</summary>
static class PostEntry
{
    private const int RepostLevels = 2;

    public static void Write(
        ref JsonWriter json, Graph graph, Post post, PostBody body, DesoOptions options, DateTimeOffset now, PostExtras? extras = null) =>
        Write(ref json, graph, post, body, options, now, RepostLevels, extras ?? Nothing);

    /// <summary>The reader state for an anonymous reader.</summary>
    public static void WriteReaderState(ref JsonWriter json)
    {
        json.StartObject();
        json.Flag("LikedByReader"u8, false);
        json.Number("DiamondLevelBestowed"u8, 0);
        json.Flag("RepostedByReader"u8, false);
        json.Text("RepostPostHashHex"u8, "");
        json.EndObject();
    }

    private static void Write(
        ref JsonWriter json, Graph graph, Post post, PostBody body, DesoOptions options, DateTimeOffset now, int levels, PostExtras extras)
    {
        json.StartObject();
        json.Hex("PostHashHex"u8, post.Hash);
        json.Ascii("PosterPublicKeyBase58Check"u8, post.Poster.Ascii(options.Network));
        json.Name("ParentStakeID"u8);
        if (post.Parent.Length == Base58Check.PublicKeySize) json.Ascii(new PublicKey(post.Parent).Ascii(options.Network));
        else json.Hex(post.Parent);
        json.Text("Body"u8, body.Text);
        json.Name("ImageURLs"u8);
        WriteTexts(ref json, body.Images);
        json.Name("VideoURLs"u8);
        WriteTexts(ref json, body.Videos);
        json.Name("RepostedPostEntryResponse"u8);
        WriteReposted(ref json, graph, post, options, now, levels);
        json.Unsigned("CreatorBasisPoints"u8, post.CreatorBasisPoints);
        json.Unsigned("StakeMultipleBasisPoints"u8, post.StakeMultipleBasisPoints);
        json.Unsigned("TimestampNanos"u8, post.TimestampNanos);
        json.Flag("IsHidden"u8, post.IsHidden);
        json.Unsigned("ConfirmationBlockHeight"u8, post.ConfirmationBlockHeight);
        json.Flag("InMempool"u8, post.ConfirmationBlockHeight > Chain.HeightOf(graph, now));
        json.Name("ProfileEntryResponse"u8);
        extras(ref json, PostPart.Profile);
        json.Name("Comments"u8);
        extras(ref json, PostPart.Comments);
        json.Unsigned("LikeCount"u8, post.LikeCount);
        json.Unsigned("DiamondCount"u8, post.DiamondCount);
        json.Name("PostEntryReaderState"u8);
        extras(ref json, PostPart.ReaderState);
        json.Flag("IsPinned"u8, post.IsPinned);
        json.Name("PostExtraData"u8);
        ExtraDataEntry.WriteRaw(ref json, post.ExtraData);
        json.Unsigned("CommentCount"u8, post.CommentCount);
        json.Unsigned("RepostCount"u8, post.RepostCount);
        json.Unsigned("QuoteRepostCount"u8, post.QuoteRepostCount);
        json.Name("ParentPosts"u8);
        extras(ref json, PostPart.Parents);
        NftEntry.Write(ref json, post.Nft, options);
        json.Number("DiamondsFromSender"u8, 0);
        json.Number("HotnessScore"u8, 0);
        json.Float("PostMultiplier"u8, 0);
        json.Unsigned("RecloutCount"u8, post.RepostCount);
        json.Unsigned("QuoteRecloutCount"u8, post.QuoteRepostCount);
        json.Name("RecloutedPostEntryResponse"u8);
        WriteReposted(ref json, graph, post, options, now, levels);
        json.EndObject();
    }

    /// <summary>The reposted post, of posts without a parent and up to a number of levels; null when it is unknown or unreadable.</summary>
    private static void WriteReposted(ref JsonWriter json, Graph graph, Post post, DesoOptions options, DateTimeOffset now, int levels)
    {
        var hasRepost = levels > 0 && post.Reposted.Length > 0 && post.Parent.Length == 0;
        var reposted = hasRepost ? graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(post.Reposted)) : null;
        if (reposted is null || PostBody.Read(reposted, out var body) is not null)
        {
            json.Null();
            return;
        }
        var author = graph.Find<Profile, BytesKey>(Profile.ByKey, reposted.Poster.Key);
        Write(ref json, graph, reposted, body, options, now, levels - 1, WritePart);

        void WritePart(ref JsonWriter inner, PostPart part)
        {
            if (part == PostPart.Profile) ProfileEntry.WriteOrNull(ref inner, author, options);
            else if (part == PostPart.ReaderState) WriteReaderState(ref inner);
            else inner.Null();
        }
    }

    private static void Nothing(ref JsonWriter json, PostPart part) => json.Null();

    private static void WriteTexts(ref JsonWriter json, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            json.Null();
            return;
        }
        json.StartArray();
        foreach (var text in texts) json.Text(text);
        json.EndArray();
    }
}
