using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

static class PostMapping
{
    public static void Add(DesoReader read)
    {
        var at = new RowPlace("posts");
        var hashes = new UniqueRows(at);
        foreach (var row in at.Each(read.File.Posts))
        {
            var post = ToNode(read, row, at);
            hashes.Add(post.Hash);
            read.Graph.Add(post);
        }
    }

    public static PostRow ToRow(Post post)
    {
        var (texts, hexes) = DesoText.Of(post.ExtraData);
        return new PostRow
        {
            Hash = DesoText.Hex(post.Hash),
            Poster = DesoText.Of(post.Poster),
            Parent = ParentText(post),
            Body = post.Body,
            ImageUrls = post.ImageUrls,
            VideoUrls = post.VideoUrls,
            RawBody = post.RawBody,
            Reposted = post.Reposted.Length == 0 ? null : DesoText.Hex(post.Reposted),
            CreatorBasisPoints = post.CreatorBasisPoints,
            StakeMultipleBasisPoints = post.StakeMultipleBasisPoints,
            TimestampNanos = post.TimestampNanos,
            IsHidden = post.IsHidden,
            ConfirmationBlockHeight = post.ConfirmationBlockHeight,
            LikeCount = post.LikeCount,
            DiamondCount = post.DiamondCount,
            IsPinned = post.IsPinned,
            ExtraData = texts,
            ExtraDataHex = hexes,
            CommentCount = post.CommentCount,
            RepostCount = post.RepostCount,
            QuoteRepostCount = post.QuoteRepostCount,
            Nft = post.Nft is { } nft ? ToRow(nft) : null,
        };
    }

    public static Post ToNode(DesoReader read, PostRow row, RowPlace at) => new()
    {
        Hash = DesoReader.Hash(at, "hash", row.Hash),
        Poster = read.Key(at, "poster", row.Poster),
        Parent = ParentOf(read, row, at),
        Reposted = row.Reposted is null ? [] : DesoReader.Hash(at, "reposted", row.Reposted),
        Body = row.Body,
        ImageUrls = row.ImageUrls,
        VideoUrls = row.VideoUrls,
        RawBody = row.RawBody,
        CreatorBasisPoints = row.CreatorBasisPoints,
        StakeMultipleBasisPoints = row.StakeMultipleBasisPoints,
        TimestampNanos = row.TimestampNanos,
        IsHidden = row.IsHidden,
        ConfirmationBlockHeight = DesoReader.Height(at, "confirmationBlockHeight", row.ConfirmationBlockHeight),
        LikeCount = row.LikeCount,
        DiamondCount = row.DiamondCount,
        IsPinned = row.IsPinned,
        ExtraData = DesoReader.ExtraData(at, row.ExtraData, row.ExtraDataHex),
        CommentCount = row.CommentCount,
        RepostCount = row.RepostCount,
        QuoteRepostCount = row.QuoteRepostCount,
        Nft = row.Nft is { } nft ? ToNode(read, nft, at) : null,
    };

    // A post's hash, or the public key of the user whose wall it is on.
    private static byte[] ParentOf(DesoReader read, PostRow row, RowPlace at)
    {
        if (row.Parent is null) return [];
        return PublicKey.TryRead(row.Parent, out _) ? read.Key(at, "parent", row.Parent).Bytes : DesoReader.Hash(at, "parent", row.Parent);
    }

    private static string? ParentText(Post post)
    {
        if (post.Parent.Length == 0) return null;
        return post.Parent.Length == Base58Check.PublicKeySize ? DesoText.Of(new PublicKey(post.Parent)) : DesoText.Hex(post.Parent);
    }

    private static NftRow ToRow(Nft nft) => new()
    {
        IsFrozen = nft.IsFrozen,
        Copies = nft.Copies,
        CopiesForSale = nft.CopiesForSale,
        CopiesBurned = nft.CopiesBurned,
        HasUnlockable = nft.HasUnlockable,
        RoyaltyToCreatorBasisPoints = nft.RoyaltyToCreatorBasisPoints,
        RoyaltyToCoinBasisPoints = nft.RoyaltyToCoinBasisPoints,
        DesoRoyalties = [.. nft.DesoRoyalties.Select(ToRow)],
        CoinRoyalties = [.. nft.CoinRoyalties.Select(ToRow)],
    };

    private static RoyaltyRow ToRow((PublicKey Key, ulong BasisPoints) royalty) =>
        new() { PublicKey = DesoText.Of(royalty.Key), BasisPoints = royalty.BasisPoints };

    private static Nft ToNode(DesoReader read, NftRow row, RowPlace at) => new()
    {
        IsFrozen = row.IsFrozen,
        Copies = row.Copies,
        CopiesForSale = row.CopiesForSale,
        CopiesBurned = row.CopiesBurned,
        HasUnlockable = row.HasUnlockable,
        RoyaltyToCreatorBasisPoints = row.RoyaltyToCreatorBasisPoints,
        RoyaltyToCoinBasisPoints = row.RoyaltyToCoinBasisPoints,
        DesoRoyalties = [.. row.DesoRoyalties.Select(royalty => (read.Key(at, "nft", royalty.PublicKey), royalty.BasisPoints))],
        CoinRoyalties = [.. row.CoinRoyalties.Select(royalty => (read.Key(at, "nft", royalty.PublicKey), royalty.BasisPoints))],
    };
}
