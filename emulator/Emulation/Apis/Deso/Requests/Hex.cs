using System.Text;

namespace Emulation.Apis.Deso.Requests;

/// <summary>Hashes as these routes read them.</summary>
static class Hex
{
    public const int HashSize = 32;

    /// <summary>Bytes of any number; null when it is not hexadecimal of even length.</summary>
    public static byte[]? Bytes(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    /// <summary>Too short a hash is filled with zeros, too long a one is cut.</summary>
    public static byte[]? Hash(string text)
    {
        if (Bytes(text) is not { } bytes) return null;
        Array.Resize(ref bytes, HashSize);
        return bytes;
    }

    /// <summary>Why a text is not hexadecimal, in the words of Go's encoding/hex.</summary>
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
