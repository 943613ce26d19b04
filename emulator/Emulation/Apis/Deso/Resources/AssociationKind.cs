using Emulation.Apis.Deso.Requests;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>A range of an index: all keys with a prefix.</summary>
sealed record KeyRange(Index<BytesKey> Index, byte[] Prefix, Func<Association, BytesKey> KeyOf);

/// <summary>The differences between associations with users and associations with posts.</summary>
sealed record AssociationKind
{
    /// <summary>The name in the node's function and type names, which appear in errors.</summary>
    public required string Name { get; init; }

    public required string InvalidTarget { get; init; }

    /// <summary>For posts, the node uses the text for the limit.</summary>
    public required string CountTakesNoLastSeen { get; init; }

    /// <summary>Reads the target of an association; null when it is malformed.</summary>
    public required Func<string, byte[]?> Target { get; init; }

    public required Index<BytesKey> ById { get; init; }

    /// <summary>Why no index of Badger storage supports a filter; null when one does.</summary>
    public required Func<AssociationFilter, string?> Unsupported { get; init; }

    /// <summary>The range of the associations that match a filter, in the order of responses.</summary>
    public required Func<AssociationFilter, KeyRange> KeyRange { get; init; }

    public required Func<Association, byte[]> TargetOf { get; init; }

    public static AssociationKind User { get; } = new()
    {
        Name = "User",
        InvalidTarget = Texts.BadTarget,
        CountTakesNoLastSeen = Texts.CountTakesNoLastSeen,
        Target = text => PublicKey.TryRead(text, out var key) ? key.Bytes : null,
        ById = UserAssociation.ById,
        Unsupported = UserIndexRules.Unsupported,
        KeyRange = UserIndexRules.KeyRange,
        TargetOf = association => ((UserAssociation)association).Target.Bytes,
    };

    public static AssociationKind Post { get; } = new()
    {
        Name = "Post",
        InvalidTarget = Texts.BadPostHash,
        CountTakesNoLastSeen = Texts.CountTakesNoLimit,
        Target = Hex.Hash,
        ById = PostAssociation.ById,
        Unsupported = PostIndexRules.Unsupported,
        KeyRange = PostIndexRules.KeyRange,
        TargetOf = association => ((PostAssociation)association).PostHash,
    };

    public Association? Find(Graph graph, byte[] id) => graph.Find<Association, BytesKey>(ById, new BytesKey(id));
}
