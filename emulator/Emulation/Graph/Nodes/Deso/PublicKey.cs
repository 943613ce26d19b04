using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Emulation.Graphs.Deso;

/// <summary>
/// A compressed secp256k1 key, 33 bytes; also a user's internal identity, since no identity was ever swapped here.
/// Share one object among the nodes that name the same user: it keeps its printed form.
/// </summary>
sealed class PublicKey(byte[] bytes) : IEquatable<PublicKey>
{
    private Printed? _printed;

    /// <summary>No app: the association holds everywhere.</summary>
    public static PublicKey Zero { get; } = new(new byte[Base58Check.PublicKeySize]);

    public byte[] Bytes { get; } = bytes.Length == Base58Check.PublicKeySize
        ? bytes
        : throw new InvalidOperationException($"A public key has {Base58Check.PublicKeySize} bytes, not {bytes.Length}.");

    public BytesKey Key => new(Bytes);

    public static bool TryRead(string text, [NotNullWhen(true)] out PublicKey? key)
    {
        key = Base58Check.TryRead(text, Base58Check.PublicKeySize, out var bytes) ? new PublicKey(bytes) : null;
        return key is not null;
    }

    /// <summary>Base58Check with the network's prefix, ASCII.</summary>
    public ReadOnlySpan<byte> Ascii(Network network)
    {
        var printed = _printed;
        if (printed is null || printed.Network != network)
            _printed = printed = new Printed(network, Base58Check.Print(Base58Check.PublicPrefix(network), Bytes));
        return printed.Ascii;
    }

    public string Text(Network network) => Encoding.ASCII.GetString(Ascii(network));

    public bool Equals(PublicKey? other) => other is not null && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(1));

    public override string ToString() => Convert.ToHexStringLower(Bytes);

    private sealed record Printed(Network Network, byte[] Ascii);
}
