namespace Emulation.Graphs.ThreatWinds;

/// <summary>Values that encode bytes.</summary>
static class Encoded
{
    public static Normalised Base64(string text)
    {
        var signs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\r' or '\n') continue;
            var tail = text.AsSpan(i).TrimEnd("\r\n");
            if (text[i] == '=') return tail is "=" && signs % 4 == 3 || tail is "==" && signs % 4 == 2 ? text : Corrupt(i);
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '/')) return Corrupt(i);
            signs++;
        }
        return signs % 4 == 0 ? text : Corrupt(text.Length - (signs % 4));

        static Normalised Corrupt(int at) => Normalised.Not($"illegal base64 data at input byte {at}");
    }

    public static Normalised Hexadecimal(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsAscii || !char.IsAsciiHexDigit((char)rune.Value))
                return Normalised.Not($"encoding/hex: invalid byte: U+{rune.Value:X4} '{rune}'");
        }
        return text.Length % 2 == 0 ? text : Normalised.Not("encoding/hex: odd length hex string");
    }

    /// <summary>With dashes, without, in braces, or after <c>urn:uuid:</c>.</summary>
    public static Normalised Uuid(string text)
    {
        const string Urn = "urn:uuid:";
        if (text.Length is not (32 or 36 or 38 or 45))
            return Normalised.Not($"invalid UUID length: {System.Text.Encoding.UTF8.GetByteCount(text)}");
        if (text.Length == 45 && !text.StartsWith(Urn, StringComparison.OrdinalIgnoreCase))
            return Normalised.Not($"invalid urn prefix: \"{text[..9]}\"");
        var plain = text.Length switch { 45 => text[9..], 38 => text[1..^1], _ => text };
        if (text.Length == 38 && (text[0] != '{' || text[^1] != '}')) return Normalised.Not("invalid bracketed UUID format");
        var format = plain.Length == 32 ? "N" : "D";
        return Guid.TryParseExact(plain, format, out var id) ? id.ToString() : Normalised.Not("invalid UUID format");
    }
}
