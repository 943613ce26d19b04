namespace Emulation.Graphs.Deso;

/// <summary>What one user says about another user or about a post.</summary>
abstract record Association : Node
{
    /// <summary>32 bytes: the hash of the transaction that created it.</summary>
    public required byte[] Id { get; init; }

    public required PublicKey Transactor { get; init; }

    /// <summary><see cref="PublicKey.Zero"/> when it belongs to no app.</summary>
    public required PublicKey App { get; init; }

    /// <summary>UTF-8 in the spelling it was created with; matched without case.</summary>
    public required byte[] Type { get; init; }

    /// <summary>UTF-8; matched with case.</summary>
    public required byte[] Value { get; init; }

    public ExtraData? ExtraData { get; init; }

    public required uint BlockHeight { get; init; }
}

sealed record UserAssociation : Association
{
    public required PublicKey Target { get; init; }

    public static Index<UserAssociation, BytesKey> ById { get; } = new(node => new(node.Id));

    /// <summary>In this order an association is unique: it is its natural key.</summary>
    public static Index<UserAssociation, BytesKey> ByTransactorAndTarget { get; } = new(NaturalKey);

    public static Index<UserAssociation, BytesKey> ByTransactor { get; } = new(TransactorKey);

    public static Index<UserAssociation, BytesKey> ByTarget { get; } = new(TargetKey);

    public static Kind NodeKind { get; } = new(35, "user association", ById, ByTransactorAndTarget, ByTransactor, ByTarget);

    public override Kind Kind => NodeKind;

    public static BytesKey NaturalKey(UserAssociation node) =>
        AssociationKey.Of([node.Transactor.Bytes, node.Target.Bytes], node.Type, node.Value, [node.App.Bytes]);

    public static BytesKey TransactorKey(UserAssociation node) =>
        AssociationKey.Of([node.Transactor.Bytes], node.Type, node.Value, [node.Target.Bytes, node.App.Bytes]);

    public static BytesKey TargetKey(UserAssociation node) =>
        AssociationKey.Of([node.Target.Bytes], node.Type, node.Value, [node.Transactor.Bytes, node.App.Bytes]);
}

sealed record PostAssociation : Association
{
    /// <summary>32 bytes.</summary>
    public required byte[] PostHash { get; init; }

    public static Index<PostAssociation, BytesKey> ById { get; } = new(node => new(node.Id));

    /// <summary>In this order an association is unique: it is its natural key.</summary>
    public static Index<PostAssociation, BytesKey> ByTransactor { get; } = new(NaturalKey);

    public static Index<PostAssociation, BytesKey> ByPost { get; } = new(PostKey);

    public static Index<PostAssociation, BytesKey> ByType { get; } = new(TypeKey);

    public static Kind NodeKind { get; } = new(36, "post association", ById, ByTransactor, ByPost, ByType);

    public override Kind Kind => NodeKind;

    public static BytesKey NaturalKey(PostAssociation node) =>
        AssociationKey.Of([node.Transactor.Bytes], node.Type, node.Value, [node.PostHash, node.App.Bytes]);

    public static BytesKey PostKey(PostAssociation node) =>
        AssociationKey.Of([node.PostHash], node.Type, node.Value, [node.Transactor.Bytes, node.App.Bytes]);

    public static BytesKey TypeKey(PostAssociation node) =>
        AssociationKey.Of([], node.Type, node.Value, [node.PostHash, node.Transactor.Bytes, node.App.Bytes]);
}
