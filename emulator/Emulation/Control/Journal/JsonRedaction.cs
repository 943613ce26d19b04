using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Control.Journals;

/// <summary>
/// Replaces the values of some members in a text that may be JSON. It reads no further than strings, colons and brackets, so that
/// a body that is cut, or that a client got wrong, hides its secrets too.
/// </summary>
static partial class JsonRedaction
{
    /// <param name="text">What may be JSON.</param>
    /// <param name="isSecret">Whether something of this name is one.</param>
    /// <param name="hide">What stands in the place of a name's value.</param>
    /// <param name="whole">An object or an array is hidden too, and not only what stands in it under a secret's name.</param>
    public static string Members(string text, Func<string, bool> isSecret, Func<string, string, string> hide, bool whole)
    {
        var shown = new StringBuilder(text.Length);
        var from = 0;
        while (text.IndexOf('"', from) is >= 0 and var quote)
        {
            var end = EndOfString(text, quote);
            shown.Append(text, from, end - from);
            from = end;
            var value = AfterColon(text, end);
            if (value < 0) continue;
            var name = Unescaped(text[(quote + 1)..(end - 1)]);
            if (!isSecret(name)) continue;
            if (!whole && value < text.Length && text[value] is '{' or '[') continue;
            shown.Append(text, from, value - from);
            from = EndOfValue(text, value);
            var old = text[value..from];
            if (old is "null" or "" or "true" or "false") shown.Append(old);
            else shown.Append('"').Append(hide(name, old.Trim('"'))).Append('"');
        }
        return shown.Append(text, from, text.Length - from).ToString();
    }

    private static int EndOfString(string text, int quote)
    {
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i + 1;
        }
        return text.Length;
    }

    private static int AfterColon(string text, int at)
    {
        at = SkipBlanks(text, at);
        return at < text.Length && text[at] == ':' ? SkipBlanks(text, at + 1) : -1;
    }

    private static int EndOfValue(string text, int at)
    {
        var depth = 0;
        while (at < text.Length)
        {
            var sign = text[at];
            if (sign == '"') at = EndOfString(text, at) - 1;
            else if (sign is '{' or '[') depth++;
            else if (sign is '}' or ']' && --depth < 0) return at;
            else if (depth == 0 && (sign == ',' || char.IsWhiteSpace(sign))) return at;
            at++;
            if (depth == 0 && sign is '"' or '}' or ']') return at;
        }
        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    // A name may be spelled with escapes: "se\u0063ret".
    private static string Unescaped(string name) => name.Contains('\\', StringComparison.Ordinal)
        ? Escape().Replace(name, match => $"{(char)Convert.ToInt32(match.Groups["code"].Value, 16)}")
        : name;

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
