using System.Text;

namespace Emulation.Graphs.Deso;

/// <summary>
/// How a node orders associations: by the bytes of what the index fixes, then the type in lower case, a zero, the value, a zero,
/// and the rest. A filter that such an index serves is a common start of its keys.
/// </summary>
static class AssociationKey
{
    public static BytesKey Of(ReadOnlySpan<byte[]> head, ReadOnlySpan<byte> type, ReadOnlySpan<byte> value, ReadOnlySpan<byte[]> tail)
    {
        var lower = Lower(type);
        var length = lower.Length + value.Length + 2;
        foreach (var part in head) length += part.Length;
        foreach (var part in tail) length += part.Length;
        var key = new byte[length];
        var at = 0;
        foreach (var part in head) Put(part, key, ref at);
        Put(lower, key, ref at);
        at++;
        Put(value, key, ref at);
        at++;
        foreach (var part in tail) Put(part, key, ref at);
        return new BytesKey(key);
    }

    /// <summary>
    /// Rune by rune as Go does it, which differs from .NET in one letter: capital I with a dot becomes a plain i.
    /// A byte that is no UTF-8 becomes U+FFFD.
    /// </summary>
    public static byte[] Lower(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            var plain = text.ToArray();
            foreach (ref var sign in plain.AsSpan())
                if (sign is >= (byte)'A' and <= (byte)'Z') sign |= 0x20;
            return plain;
        }
        var lower = new List<byte>(text.Length + 8);
        Span<byte> encoded = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(text, out var rune, out var size) == System.Buffers.OperationStatus.Done;
            text = text[(valid ? size : 1)..];
            var low = rune.Value == 0x130 ? new Rune('i') : Rune.ToLowerInvariant(rune);
            lower.AddRange(encoded[..low.EncodeToUtf8(encoded)]);
        }
        return [.. lower];
    }

    private static void Put(ReadOnlySpan<byte> part, byte[] key, ref int at)
    {
        part.CopyTo(key.AsSpan(at));
        at += part.Length;
    }
}
