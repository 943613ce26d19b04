using Emulation.Apis.Deso.Requests;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

/// <summary>What get-single-post fills in and the association routes leave null.</summary>
delegate void PostExtras(ref GoWriter json, PostPart part);

/// <summary>A part of a post that may be filled in.</summary>
enum PostPart
{
    Profile,
    Comments,
    ReaderState,
    Parents,
}

/// <summary>A post as the association routes print it. Source: deso-protocol/backend routes/post.go, PostEntryResponse.</summary>
static class PostEntry
{
    private const int RepostLevels = 2;

    public static void Write(ref GoWriter json, Graph graph, Post post, PostBody body, DesoOptions options, DateTimeOffset now, PostExtras? extras = null) =>
        Write(ref json, graph, post, body, options, now, RepostLevels, extras ?? Nothing);

    /// <summary>What a reader who is nobody did with a post.</summary>
    public static void WriteReaderState(ref GoWriter json)
    {
        json.Open('{');
        json.Name("LikedByReader"u8);
        json.Flag(false);
        json.Name("DiamondLevelBestowed"u8);
        json.Number(0);
        json.Name("RepostedByReader"u8);
        json.Flag(false);
        json.Name("RepostPostHashHex"u8);
        json.Text("");
        json.Close('}');
    }

    private static void Write(ref GoWriter json, Graph graph, Post post, PostBody body, DesoOptions options, DateTimeOffset now, int levels, PostExtras extras)
    {
        json.Open('{');
        json.Name("PostHashHex"u8);
        json.Hex(post.Hash);
        json.Name("PosterPublicKeyBase58Check"u8);
        json.Ascii(post.Poster.Ascii(options.Network));
        json.Name("ParentStakeID"u8);
        if (post.Parent.Length == Base58Check.PublicKeySize) json.Ascii(new PublicKey(post.Parent).Ascii(options.Network));
        else json.Hex(post.Parent);
        json.Name("Body"u8);
        json.Text(body.Text);
        json.Name("ImageURLs"u8);
        WriteTexts(ref json, body.Images);
        json.Name("VideoURLs"u8);
        WriteTexts(ref json, body.Videos);
        json.Name("RepostedPostEntryResponse"u8);
        WriteReposted(ref json, graph, post, options, now, levels);
        json.Name("CreatorBasisPoints"u8);
        json.Number(post.CreatorBasisPoints);
        json.Name("StakeMultipleBasisPoints"u8);
        json.Number(post.StakeMultipleBasisPoints);
        json.Name("TimestampNanos"u8);
        json.Number(post.TimestampNanos);
        json.Name("IsHidden"u8);
        json.Flag(post.IsHidden);
        json.Name("ConfirmationBlockHeight"u8);
        json.Number(post.ConfirmationBlockHeight);
        json.Name("InMempool"u8);
        json.Flag(post.ConfirmationBlockHeight > Chain.HeightOf(graph, now));
        json.Name("ProfileEntryResponse"u8);
        extras(ref json, PostPart.Profile);
        json.Name("Comments"u8);
        extras(ref json, PostPart.Comments);
        json.Name("LikeCount"u8);
        json.Number(post.LikeCount);
        json.Name("DiamondCount"u8);
        json.Number(post.DiamondCount);
        json.Name("PostEntryReaderState"u8);
        extras(ref json, PostPart.ReaderState);
        json.Name("IsPinned"u8);
        json.Flag(post.IsPinned);
        json.Name("PostExtraData"u8);
        ExtraDataEntry.WriteRaw(ref json, post.ExtraData);
        json.Name("CommentCount"u8);
        json.Number(post.CommentCount);
        json.Name("RepostCount"u8);
        json.Number(post.RepostCount);
        json.Name("QuoteRepostCount"u8);
        json.Number(post.QuoteRepostCount);
        json.Name("ParentPosts"u8);
        extras(ref json, PostPart.Parents);
        NftEntry.Write(ref json, post.Nft, options);
        json.Name("DiamondsFromSender"u8);
        json.Number(0);
        json.Name("HotnessScore"u8);
        json.Number(0);
        json.Name("PostMultiplier"u8);
        json.Float(0);
        json.Name("RecloutCount"u8);
        json.Number(post.RepostCount);
        json.Name("QuoteRecloutCount"u8);
        json.Number(post.QuoteRepostCount);
        json.Name("RecloutedPostEntryResponse"u8);
        WriteReposted(ref json, graph, post, options, now, levels);
        json.Close('}');
    }

    /// <summary>Only of a post at the top, and as far as it is known and can be read.</summary>
    private static void WriteReposted(ref GoWriter json, Graph graph, Post post, DesoOptions options, DateTimeOffset now, int levels)
    {
        var reposted = levels == 0 || post.Reposted.Length == 0 || post.Parent.Length > 0 ? null : graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(post.Reposted));
        if (reposted is null || PostBody.Read(reposted, out var body) is not null)
        {
            json.Null();
            return;
        }
        var author = graph.Find<Profile, BytesKey>(Profile.ByKey, reposted.Poster.Key);
        Write(ref json, graph, reposted, body, options, now, levels - 1, Filled);

        void Filled(ref GoWriter inner, PostPart part)
        {
            if (part == PostPart.Profile) ProfileEntry.WriteOrNull(ref inner, author, options);
            else if (part == PostPart.ReaderState) WriteReaderState(ref inner);
            else inner.Null();
        }
    }

    private static void Nothing(ref GoWriter json, PostPart part) => json.Null();

    private static void WriteTexts(ref GoWriter json, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            json.Null();
            return;
        }
        json.Open('[');
        foreach (var text in texts) json.Text(text);
        json.Close(']');
    }
}
