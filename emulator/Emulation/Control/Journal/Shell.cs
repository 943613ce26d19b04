using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Emulation.Control.Journals;

/// <summary>Words of a POSIX shell.</summary>
static partial class Shell
{
    // Signs that no header and no text has stand around a variable until the word is quoted.
    private const char Begin = '\x01';
    private const char End = '\x02';

    public static string VariableOf(string name)
    {
        var signs = name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToUpperInvariant(sign) : '_').ToArray();
        return signs.Length == 0 || char.IsAsciiDigit(signs[0]) ? "SECRET_" + new string(signs) : new string(signs);
    }

    public static string Variable(string variable) => $"{Begin}{variable}{End}";

    /// <summary>One word, with its variables filled in by the shell.</summary>
    public static string Word(string text)
    {
        if (Plain().IsMatch(text)) return text;
        var quoted = $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        return Marked().Replace(quoted, match => $"'\"${match.Groups["name"].Value}\"'");
    }

    /// <summary>Whether bytes can be a word of curl's: UTF-8, without a zero, without our own signs, and no at sign first, which would name a file.</summary>
    public static bool IsWord(ReadOnlySpan<byte> bytes) =>
        (bytes.IsEmpty || bytes[0] != '@') && bytes.IndexOfAny((byte)0, (byte)Begin, (byte)End) < 0 && Utf8.IsValid(bytes);

    /// <summary>A command that prints any bytes.</summary>
    public static string Print(ReadOnlySpan<byte> bytes)
    {
        var format = new StringBuilder("printf '");
        for (var i = 0; i < bytes.Length; i++)
        {
            var sign = (char)bytes[i];
            if (sign == '%') format.Append("%%");
            else if (i == 0 && sign == '-') format.Append("\\055");
            else if (sign is >= ' ' and <= '~' and not ('\'' or '\\')) format.Append(sign);
            else format.Append('\\').Append(Convert.ToString(sign, 8).PadLeft(3, '0'));
        }
        return format.Append('\'').ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_./:-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("\x01(?<name>[A-Z0-9_]+)\x02", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();
}
