using System.Globalization;
using System.Text;

namespace Emulation.Apis.Deso.Requests;

/// <summary>Decodes JSON strings as Go does: invalid UTF-8 and unpaired surrogates become U+FFFD.</summary>
static class GoText
{
    /// <param name="quoted">A valid JSON string with its quotation marks.</param>
    public static string Unquote(ReadOnlySpan<byte> quoted)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains((byte)'\\') && Ascii.IsValid(inner)) return Encoding.ASCII.GetString(inner);
        var text = new StringBuilder(inner.Length);
        while (!inner.IsEmpty)
        {
            if (inner[0] != '\\')
            {
                var valid = Rune.DecodeFromUtf8(inner, out var rune, out var size) == System.Buffers.OperationStatus.Done;
                text.Append(rune.ToString());
                inner = inner[(valid ? size : 1)..];
                continue;
            }
            if (inner[1] == 'u')
            {
                inner = Escaped(inner, text);
                continue;
            }
            text.Append(inner[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                var self => (char)self,
            });
            inner = inner[2..];
        }
        return text.ToString();
    }

    /// <summary>Compares field names ignoring case. Two letters outside of ASCII fold to k and s.</summary>
    public static bool SameName(string given, string field)
    {
        if (given.Length != field.Length) return false;
        for (var i = 0; i < field.Length; i++)
            if (Folded(given[i]) != Folded(field[i])) return false;
        return true;
    }

    private static char Folded(char character) => character switch
    {
        '\u017F' => 'S',
        '\u212A' => 'K',
        _ => char.IsAsciiLetterLower(character) ? (char)(character - 0x20) : character,
    };

    private static ReadOnlySpan<byte> Escaped(ReadOnlySpan<byte> from, StringBuilder text)
    {
        var first = Unit(from);
        var rest = from[6..];
        var isFollowedByEscape = rest.Length >= 6 && rest[0] == '\\' && rest[1] == 'u';
        if (char.IsHighSurrogate(first) && isFollowedByEscape && char.IsLowSurrogate(Unit(rest)))
        {
            text.Append(first).Append(Unit(rest));
            return rest[6..];
        }
        text.Append(char.IsSurrogate(first) ? '\uFFFD' : first);
        return rest;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
