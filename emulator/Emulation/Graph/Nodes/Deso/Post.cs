using System.Buffers.Binary;

namespace Emulation.Graphs.Deso;

/// <summary>A post; a comment when it has a parent.</summary>
sealed record Post : Node
{
    /// <summary>32 bytes: the hash of the transaction that posted it.</summary>
    public required byte[] Hash { get; init; }

    public required PublicKey Poster { get; init; }

    /// <summary>Empty at the top; a post's 32 bytes for a comment, or a user's 33.</summary>
    public byte[] Parent { get; init; } = [];

    public string Body { get; init; } = "";

    public IReadOnlyList<string> ImageUrls { get; init; } = [];

    public IReadOnlyList<string> VideoUrls { get; init; } = [];

    /// <summary>The body on the chain when it is not the JSON object it should be; read instead of the three above.</summary>
    public string? RawBody { get; init; }

    /// <summary>Empty, or the hash of the post that this one repeats.</summary>
    public byte[] Reposted { get; init; } = [];

    public ulong CreatorBasisPoints { get; init; } = 1000;

    public ulong StakeMultipleBasisPoints { get; init; } = 12500;

    public ulong TimestampNanos { get; init; }

    public bool IsHidden { get; init; }

    public uint ConfirmationBlockHeight { get; init; }

    public ulong LikeCount { get; init; }

    public ulong DiamondCount { get; init; }

    public bool IsPinned { get; init; }

    public ExtraData? ExtraData { get; init; }

    public ulong CommentCount { get; init; }

    public ulong RepostCount { get; init; }

    public ulong QuoteRepostCount { get; init; }

    public Nft? Nft { get; init; }

    public static Index<Post, BytesKey> ByHash { get; } = new(node => new(node.Hash));

    /// <summary>The comments of one post, oldest first.</summary>
    public static Index<Post, BytesKey> ByParent { get; } = new(CommentKey, node => node.Parent.Length > 0);

    public static Kind NodeKind { get; } = new(34, "post", ByHash, ByParent);

    public override Kind Kind => NodeKind;

    private static BytesKey CommentKey(Post node)
    {
        var key = new byte[node.Parent.Length + sizeof(ulong) + node.Hash.Length];
        node.Parent.CopyTo(key, 0);
        BinaryPrimitives.WriteUInt64BigEndian(key.AsSpan(node.Parent.Length), node.TimestampNanos);
        node.Hash.CopyTo(key, node.Parent.Length + sizeof(ulong));
        return new BytesKey(key);
    }
}

/// <summary>What a post has in addition when it is an NFT.</summary>
sealed record Nft
{
    public bool IsFrozen { get; init; }

    public ulong Copies { get; init; }

    public ulong CopiesForSale { get; init; }

    public ulong CopiesBurned { get; init; }

    public bool HasUnlockable { get; init; }

    public ulong RoyaltyToCreatorBasisPoints { get; init; }

    public ulong RoyaltyToCoinBasisPoints { get; init; }

    public IReadOnlyList<(PublicKey Key, ulong BasisPoints)> DesoRoyalties { get; init; } = [];

    public IReadOnlyList<(PublicKey Key, ulong BasisPoints)> CoinRoyalties { get; init; } = [];
}
