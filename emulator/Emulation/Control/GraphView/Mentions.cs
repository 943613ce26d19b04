namespace Emulation.Control.GraphView;

/// <summary>A part of a text that may be the value or name of a node.</summary>
readonly record struct MentionedText(string Text, bool IsHashtag);

/// <summary>
/// Finds in a text what may be a value or a name: words with a capital, a digit or a sign within them (addresses, hosts, hashes), and
/// sequences of up to four words that begin and end with a capital.
/// </summary>
static class Mentions
{
    public const int ShortestName = 3;

    private const int LongestText = 4000;
    private const int MostWords = 4;
    private const int MostFound = 400;

    private static readonly char[] s_separators = [' ', '\t', '\r', '\n', '|', '"', '、', '。', '，', '：', '\u3000'];
    private static readonly char[] s_ends = [.. ".,;:!?()[]{}<>\"'`“”„‘’«»…*"];

    /// <summary>Each once, in the order of the text, longer ones first.</summary>
    public static IReadOnlyList<MentionedText> In(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        var found = new List<MentionedText>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var words = text.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length && found.Count < MostFound; first++)
        {
            for (var count = MostWords; count > 1; count--) AddSequence(words, first, count);
            AddWord(words[first]);
        }
        return found;

        void AddSequence(string[] from, int start, int count)
        {
            if (start + count > from.Length || !IsName(from[start]) || !IsName(from[start + count - 1])) return;
            // A sign at the end of a word ends the name.
            for (var i = start; i < start + count - 1; i++)
                if (s_ends.Contains(from[i][^1]) || s_ends.Contains(from[i + 1][0])) return;
            var name = string.Join(' ', from, start, count).Trim(s_ends);
            Add(name, false);
            Add(WithoutPossessive(name), false);
        }

        void AddWord(string word)
        {
            var plain = word.Trim(s_ends);
            if (plain.Length > 1 && plain[0] == '#') Add(plain[1..].TrimEnd(s_ends), true);
            else if (plain.Length > 1 && plain[0] == '@') Add(plain[1..].TrimEnd(s_ends), false);
            // type=VALUE, but not a URL with a query.
            else if (plain.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && !plain.Contains("://", StringComparison.Ordinal))
                Add(plain[(at + 1)..], false);
            if (!IsDistinct(plain)) return;
            Add(plain, false);
            Add(WithoutPossessive(plain), false);
        }

        void Add(string candidate, bool isHashtag)
        {
            // A number alone says nothing.
            if (candidate.Length < ShortestName || !candidate.AsSpan().ContainsAnyExceptInRange('0', '9')) return;
            if (seen.Add(candidate)) found.Add(new(candidate, isHashtag));
        }
    }

    /// <summary>Whether a part of a text is a value by itself and not part of a longer one, as a host is in a URL.</summary>
    public static bool IsWhole(string text, int at, int length, out bool isHashtag)
    {
        var (before, end) = (at == 0 ? ' ' : text[at - 1], at + length);
        isHashtag = before == '#';
        if (char.IsLetterOrDigit(before) || before is '-' or '_' or '.' or '/' or '\\') return false;
        if (end == text.Length) return true;
        var (after, next) = (text[end], end + 1 < text.Length ? text[end + 1] : ' ');
        if (char.IsLetterOrDigit(after) || after is '-' or '_' or '/' or '\\' or '@') return false;
        return after is not ('.' or ':') || !char.IsLetterOrDigit(next);
    }

    private static string WithoutPossessive(string text) =>
        text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) ? text[..^2] : text;

    private static bool IsName(string word) =>
        word.Trim(s_ends) is { Length: > 0 } plain && (char.IsUpper(plain[0]) || char.IsDigit(plain[0]));

    /// <summary>A word of a sentence, in lower case and with nothing but letters, is not a value.</summary>
    private static bool IsDistinct(string word)
    {
        foreach (var character in word)
            if (!char.IsLower(character) && character is not ('-' or '\'' or '’')) return true;
        return false;
    }
}
