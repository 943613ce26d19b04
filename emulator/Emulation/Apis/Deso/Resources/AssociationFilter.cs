using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>The conditions on associations. A condition that is null or empty matches everything.</summary>
sealed record AssociationFilter
{
    public PublicKey? Transactor { get; init; }

    /// <summary>The 33 bytes of a user's key, or the 32 bytes of a post's hash.</summary>
    public byte[]? Target { get; init; }

    public PublicKey? App { get; init; }

    public string Type { get; init; } = "";

    public string TypePrefix { get; init; } = "";

    public string Value { get; init; } = "";

    public string ValuePrefix { get; init; } = "";

    /// <summary>Only associations after the one with this id.</summary>
    public byte[]? LastSeen { get; init; }

    public bool Descending { get; init; }

    public int Limit { get; init; } = AssociationChecks.MaxPerQuery;

    public bool IsEmpty => Transactor is null && Target is null && App is null
        && Type.Length == 0 && TypePrefix.Length == 0 && Value.Length == 0 && ValuePrefix.Length == 0;

    public bool HasValue => Value.Length > 0 || ValuePrefix.Length > 0;

    /// <summary>A condition contains NUL, which no association does.</summary>
    public bool MatchesNothing => (Type + TypePrefix + Value + ValuePrefix).Contains('\0', StringComparison.Ordinal);

    /// <summary>
    /// The common prefix of the matching keys in an index whose keys are <paramref name="head"/>, type, value and <paramref name="tail"/>.
    /// </summary>
    public byte[] KeyPrefix(byte[]? head, params ReadOnlySpan<byte[]?> tail)
    {
        var prefix = new List<byte>(head ?? []);
        if (Type.Length == 0)
        {
            prefix.AddRange(AssociationKey.Lower(Encoding.UTF8.GetBytes(TypePrefix)));
            return [.. prefix];
        }
        prefix.AddRange(AssociationKey.Lower(Encoding.UTF8.GetBytes(Type)));
        prefix.Add(0);
        if (Value.Length == 0)
        {
            prefix.AddRange(Encoding.UTF8.GetBytes(ValuePrefix));
            return [.. prefix];
        }
        prefix.AddRange(Encoding.UTF8.GetBytes(Value));
        prefix.Add(0);
        foreach (var part in tail)
        {
            if (part is null) break;
            prefix.AddRange(part);
        }
        return [.. prefix];
    }
}
