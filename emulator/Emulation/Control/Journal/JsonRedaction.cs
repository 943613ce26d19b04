using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Control.Journals;

/// <summary>
/// Replaces the values of some members in a text that may be JSON. It looks only at strings, colons and brackets, so that it also works
/// on a body that is cut or malformed.
/// </summary>
static partial class JsonRedaction
{
    /// <param name="text">The text, which may be JSON.</param>
    /// <param name="isSecret">Whether a member of this name holds a secret.</param>
    /// <param name="hide">Gives the replacement for the value of a member, from its name and value.</param>
    /// <param name="whole">Replaces objects and arrays as a whole too; otherwise only the secret members inside them.</param>
    public static string Members(string text, Func<string, bool> isSecret, Func<string, string, string> hide, bool whole)
    {
        var redacted = new StringBuilder(text.Length);
        var from = 0;
        while (text.IndexOf('"', from) is >= 0 and var quote)
        {
            var end = EndOfString(text, quote);
            redacted.Append(text, from, end - from);
            from = end;
            var value = AfterColon(text, end);
            if (value < 0) continue;
            var name = Unescaped(text[(quote + 1)..(end - 1)]);
            if (!isSecret(name)) continue;
            if (!whole && value < text.Length && text[value] is '{' or '[') continue;
            redacted.Append(text, from, value - from);
            from = EndOfValue(text, value);
            var original = text[value..from];
            if (original is "null" or "" or "true" or "false") redacted.Append(original);
            else redacted.Append('"').Append(hide(name, original.Trim('"'))).Append('"');
        }
        return redacted.Append(text, from, text.Length - from).ToString();
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
            var character = text[at];
            if (character == '"') at = EndOfString(text, at) - 1;
            else if (character is '{' or '[') depth++;
            else if (character is '}' or ']' && --depth < 0) return at;
            else if (depth == 0 && (character == ',' || char.IsWhiteSpace(character))) return at;
            at++;
            if (depth == 0 && character is '"' or '}' or ']') return at;
        }
        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    // A name may contain escapes: "se\u0063ret".
    private static string Unescaped(string name) => name.Contains('\\', StringComparison.Ordinal)
        ? Escape().Replace(name, match => $"{(char)Convert.ToInt32(match.Groups["code"].Value, 16)}")
        : name;

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
