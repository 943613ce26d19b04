using System.Buffers;
using System.Globalization;
using System.Text;

namespace Emulation.Control.GraphView;

/// <summary>A name or value as a label of one or two lines, and how wide a line is at most.</summary>
static class LabelText
{
    /// <summary>The size of labels, in units of the picture.</summary>
    public const int FontSize = 11;

    public const int LineHeight = 13;

    private const int LongestTitle = 300;
    private const int LongestLine = 18;
    private const int ShortestWord = 4;
    private const int ShortestHash = 32;

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The text in one line, cut after so many characters.</summary>
    public static string Title(string name) => Cut(OneLine(name), LongestTitle);

    /// <summary>One or two lines of at most 18 characters, broken after a blank or a sign where there is one.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        var text = OneLine(name);
        if (text.Length == 0) return ["—"];
        if (text.Length <= LongestLine) return [text];
        // The beginning and the end of a hash are what people compare.
        var word = text.AsSpan(0, text.IndexOf(' ') is var blank and > 0 ? blank : text.Length);
        if (word.Length >= ShortestHash && word.IndexOfAnyExcept(s_hexDigits) < 0) return [$"{word[..8]}…{word[^6..]}"];
        var at = BreakIn(text);
        var rest = text[at..].Trim();
        return rest.Length == 0 ? [text[..at].Trim()] : [text[..at].Trim(), Cut(rest, LongestLine)];
    }

    /// <summary>The lines of a name as one text.</summary>
    public static string Joined(string name, IReadOnlyList<string> lines) =>
        string.Join(OneLine(name).StartsWith($"{lines[0]} ", StringComparison.Ordinal) ? " " : "", lines);

    /// <summary>At least the width of a line in a sans-serif font.</summary>
    public static int Width(string line)
    {
        // Tenths of the font's size.
        var tenths = 0;
        foreach (var rune in line.EnumerateRunes()) tenths += TenthsOf(rune);
        return (tenths * FontSize / 10) + 2;
    }

    private static int TenthsOf(Rune rune)
    {
        if (rune.Value >= 0x1100) return 12;
        return (char)rune.Value switch
        {
            'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 4,
            ' ' or 'f' or 't' or 'r' or '-' or '(' or ')' or '/' or '[' or ']' => 5,
            'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' or '—' => 10,
            >= 'A' and <= 'Z' => 8,
            _ => 7,
        };
    }

    private static int BreakIn(string text)
    {
        for (var at = LongestLine; at > ShortestWord; at--)
        {
            if (text[at] == ' ') return at;
            if (text[at - 1] is ' ' or '.' or '-' or '_' or '/' or '@' or ':' && !char.IsLowSurrogate(text[at])) return at;
        }
        return char.IsLowSurrogate(text[LongestLine]) ? LongestLine - 1 : LongestLine;
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var at = char.IsLowSurrogate(text[longest - 1]) ? longest - 2 : longest - 1;
        return text[..at].TrimEnd() + "…";
    }

    /// <summary>Without line breaks, control characters, and characters that change the direction of a text.</summary>
    private static string OneLine(string text)
    {
        if (text.Length > 2 * LongestTitle) text = text[..(2 * LongestTitle)];
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
            if (isShown && !Rune.IsWhiteSpace(rune)) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        return line.ToString().Trim();
    }
}
