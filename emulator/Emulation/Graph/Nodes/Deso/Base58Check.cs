using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Emulation.Graphs.Deso;

/// <summary>
/// Base58 of prefix, payload and the first four bytes of the payload's double SHA-256 (prefix included): how a node prints keys.
/// Reading checks neither the prefix nor that the key is on the curve.
/// </summary>
static class Base58Check
{
    public const int PublicKeySize = 33;
    public const int PrivateKeySize = 32;

    private const int PrefixSize = 3;
    private const int ChecksumSize = 4;

    // No key is nearly as long; decoding costs the square of the length.
    private const int LongestText = 512;
    /// <summary>The digits of base 58, by value.</summary>
    public const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const uint FiveDigits = 58 * 58 * 58 * 58 * 58;

    public static ReadOnlySpan<byte> PublicPrefix(Network network) =>
        network == Network.Mainnet ? [0xCD, 0x14, 0x00] : [0x11, 0xC2, 0x00];

    public static ReadOnlySpan<byte> PrivatePrefix(Network network) =>
        network == Network.Mainnet ? [0x35, 0x00, 0x00] : [0x4F, 0x06, 0x1B];

    /// <summary>ASCII.</summary>
    public static byte[] Print(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> payload)
    {
        var whole = new byte[prefix.Length + payload.Length + ChecksumSize];
        prefix.CopyTo(whole);
        payload.CopyTo(whole.AsSpan(prefix.Length));
        Checksum(whole.AsSpan(0, prefix.Length + payload.Length), whole.AsSpan(prefix.Length + payload.Length));
        return Encode(whole);
    }

    /// <summary>The payload of exactly <paramref name="size"/> bytes; false when digits, checksum or length are wrong.</summary>
    public static bool TryRead(string text, int size, [NotNullWhen(true)] out byte[]? payload) =>
        TryRead(text, out payload) && payload.Length == size;

    /// <summary>The payload, of whatever length; false when digits or checksum are wrong.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? payload)
    {
        payload = null;
        if (text.Length > LongestText || Decode(text) is not { Length: >= PrefixSize + ChecksumSize } whole) return false;
        Span<byte> checksum = stackalloc byte[ChecksumSize];
        Checksum(whole.AsSpan(0, whole.Length - ChecksumSize), checksum);
        if (!checksum.SequenceEqual(whole.AsSpan(whole.Length - ChecksumSize))) return false;
        payload = whole[PrefixSize..^ChecksumSize];
        return true;
    }

    private static void Checksum(ReadOnlySpan<byte> of, Span<byte> to)
    {
        Span<byte> once = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> twice = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(of, once);
        SHA256.HashData(once, twice);
        twice[..ChecksumSize].CopyTo(to);
    }

    private static byte[] Encode(byte[] bytes)
    {
        var limbs = new uint[(bytes.Length + 3) / 4];
        var padded = new byte[limbs.Length * 4];
        bytes.CopyTo(padded, padded.Length - bytes.Length);
        for (var i = 0; i < limbs.Length; i++) limbs[i] = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(i * 4));

        var digits = new List<byte>(bytes.Length * 3 / 2);
        for (var top = 0; top < limbs.Length;)
        {
            ulong rest = 0;
            for (var i = top; i < limbs.Length; i++)
            {
                var value = (rest << 32) | limbs[i];
                limbs[i] = (uint)(value / FiveDigits);
                rest = value % FiveDigits;
            }
            for (var i = 0; i < 5; i++, rest /= 58) digits.Add((byte)Digits[(int)(rest % 58)]);
            while (top < limbs.Length && limbs[top] == 0) top++;
        }
        while (digits.Count > 0 && digits[^1] == '1') digits.RemoveAt(digits.Count - 1);
        for (var i = 0; i < bytes.Length && bytes[i] == 0; i++) digits.Add((byte)'1');
        digits.Reverse();
        return [.. digits];
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new List<byte>(text.Length);
        foreach (var sign in text)
        {
            var carry = Digits.IndexOf(sign, StringComparison.Ordinal);
            if (carry < 0) return null;
            for (var i = 0; i < bytes.Count; i++)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
            }
            while (carry > 0)
            {
                bytes.Add((byte)carry);
                carry >>= 8;
            }
        }
        for (var i = 0; i < text.Length && text[i] == '1'; i++) bytes.Add(0);
        bytes.Reverse();
        return [.. bytes];
    }
}
