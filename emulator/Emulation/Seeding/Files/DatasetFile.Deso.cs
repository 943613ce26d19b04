using System.Text.Json.Serialization;

namespace Emulation.Seeding.Files;

// Members are set, not init, and marked JsonRequired, not required: generated readers give init members no chance to keep their
// defaults, and do not look for nulls in types with required members.

public sealed partial record DatasetFile
{
    public ChainRow? Chain { get; set; }

    public IReadOnlyList<ProfileRow> Profiles { get; set; } = [];

    public IReadOnlyList<PostRow> Posts { get; set; } = [];

    public IReadOnlyList<AssociationRow> UserAssociations { get; set; } = [];

    public IReadOnlyList<AssociationRow> PostAssociations { get; set; } = [];

    public IReadOnlyList<DerivedKeyRow> DerivedKeys { get; set; } = [];

    /// <summary>Accepted ones, whose nonces are used.</summary>
    public IReadOnlyList<TransactionRow> Transactions { get; set; } = [];
}

/// <summary>The chain that DeSo's data lies on.</summary>
public sealed record ChainRow
{
    /// <summary>The last block. Left out: the greatest height that a row names, so that nothing is pending.</summary>
    [JsonRequired]
    public uint Height { get; set; }
}

public sealed record ProfileRow
{
    /// <summary>Base58Check, of either network; the same holds for every key in a file.</summary>
    [JsonRequired]
    public string PublicKey { get; set; } = "";

    [JsonRequired]
    public string Username { get; set; } = "";

    public string Description { get; set; } = "";

    public bool IsHidden { get; set; }

    public bool IsVerified { get; set; }

    public CreatorCoinRow CoinEntry { get; set; } = new();

    public DaoCoinRow DaoCoinEntry { get; set; } = new();

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    /// <summary>What is no text: names and values in hexadecimal digits.</summary>
    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }

    public ulong DesoBalanceNanos { get; set; }

    public double BestExchangeRateDesoPerDaoCoin { get; set; }
}

public sealed record CreatorCoinRow
{
    public ulong CreatorBasisPoints { get; set; }

    public ulong DesoLockedNanos { get; set; }

    public ulong NumberOfHolders { get; set; }

    public ulong CoinsInCirculationNanos { get; set; }

    public ulong CoinWatermarkNanos { get; set; }
}

public sealed record DaoCoinRow
{
    public ulong NumberOfHolders { get; set; }

    /// <summary>Hexadecimal, up to 256 bits: <c>0x0</c>.</summary>
    public string CoinsInCirculationNanos { get; set; } = "0x0";

    public bool MintingDisabled { get; set; }

    public string TransferRestrictionStatus { get; set; } = "unrestricted";

    public string LockupTransferRestrictionStatus { get; set; } = "unrestricted";
}

public sealed record PostRow
{
    /// <summary>64 hexadecimal digits.</summary>
    [JsonRequired]
    public string Hash { get; set; } = "";

    [JsonRequired]
    public string Poster { get; set; } = "";

    /// <summary>The hash of the post that this one answers, or the public key of the user on whose wall it stands.</summary>
    public string? Parent { get; set; }

    public string Body { get; set; } = "";

    public IReadOnlyList<string> ImageUrls { get; set; } = [];

    public IReadOnlyList<string> VideoUrls { get; set; } = [];

    /// <summary>What the chain holds, where that is not the JSON object that body and URLs make.</summary>
    public string? RawBody { get; set; }

    /// <summary>The hash of the post that this one repeats.</summary>
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

    /// <summary>Left out: it cannot be owned.</summary>
    public NftRow? Nft { get; set; }
}

public sealed record NftRow
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

public sealed record RoyaltyRow
{
    [JsonRequired]
    public string PublicKey { get; set; } = "";

    public ulong BasisPoints { get; set; }
}

/// <summary>A user association has a <see cref="Target"/>, a post association a <see cref="Post"/>.</summary>
public sealed record AssociationRow
{
    /// <summary>64 hexadecimal digits. Left out: made from what is unique about the association.</summary>
    public string? Id { get; set; }

    [JsonRequired]
    public string Transactor { get; set; } = "";

    public string? Target { get; set; }

    /// <summary>A post's hash; the post need not be in the file.</summary>
    public string? Post { get; set; }

    /// <summary>Left out: no app.</summary>
    public string? App { get; set; }

    public string? Type { get; set; }

    public string? Value { get; set; }

    /// <summary>In place of the type, where that is no text: hexadecimal digits.</summary>
    public string? TypeHex { get; set; }

    public string? ValueHex { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }

    public uint BlockHeight { get; set; }
}

/// <summary>A key that may sign for another.</summary>
public sealed record DerivedKeyRow
{
    [JsonRequired]
    public string Owner { get; set; } = "";

    [JsonRequired]
    public string Derived { get; set; } = "";

    [JsonRequired]
    public ulong ExpirationBlock { get; set; }

    public bool IsValid { get; set; } = true;

    public string Memo { get; set; } = "";

    public IReadOnlyDictionary<string, string>? ExtraData { get; set; }

    public IReadOnlyDictionary<string, string>? ExtraDataHex { get; set; }
}

public sealed record TransactionRow
{
    /// <summary>64 hexadecimal digits.</summary>
    [JsonRequired]
    public string Hash { get; set; } = "";

    [JsonRequired]
    public string Transactor { get; set; } = "";

    /// <summary>The block it is in.</summary>
    public uint Height { get; set; }

    /// <summary>Left out: a transaction without a nonce.</summary>
    public NonceRow? Nonce { get; set; }
}

public sealed record NonceRow
{
    [JsonRequired]
    public ulong ExpirationBlockHeight { get; set; }

    [JsonRequired]
    public ulong PartialId { get; set; }
}
