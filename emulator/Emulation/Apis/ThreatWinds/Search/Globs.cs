namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Patterns with <c>*</c> for any run of signs and <c>?</c> for one; a backslash takes the next sign as it is. Linear but for a factor of stars.</summary>
static class Globs
{
    public static bool Match(string pattern, string text, bool ignoreCase)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
                continue;
            }
            var escaped = p + 1 < pattern.Length && pattern[p] == '\\';
            var sign = p < pattern.Length ? pattern[escaped ? p + 1 : p] : '\0';
            if (p < pattern.Length && ((sign == '?' && !escaped) || Same(sign, text[t], ignoreCase)))
            {
                p += escaped ? 2 : 1;
                t++;
                continue;
            }
            if (star < 0) return false;
            p = star + 1;
            t = ++mark;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool Same(char left, char right, bool ignoreCase) =>
        left == right || (ignoreCase && char.ToLowerInvariant(left) == char.ToLowerInvariant(right));
}
