using Emulation.Apis.Deso.Requests;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>A stretch of an index: all keys with this start, and how an association's key in it is made.</summary>
sealed record Stretch(Index<BytesKey> Index, byte[] Start, Func<Association, BytesKey> KeyOf);

/// <summary>What differs between associations about users and associations about posts.</summary>
sealed record Subject
{
    /// <summary>As it stands in the names of a node's functions.</summary>
    public required string Name { get; init; }

    public required string AboutUnreadable { get; init; }

    /// <summary>The post version repeats the text of the limit.</summary>
    public required string CountTakesNoLastSeen { get; init; }

    /// <summary>Reads what an association is about; null when it cannot be read.</summary>
    public required Func<string, byte[]?> About { get; init; }

    public required Index<BytesKey> ById { get; init; }

    /// <summary>Why no index of the badger storage serves a filter; null when one does.</summary>
    public required Func<Filter, string?> Unserved { get; init; }

    /// <summary>Where the associations of a filter stand, in the order in which they are answered.</summary>
    public required Func<Filter, Stretch> Stretch { get; init; }

    public required Func<Association, byte[]> AboutOf { get; init; }

    public static Subject User { get; } = new()
    {
        Name = "User",
        AboutUnreadable = Texts.BadTarget,
        CountTakesNoLastSeen = Texts.CountTakesNoLastSeen,
        About = text => PublicKey.TryRead(text, out var key) ? key.Bytes : null,
        ById = UserAssociation.ById,
        Unserved = UserRules.Unserved,
        Stretch = UserRules.Stretch,
        AboutOf = association => ((UserAssociation)association).Target.Bytes,
    };

    public static Subject Post { get; } = new()
    {
        Name = "Post",
        AboutUnreadable = Texts.BadPostHash,
        CountTakesNoLastSeen = Texts.CountTakesNoLimit,
        About = Hex.Hash,
        ById = PostAssociation.ById,
        Unserved = PostRules.Unserved,
        Stretch = PostRules.Stretch,
        AboutOf = association => ((PostAssociation)association).PostHash,
    };

    public Association? Find(Graph graph, byte[] id) => graph.Find<Association, BytesKey>(ById, new BytesKey(id));
}
