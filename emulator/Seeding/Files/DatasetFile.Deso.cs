namespace Emulation.Seeding.Files;

public sealed partial record DatasetFile
{
    public ChainRow? Chain { get; init; }

    public IReadOnlyList<ProfileRow> Profiles { get; init; } = [];

    public IReadOnlyList<PostRow> Posts { get; init; } = [];

    public IReadOnlyList<AssociationRow> UserAssociations { get; init; } = [];

    public IReadOnlyList<AssociationRow> PostAssociations { get; init; } = [];

    public IReadOnlyList<DerivedKeyRow> DerivedKeys { get; init; } = [];
}

/// <summary>The chain that DeSo's data lies on.</summary>
public sealed record ChainRow
{
    /// <summary>The last block. Left out: the greatest height that a row names, so that nothing is pending.</summary>
    public required uint Height { get; init; }
}

public sealed record ProfileRow
{
    /// <summary>Base58Check, of either network; the same holds for every key in a file.</summary>
    public required string PublicKey { get; init; }

    public required string Username { get; init; }

    public string Description { get; init; } = "";

    public bool IsHidden { get; init; }

    public bool IsVerified { get; init; }

    public CreatorCoinRow CoinEntry { get; init; } = new();

    public DaoCoinRow DaoCoinEntry { get; init; } = new();

    public IReadOnlyDictionary<string, string>? ExtraData { get; init; }

    public ulong DesoBalanceNanos { get; init; }

    public double BestExchangeRateDesoPerDaoCoin { get; init; }
}

public sealed record CreatorCoinRow
{
    public ulong CreatorBasisPoints { get; init; }

    public ulong DesoLockedNanos { get; init; }

    public ulong NumberOfHolders { get; init; }

    public ulong CoinsInCirculationNanos { get; init; }

    public ulong CoinWatermarkNanos { get; init; }
}

public sealed record DaoCoinRow
{
    public ulong NumberOfHolders { get; init; }

    /// <summary>Hexadecimal, up to 256 bits: <c>0x0</c>.</summary>
    public string CoinsInCirculationNanos { get; init; } = "0x0";

    public bool MintingDisabled { get; init; }

    public string TransferRestrictionStatus { get; init; } = "unrestricted";

    public string LockupTransferRestrictionStatus { get; init; } = "unrestricted";
}

public sealed record PostRow
{
    /// <summary>64 hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required string Poster { get; init; }

    /// <summary>The hash of the post that this one answers.</summary>
    public string? Parent { get; init; }

    public string Body { get; init; } = "";

    public IReadOnlyList<string> ImageUrls { get; init; } = [];

    public IReadOnlyList<string> VideoUrls { get; init; } = [];

    /// <summary>What the chain holds, where that is not the JSON object that body and URLs make.</summary>
    public string? RawBody { get; init; }

    /// <summary>The hash of the post that this one repeats.</summary>
    public string? Reposted { get; init; }

    public ulong CreatorBasisPoints { get; init; } = 1000;

    public ulong StakeMultipleBasisPoints { get; init; } = 12500;

    public ulong TimestampNanos { get; init; }

    public bool IsHidden { get; init; }

    public uint ConfirmationBlockHeight { get; init; }

    public ulong LikeCount { get; init; }

    public ulong DiamondCount { get; init; }

    public bool IsPinned { get; init; }

    public IReadOnlyDictionary<string, string>? ExtraData { get; init; }

    public ulong CommentCount { get; init; }

    public ulong RepostCount { get; init; }

    public ulong QuoteRepostCount { get; init; }
}

/// <summary>A user association has a <see cref="Target"/>, a post association a <see cref="Post"/>.</summary>
public sealed record AssociationRow
{
    /// <summary>64 hexadecimal digits. Left out: made from what is unique about the association.</summary>
    public string? Id { get; init; }

    public required string Transactor { get; init; }

    public string? Target { get; init; }

    /// <summary>A post's hash; the post need not be in the file.</summary>
    public string? Post { get; init; }

    /// <summary>Left out: no app.</summary>
    public string? App { get; init; }

    public required string Type { get; init; }

    public required string Value { get; init; }

    public IReadOnlyDictionary<string, string>? ExtraData { get; init; }

    public uint BlockHeight { get; init; }
}

/// <summary>A key that may sign for another.</summary>
public sealed record DerivedKeyRow
{
    public required string Owner { get; init; }

    public required string Derived { get; init; }

    public required ulong ExpirationBlock { get; init; }

    public bool IsValid { get; init; } = true;

    public string Memo { get; init; } = "";
}
