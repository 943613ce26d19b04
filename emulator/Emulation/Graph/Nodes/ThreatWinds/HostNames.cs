namespace Emulation.Graphs.ThreatWinds;

/// <summary>Checks host names without a regular expression.</summary>
static class HostNames
{
    /// <summary>
    /// Letters and digits, separated by one dot or one or two hyphens; after the last dot 2 to 20 letters. In lower case.
    /// </summary>
    public static bool IsFull(string name)
    {
        var last = name.LastIndexOf('.');
        if (last < 0 || name.Length - last - 1 is < 2 or > 20) return false;
        if (name.AsSpan(last + 1).ContainsAnyExceptInRange('a', 'z')) return false;
        // 0 behind a letter or digit, 1 behind one hyphen, 2 where a letter or digit must follow.
        var divided = 2;
        foreach (var sign in name.AsSpan(0, last))
        {
            if (char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign)) divided = 0;
            else if (sign == '.' && divided == 0) divided = 2;
            else if (sign == '-' && divided < 2) divided++;
            else return false;
        }
        return divided == 0;
    }
}
