using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Transactions;

/// <summary>The transactions that make and remove associations, by their numbers on the chain.</summary>
enum TransactionType
{
    CreateUserAssociation = 27,
    DeleteUserAssociation = 28,
    CreatePostAssociation = 29,
    DeletePostAssociation = 30,
}

sealed record Input(byte[] Transaction, ulong Index);

sealed record Output(byte[] PublicKey, ulong AmountNanos);

/// <summary>What a transaction is about; a create has the first four, a delete the last.</summary>
sealed record Metadata
{
    /// <summary>The target's key, or the post's hash; null when it had the wrong length.</summary>
    public byte[]? About { get; init; }

    public byte[]? App { get; init; }

    public byte[] AssociationType { get; init; } = [];

    public byte[] AssociationValue { get; init; } = [];

    public byte[] AssociationId { get; init; } = [];
}

/// <summary>Proof against sending twice, and an end of validity.</summary>
readonly record struct Nonce(ulong ExpirationBlockHeight, ulong PartialId);

sealed record Transaction
{
    public IReadOnlyList<Input> Inputs { get; init; } = [];

    public IReadOnlyList<Output> Outputs { get; init; } = [];

    public required TransactionType Type { get; init; }

    public required Metadata Metadata { get; init; }

    public required byte[] PublicKey { get; init; }

    public ExtraData? ExtraData { get; init; }

    /// <summary>As sent, empty when there is none.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>0 or 1; the fee and the nonce came with 1.</summary>
    public ulong Version { get; init; } = 1;

    public ulong FeeNanos { get; init; }

    public Nonce Nonce { get; init; }

    public bool IsCreate => Type is TransactionType.CreateUserAssociation or TransactionType.CreatePostAssociation;

    public bool IsAboutUser => Type is TransactionType.CreateUserAssociation or TransactionType.DeleteUserAssociation;
}
