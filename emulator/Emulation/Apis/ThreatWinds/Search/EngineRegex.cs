using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>The regular expressions of the search engine: they match the whole word, and ^ and $ are ordinary characters.</summary>
static class EngineRegex
{
    /// <summary>Null for a pattern that is not valid. Without backtracking, a match takes linear time.</summary>
    public static Regex? Compile(string pattern, bool ignoreCase)
    {
        try
        {
            var regexOptions = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
            if (ignoreCase) regexOptions |= RegexOptions.IgnoreCase;
            return new Regex($"^(?:{EscapeAnchors(pattern)})\\z", regexOptions, TimeSpan.FromSeconds(1));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string EscapeAnchors(string pattern)
    {
        var plain = new StringBuilder(pattern.Length);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                plain.Append(pattern[i]).Append(pattern[++i]);
                continue;
            }
            inClass = pattern[i] == '[' || (inClass && pattern[i] != ']');
            if (!inClass && pattern[i] is ('^' or '$')) plain.Append('\\');
            plain.Append(pattern[i]);
        }
        return plain.ToString();
    }
}
