using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Emulation.Control.Journals;

/// <summary>Quoting for a POSIX shell.</summary>
static partial class Shell
{
    // Control characters that no header contains mark a variable until the word is quoted.
    private const char Begin = '\x01';
    private const char End = '\x02';

    public static string VariableOf(string name)
    {
        var characters = name.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_').ToArray();
        return characters.Length == 0 || char.IsAsciiDigit(characters[0]) ? "SECRET_" + new string(characters) : new string(characters);
    }

    public static string Variable(string variable) => $"{Begin}{variable}{End}";

    /// <summary>The text as one word, in which the shell expands the marked variables.</summary>
    public static string Word(string text)
    {
        if (Plain().IsMatch(text)) return text;
        var quoted = $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        return Marked().Replace(quoted, match => $"'\"${match.Groups["name"].Value}\"'");
    }

    /// <summary>
    /// Whether bytes can be an argument of curl: UTF-8 without NUL and our markers, not beginning with @, which would name a file.
    /// </summary>
    public static bool IsWord(ReadOnlySpan<byte> bytes) =>
        (bytes.IsEmpty || bytes[0] != '@') && bytes.IndexOfAny((byte)0, (byte)Begin, (byte)End) < 0 && Utf8.IsValid(bytes);

    /// <summary>A command that prints arbitrary bytes.</summary>
    public static string Print(ReadOnlySpan<byte> bytes)
    {
        var format = new StringBuilder("printf '");
        for (var i = 0; i < bytes.Length; i++)
        {
            var character = (char)bytes[i];
            if (character == '%') format.Append("%%");
            else if (i == 0 && character == '-') format.Append("\\055");
            else if (character is >= ' ' and <= '~' and not ('\'' or '\\')) format.Append(character);
            else format.Append('\\').Append(Convert.ToString(character, 8).PadLeft(3, '0'));
        }
        return format.Append('\'').ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_./:-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("\x01(?<name>[A-Z0-9_]+)\x02", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();
}
