namespace Emulation.Graphs.Deso;

/// <summary>A key that may sign for a user's key up to a block height.</summary>
sealed record DerivedKey : Node
{
    public required PublicKey Owner { get; init; }

    public required PublicKey Derived { get; init; }

    public required ulong ExpirationBlock { get; init; }

    public bool IsValid { get; init; } = true;

    public ExtraData? ExtraData { get; init; }

    public string Memo { get; init; } = "";

    public static Index<DerivedKey, BytesKey> ByPair { get; } = new(node => PairKey(node.Owner, node.Derived));

    public static Kind NodeKind { get; } = new(37, "derived key", ByPair);

    public override Kind Kind => NodeKind;

    public static BytesKey PairKey(PublicKey owner, PublicKey derived) => new([.. owner.Bytes, .. derived.Bytes]);
}
