using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Emulation.Seeding.Format;

sealed record PostRow
{
    [Description("64 hexadecimal digits.")]
    [JsonRequired]
    public string Hash { get; set; } = "";

    [JsonRequired]
    public string Poster { get; set; } = "";

    [Description("The hash of the post that this one answers, or the public key of the user whose wall it is on.")]
    public string? Parent { get; set; }

    public string Body { get; set; } = "";

    public IReadOnlyList<string> ImageUrls { get; set; } = [];

    public IReadOnlyList<string> VideoUrls { get; set; } = [];

    [Description("What the chain holds, where that is not the JSON object that body and URLs make.")]
    public string? RawBody { get; set; }

    [Description("The hash of the post that this one repeats.")]
    public string? Reposted { get; set; }

    public ulong CreatorBasisPoints { get; set; } = 1000;

    public ulong StakeMultipleBasisPoints { get; set; } = 12500;

    public ulong TimestampNanos { get; set; }

    public bool IsHidden { get; set; }

    public uint ConfirmationBlockHeight { get; set; }

    public ulong LikeCount { get; set; }

    public ulong DiamondCount { get; set; }

    public bool IsPinned { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }

    public ulong CommentCount { get; set; }

    public ulong RepostCount { get; set; }

    public ulong QuoteRepostCount { get; set; }

    [Description("Left out: it cannot be owned.")]
    public NftRow? Nft { get; set; }
}

sealed record NftRow
{
    public bool IsFrozen { get; set; }

    public ulong Copies { get; set; }

    public ulong CopiesForSale { get; set; }

    public ulong CopiesBurned { get; set; }

    public bool HasUnlockable { get; set; }

    public ulong RoyaltyToCreatorBasisPoints { get; set; }

    public ulong RoyaltyToCoinBasisPoints { get; set; }

    public IReadOnlyList<RoyaltyRow> DesoRoyalties { get; set; } = [];

    public IReadOnlyList<RoyaltyRow> CoinRoyalties { get; set; } = [];
}

sealed record RoyaltyRow
{
    [JsonRequired]
    public string PublicKey { get; set; } = "";

    public ulong BasisPoints { get; set; }
}
