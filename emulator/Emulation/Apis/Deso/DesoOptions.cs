using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso;

/// <summary>Which keys profiles and posts have.</summary>
public enum FieldList
{
    /// <summary>Those that the documentation prints.</summary>
    Documented,

    /// <summary>Those that a node prints today: two more.</summary>
    Current,
}

/// <summary>What the node keeps its data in, which shows in what can be asked and in what order it is answered.</summary>
public enum Storage
{
    Badger,
    Postgres,
}

/// <summary>What a submitted transaction's signature must be.</summary>
public enum Signatures
{
    /// <summary>The owner's, or that of a key that may sign for the owner.</summary>
    Verify,

    /// <summary>Anything.</summary>
    Trust,
}

/// <summary>What moves the chain's tip.</summary>
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

    /// <summary>How keys are printed.</summary>
    public Network Network { get; init; } = Network.Testnet;

    public FieldList Fields { get; init; } = FieldList.Documented;

    public Storage Storage { get; init; } = Storage.Badger;

    /// <summary>With IncludePostEntry a node today leaves out every association but the first on a post.</summary>
    public bool QuirkRepeatedPosts { get; init; }

    public Signatures Signatures { get; init; } = Signatures.Verify;

    /// <summary>From where browsers may call: <c>*</c>, whole origins, or the last two labels of a domain.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = ["*"];
}
