using System.Text;
using System.Text.RegularExpressions;
using Emulation.Recordings.Rules;

namespace Emulation.Recordings.Sanitizing;

/// <summary>How the parts of a text are replaced.</summary>
/// <param name="Words">The words that stay.</param>
/// <param name="StandIns">Values that were replaced before.</param>
/// <param name="Text">Replaces a word.</param>
/// <param name="Parameter">Replaces the value of a parameter in an address; null: its name has no rule.</param>
sealed record MessageReplacements(
    Vocabulary Words, StandIns StandIns, Func<string, string> Text, Func<string, string, string?> Parameter);

/// <summary>
/// A text of which the API's own words stay: error texts, statuses, header values, plain text. Values that were replaced elsewhere are
/// replaced by the same stand-ins; numbers and dates stay; every other word is replaced.
/// </summary>
static partial class MessageText
{
    /// <summary>How many words a name may have that is found again in a text.</summary>
    private const int LongestPhrase = 5;

    private const string Separators = " \t\r\n,;\"'()[]{}<>=|&\\`";

    public static string Replace(string text, MessageReplacements replacements)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (System.Text.RegularExpressions.Match found in Untouched().Matches(text))
        {
            ReplaceWords(text[at..found.Index], replaced, replacements);
            replaced.Append(
                found.Groups["phone"].Success ? replacements.Text(found.Value)
                : found.Groups["name"].Success ? Parameter(found.Groups["name"].Value, found.Groups["value"].Value, replacements)
                : found.Value);
            at = found.Index + found.Length;
        }
        ReplaceWords(text[at..], replaced, replacements);
        return replaced.ToString();
    }

    private static string Parameter(string name, string raw, MessageReplacements replacements)
    {
        var isKnown = false;
        var replaced = TargetText.Value(raw, value =>
        {
            var other = replacements.Parameter(name, value);
            isKnown = other is not null;
            return other ?? value;
        }, isQuery: true);
        if (isKnown) return $"{name}={replaced}";
        var start = new StringBuilder();
        ReplaceWords($"{name}=", start, replacements);
        return start.Append(Replace(raw, replacements)).ToString();
    }

    private static void ReplaceWords(string text, StringBuilder replaced, MessageReplacements replacements)
    {
        var tokens = Tokens(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var (start, end) = tokens[i];
            if (Phrase(text, tokens, i, replacements) is ({ } standIn, var last))
            {
                replaced.Append(standIn);
                i = last;
                continue;
            }
            var token = text[start..end];
            if (IsSeparator(token[0])) replaced.Append(token);
            else AppendToken(replaced, token, replacements);
        }
    }

    private static void AppendToken(StringBuilder replaced, string token, MessageReplacements replacements)
    {
        var core = token.TrimEnd('.', ':', '!', '?');
        if (core.Length == 0 || (replacements.Words.Has(core) && !IsAddress(core))) replaced.Append(token);
        else replaced.Append(replacements.Text(core)).Append(token.AsSpan(core.Length));
    }

    // Numbers with dots between them are words of the vocabulary, such as versions.
    private static bool IsAddress(string token) => TextForms.Of(token) is TextForm.AddressV4 or TextForm.AddressV6 or TextForm.Network;

    /// <summary>The longest run of words from here on that is a value with a stand-in.</summary>
    private static (string? StandIn, int Last) Phrase(
        string text, List<(int Start, int End)> tokens, int first, MessageReplacements replacements)
    {
        for (var last = Math.Min(tokens.Count - 1, first + (2 * LongestPhrase)); last >= first; last--)
        {
            var part = text[tokens[first].Start..tokens[last].End];
            if (replacements.StandIns.Find(part) is { } standIn && !replacements.Words.IsWord(part)) return (standIn, last);
        }
        return (null, first);
    }

    private static List<(int Start, int End)> Tokens(string text)
    {
        var tokens = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            var separator = IsSeparator(text[start]);
            if (!separator) while (end < text.Length && !IsSeparator(text[end])) end++;
            tokens.Add((start, end));
            start = end;
        }
        return tokens;
    }

    private static bool IsSeparator(char character) =>
        Separators.Contains(character, StringComparison.Ordinal) || char.IsControl(character);

    // Parameters of addresses have rules by name. Dates stay; what has nine digits and more, with separators, is taken for the number of a
    // telephone, card or account.
    [GeneratedRegex(
        @"(?<![\w.:/-])(?<moment>\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?)(?![\w/-])"
        + @"|(?<=[?&;])(?<name>[A-Za-z_][\w.-]*)=(?<value>[^\s&#""'<>]+)"
        + @"|(?<![\w.:/-])(?<phone>\+?\(?\d([ ().-]{0,2}\d){8,18})(?![\w/-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Untouched();
}
