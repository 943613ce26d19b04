using System.Buffers.Binary;

namespace Emulation.Graphs.Deso;

/// <summary>A transaction that was accepted; it is kept even when what it created is deleted.</summary>
sealed record Submitted : Node
{
    public required byte[] Hash { get; init; }

    public required PublicKey Transactor { get; init; }

    /// <summary>The height of its block.</summary>
    public required uint Height { get; init; }

    /// <summary>Expiration height and partial id: used once by a transactor. Transactions of version 0 have none.</summary>
    public (ulong ExpirationBlockHeight, ulong PartialId)? Nonce { get; init; }

    public static Index<Submitted, BytesKey> ByHash { get; } = new(node => new(node.Hash));

    public static Index<Submitted, BytesKey> ByNonce { get; } =
        new(node => NonceKey(node.Transactor, node.Nonce!.Value), node => node.Nonce is not null);

    public static Kind NodeKind { get; } = new(38, "transaction", ByHash, ByNonce);

    public override Kind Kind => NodeKind;

    public static BytesKey NonceKey(PublicKey transactor, (ulong ExpirationBlockHeight, ulong PartialId) nonce)
    {
        var key = new byte[transactor.Bytes.Length + 16];
        transactor.Bytes.CopyTo(key, 0);
        BinaryPrimitives.WriteUInt64BigEndian(key.AsSpan(transactor.Bytes.Length), nonce.ExpirationBlockHeight);
        BinaryPrimitives.WriteUInt64BigEndian(key.AsSpan(transactor.Bytes.Length + 8), nonce.PartialId);
        return new BytesKey(key);
    }
}
