namespace Emulation.Graphs.Deso;

/// <summary>A user who has a name. A key needs none to make associations.</summary>
sealed record Profile : Node
{
    public required PublicKey PublicKey { get; init; }

    public required string Username { get; init; }

    public string Description { get; init; } = "";

    public bool IsHidden { get; init; }

    public bool IsVerified { get; init; }

    public CreatorCoin CreatorCoin { get; init; } = new();

    public DaoCoin DaoCoin { get; init; } = new();

    public ExtraData? ExtraData { get; init; }

    public ulong BalanceNanos { get; init; }

    public double BestExchangeRate { get; init; }

    public static Index<Profile, BytesKey> ByKey { get; } = new(node => node.PublicKey.Key);

    /// <summary>Names are unique whatever their case.</summary>
    public static Index<Profile, TextKey> ByUsername { get; } = new(node => NameKey(node.Username));

    public static Kind NodeKind { get; } = new(33, "profile", ByKey, ByUsername);

    public override Kind Kind => NodeKind;

    public static TextKey NameKey(string username) => new(0, username.ToLowerInvariant());
}

/// <summary>The coin that people buy to back a user.</summary>
sealed record CreatorCoin
{
    public ulong CreatorBasisPoints { get; init; }

    public ulong DeSoLockedNanos { get; init; }

    public ulong NumberOfHolders { get; init; }

    public ulong CoinsInCirculationNanos { get; init; }

    public ulong CoinWatermarkNanos { get; init; }
}

/// <summary>The token that a user issues.</summary>
sealed record DaoCoin
{
    public const string Unrestricted = "unrestricted";

    public ulong NumberOfHolders { get; init; }

    /// <summary>256 bits in hexadecimal: <c>0x0</c>.</summary>
    public string CoinsInCirculationNanos { get; init; } = "0x0";

    public bool MintingDisabled { get; init; }

    public string TransferRestrictionStatus { get; init; } = Unrestricted;

    public string LockupTransferRestrictionStatus { get; init; } = Unrestricted;
}
