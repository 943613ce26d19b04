using System.Text;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>What an association has to be like. Null or empty: anything will do.</summary>
sealed record Filter
{
    public PublicKey? Transactor { get; init; }

    /// <summary>A user's 33 bytes or a post's 32.</summary>
    public byte[]? About { get; init; }

    public PublicKey? App { get; init; }

    public string Type { get; init; } = "";

    public string TypePrefix { get; init; } = "";

    public string Value { get; init; } = "";

    public string ValuePrefix { get; init; } = "";

    /// <summary>Only what comes after this one.</summary>
    public byte[]? LastSeen { get; init; }

    public bool Descending { get; init; }

    public int Limit { get; init; } = AssociationChecks.MostPerQuery;

    public bool IsEmpty => Transactor is null && About is null && App is null
        && Type.Length == 0 && TypePrefix.Length == 0 && Value.Length == 0 && ValuePrefix.Length == 0;

    public bool AsksForValue => Value.Length > 0 || ValuePrefix.Length > 0;

    /// <summary>No association holds a NUL.</summary>
    public bool MatchesNothing => (Type + TypePrefix + Value + ValuePrefix).Contains('\0', StringComparison.Ordinal);

    /// <summary>The start of the keys that match, in an index that begins with <paramref name="head"/> and goes on with <paramref name="tail"/>.</summary>
    public byte[] KeyStart(byte[]? head, params ReadOnlySpan<byte[]?> tail)
    {
        var start = new List<byte>(head ?? []);
        if (Type.Length == 0)
        {
            start.AddRange(AssociationKey.Lower(Encoding.UTF8.GetBytes(TypePrefix)));
            return [.. start];
        }
        start.AddRange(AssociationKey.Lower(Encoding.UTF8.GetBytes(Type)));
        start.Add(0);
        if (Value.Length == 0)
        {
            start.AddRange(Encoding.UTF8.GetBytes(ValuePrefix));
            return [.. start];
        }
        start.AddRange(Encoding.UTF8.GetBytes(Value));
        start.Add(0);
        foreach (var part in tail)
        {
            if (part is null) break;
            start.AddRange(part);
        }
        return [.. start];
    }
}
