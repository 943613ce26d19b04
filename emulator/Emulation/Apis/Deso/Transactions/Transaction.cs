using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>The transaction types for associations, with their numbers on the chain.</summary>
enum TransactionType
{
    CreateUserAssociation = 27,
    DeleteUserAssociation = 28,
    CreatePostAssociation = 29,
    DeletePostAssociation = 30,
}

sealed record Input(byte[] Transaction, ulong Index);

sealed record Output(byte[] PublicKey, ulong AmountNanos);

/// <summary>The metadata of a transaction. A creation has all members but the last, a deletion only the last.</summary>
sealed record Metadata
{
    /// <summary>The key of the target user or the hash of the post; null when its length is wrong.</summary>
    public byte[]? Target { get; init; }

    public byte[]? App { get; init; }

    public byte[] AssociationType { get; init; } = [];

    public byte[] AssociationValue { get; init; } = [];

    public byte[] AssociationId { get; init; } = [];
}

/// <summary>Prevents a transaction from being submitted twice, and limits its validity.</summary>
readonly record struct Nonce(ulong ExpirationBlockHeight, ulong PartialId);

sealed record Transaction
{
    public IReadOnlyList<Input> Inputs { get; init; } = [];

    public IReadOnlyList<Output> Outputs { get; init; } = [];

    public required TransactionType Type { get; init; }

    public required Metadata Metadata { get; init; }

    public required byte[] PublicKey { get; init; }

    public ExtraData? ExtraData { get; init; }

    /// <summary>The signature as sent; empty without one.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>0 or 1; version 1 added the fee and the nonce.</summary>
    public ulong Version { get; init; } = 1;

    public ulong FeeNanos { get; init; }

    public Nonce Nonce { get; init; }

    public bool IsCreate => Type is TransactionType.CreateUserAssociation or TransactionType.CreatePostAssociation;

    public bool IsAboutUser => Type is TransactionType.CreateUserAssociation or TransactionType.DeleteUserAssociation;
}
