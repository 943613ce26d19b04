using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emulation.Apis.ThreatConnect.Authentication;

/// <summary>The signature of a request: HMAC-SHA256 over target, method and time.</summary>
static class Signature
{
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    private const int OnStack = 512;

    /// <summary>The signed text: the target exactly as in the request line, the method, and the seconds since 1970.</summary>
    public static string Text(string target, string method, string timestamp) => $"{target}:{method}:{timestamp}";

    /// <summary>The signature in base64, as in the Authorization header.</summary>
    public static string Of(string secret, string method, string target, long timestamp)
    {
        Span<byte> hash = stackalloc byte[Bytes];
        Compute(secret, Text(target, method, timestamp.ToString(CultureInfo.InvariantCulture)), hash);
        return Convert.ToBase64String(hash);
    }

    /// <summary>Decodes a signature; false when the text is not one.</summary>
    public static bool TryDecode(ReadOnlySpan<char> base64, Span<byte> bytes) =>
        base64.Length <= 64 && Convert.TryFromBase64Chars(base64, bytes, out var length) && length == Bytes;

    public static bool Matches(string secret, string text, ReadOnlySpan<byte> signature)
    {
        Span<byte> hash = stackalloc byte[Bytes];
        Compute(secret, text, hash);
        return CryptographicOperations.FixedTimeEquals(hash, signature);
    }

    private static void Compute(string secret, string text, Span<byte> hash)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = length <= OnStack ? null : ArrayPool<byte>.Shared.Rent(length);
        var bytes = rented ?? stackalloc byte[OnStack];
        var keyed = Keyed.With(secret);
        keyed.AppendData(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        keyed.GetHashAndReset(hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>
    /// A keyed hash. Creating one takes longer than hashing a request (4.4 µs against 1.0), so each thread caches its last one.
    /// </summary>
    private sealed record Keyed(string Secret, IncrementalHash Hash)
    {
        // A cache of scratch objects, not state: it is compared with the key before each use, and empty after it.
        [ThreadStatic]
        private static Keyed? t_last;

        public static IncrementalHash With(string secret)
        {
            if (t_last is { } last && string.Equals(last.Secret, secret, StringComparison.Ordinal)) return last.Hash;
            t_last?.Hash.Dispose();
            t_last = new Keyed(secret, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret)));
            return t_last.Hash;
        }
    }
}
