using System.Text;

namespace Emulation.Apis.Deso.Resources;

/// <summary>SQL's LIKE: <c>%</c> matches any text, <c>_</c> one character, <c>\</c> escapes the next character.</summary>
static class LikePattern
{
    private static readonly Rune s_percent = new('%');
    private static readonly Rune s_underscore = new('_');
    private static readonly Rune s_escape = new('\\');

    /// <summary>The pattern that a node builds from a prefix.</summary>
    public static Rune[] Pattern(string prefix) => [.. (prefix + "%").EnumerateRunes()];

    public static bool Matches(Rune[] pattern, string text)
    {
        var characters = text.EnumerateRunes().ToArray();
        var (at, place, retry, resume) = (0, 0, -1, 0);
        while (place < characters.Length)
        {
            if (at < pattern.Length && pattern[at] == s_percent)
            {
                (retry, resume) = (++at, place);
                continue;
            }
            var escaped = at + 1 < pattern.Length && pattern[at] == s_escape;
            var expected = at < pattern.Length ? pattern[escaped ? at + 1 : at] : default;
            var matches = at < pattern.Length && (expected == characters[place] || (!escaped && expected == s_underscore));
            if (matches)
            {
                (at, place) = (at + (escaped ? 2 : 1), place + 1);
                continue;
            }
            if (retry < 0) return false;
            (at, place) = (retry, ++resume);
        }
        while (at < pattern.Length && pattern[at] == s_percent) at++;
        return at == pattern.Length;
    }
}
