using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Emulation.Graphs.ThreatWinds;

/// <summary>Ids of ThreatWinds: entities and relations by their content, records by a counter.</summary>
static class Ids
{
    private const int HashBytes = 32;
    private const int HashDigits = HashBytes * 2;

    /// <summary>Texts of up to so many characters are hashed without an allocation.</summary>
    private const int ShortText = 256;

    private const int MostBytesPerCharacter = 3;

    /// <summary>
    /// Type, hyphen, and the SHA3-256 of the normalised value; the type is not hashed (go-sdk entities; ids printed by
    /// threatwinds/api-docs).
    /// </summary>
    public static string OfEntity(string type, string value) => string.Concat(type, "-", HashOf(value).ToString());

    /// <summary>The SHA3-256 of both entity ids, one after the other: direction counts, the mode does not (4.3).</summary>
    public static Hash256 OfRelation(string entityId, string relatedEntityId) => HashOf(string.Concat(entityId, relatedEntityId));

    /// <summary>The type in an id, before the hyphen and the hash; null when the id does not have this shape.</summary>
    public static string? TypeOf(string id) => id.Length > HashDigits + 1 && id[^(HashDigits + 1)] == '-' ? id[..^(HashDigits + 1)] : null;

    public static Hash256 HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        Span<byte> bytes = text.Length <= ShortText
            ? stackalloc byte[ShortText * MostBytesPerCharacter]
            : new byte[Encoding.UTF8.GetByteCount(text)];
        Keccak.Hash(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return new Hash256(hash);
    }

    /// <summary>The id of the n-th record of a kind, in the shape of a version 4 UUID.</summary>
    public static Guid OfRecord(Kind kind, long number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Scramble(kind.Number, number, hash);
        return Uuid.FromHash(hash);
    }

    /// <summary>Letters and digits that look like the vendor's tokens, from a counter.</summary>
    public static string Token(Kind kind, long number, int length)
    {
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var token = new StringBuilder(length);
        for (var block = 1; token.Length < length; block++)
        {
            Scramble((block << 8) | kind.Number, number, hash);
            foreach (var part in hash)
                if (token.Length < length) token.Append(Signs[part % Signs.Length]);
        }
        return token.ToString();
    }

    /// <summary>Six digits, from a counter.</summary>
    public static string Code(Kind kind, long number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Scramble(kind.Number | (1 << 30), number, hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) % 1_000_000).ToString("D6");
    }

    private static void Scramble(int what, long number, Span<byte> hash)
    {
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(input, what);
        BinaryPrimitives.WriteInt64BigEndian(input[4..], number);
        SHA256.HashData(input, hash);
    }
}

/// <summary>A hash of 32 bytes, stored in the node itself instead of as a text of 64 characters.</summary>
readonly record struct Hash256(ulong First, ulong Second, ulong Third, ulong Fourth) : IComparable<Hash256>
{
    public Hash256(ReadOnlySpan<byte> bytes) : this(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]))
    {
    }

    /// <summary>From 64 lower-case hexadecimal digits; null for anything else.</summary>
    public static Hash256? Parse(string text)
    {
        if (text.Length != 64 || !text.All(char.IsAsciiHexDigitLower)) return null;
        return new Hash256(Convert.FromHexString(text));
    }

    public int CompareTo(Hash256 other)
    {
        if (First != other.First) return First.CompareTo(other.First);
        if (Second != other.Second) return Second.CompareTo(other.Second);
        return Third != other.Third ? Third.CompareTo(other.Third) : Fourth.CompareTo(other.Fourth);
    }

    public override string ToString() => string.Create(64, this, static (text, hash) =>
    {
        hash.First.TryFormat(text, out _, "x16");
        hash.Second.TryFormat(text[16..], out _, "x16");
        hash.Third.TryFormat(text[32..], out _, "x16");
        hash.Fourth.TryFormat(text[48..], out _, "x16");
    });
}
