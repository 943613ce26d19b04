using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso;

/// <summary>The members of profiles and posts in responses.</summary>
public enum FieldList
{
    /// <summary>The members in the documentation.</summary>
    Documented,

    /// <summary>The members that current nodes write: two more.</summary>
    Current,
}

/// <summary>The node's storage, which determines the supported queries and the order of results.</summary>
public enum Storage
{
    Badger,
    Postgres,
}

/// <summary>How the signature of a submitted transaction is checked.</summary>
public enum Signatures
{
    /// <summary>It must be by the owner's key, or by a derived key of the owner.</summary>
    Verify,

    /// <summary>Any signature is accepted.</summary>
    Trust,
}

/// <summary>What advances the tip of the chain.</summary>
public enum Blocks
{
    /// <summary>The world's clock: a pending transaction is in a block after one second and committed after two.</summary>
    Clock,

    /// <summary>Only the control plane.</summary>
    Manual,
}

public sealed record DesoOptions
{
    public Blocks Blocks { get; init; } = Blocks.Clock;

    /// <summary>The network, which determines the prefix of public keys.</summary>
    public Network Network { get; init; } = Network.Testnet;

    public FieldList Fields { get; init; } = FieldList.Documented;

    public Storage Storage { get; init; } = Storage.Badger;

    /// <summary>As on current nodes, IncludePostEntry omits every association on a post but the first.</summary>
    public bool QuirkRepeatedPosts { get; init; }

    public Signatures Signatures { get; init; } = Signatures.Verify;

    /// <summary>The origins that browsers may call from: <c>*</c>, whole origins, or the last two labels of a domain.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = ["*"];
}
