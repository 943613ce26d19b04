using System.Text;

namespace Emulation.Apis.Deso.Resources;

/// <summary>SQL's LIKE: <c>%</c> any run, <c>_</c> any one sign, <c>\</c> takes the next as it is.</summary>
static class Like
{
    private static readonly Rune s_percent = new('%');
    private static readonly Rune s_line = new('_');
    private static readonly Rune s_escape = new('\\');

    /// <summary>What a node makes of a prefix.</summary>
    public static Rune[] Pattern(string prefix) => [.. (prefix + "%").EnumerateRunes()];

    public static bool Matches(Rune[] pattern, string text)
    {
        var signs = text.EnumerateRunes().ToArray();
        var (at, place, retry, resume) = (0, 0, -1, 0);
        while (place < signs.Length)
        {
            if (at < pattern.Length && pattern[at] == s_percent)
            {
                (retry, resume) = (++at, place);
                continue;
            }
            var escaped = at + 1 < pattern.Length && pattern[at] == s_escape;
            var fits = at < pattern.Length && (escaped ? pattern[at + 1] == signs[place] : pattern[at] == s_line || pattern[at] == signs[place]);
            if (fits)
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
