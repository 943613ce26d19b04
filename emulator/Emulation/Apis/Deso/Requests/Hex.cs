using System.Text;

namespace Emulation.Apis.Deso.Requests;

/// <summary>Reads hexadecimal bytes and hashes.</summary>
static class Hex
{
    public const int HashSize = 32;

    /// <summary>The bytes of a text; null when it is not hexadecimal of even length.</summary>
    public static byte[]? Bytes(string text) =>
        text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    /// <summary>A hash; a short one is filled with zeros, a long one is truncated.</summary>
    public static byte[]? Hash(string text)
    {
        if (Bytes(text) is not { } bytes) return null;
        Array.Resize(ref bytes, HashSize);
        return bytes;
    }

    /// <summary>
    /// Fills a node's message for a malformed hash: <c>{0}</c> is the text, <c>{1}</c> the error of Go's decoder, if any.
    /// </summary>
    public static string InvalidHash(string message, string text) => message
        .Replace("{0}", text, StringComparison.Ordinal)
        .Replace("{1}", Bytes(text) is null ? Fault(text) : "<nil>", StringComparison.Ordinal);

    /// <summary>The error text of Go's encoding/hex for a text that is not hexadecimal.</summary>
    public static string Fault(string text)
    {
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiHexDigit((char)unit)) continue;
            var shown = char.IsControl((char)unit) ? "" : $" '{(char)unit}'";
            return $"encoding/hex: invalid byte: U+{(int)unit:X4}{shown}";
        }
        return "encoding/hex: odd length hex string";
    }
}
