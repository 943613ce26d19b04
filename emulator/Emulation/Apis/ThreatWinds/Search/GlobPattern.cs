namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>Glob patterns: <c>*</c> matches any text, <c>?</c> one character, and a backslash escapes the next character.</summary>
static class GlobPattern
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
            var character = p < pattern.Length ? pattern[escaped ? p + 1 : p] : '\0';
            if (p < pattern.Length && ((character == '?' && !escaped) || Same(character, text[t], ignoreCase)))
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
