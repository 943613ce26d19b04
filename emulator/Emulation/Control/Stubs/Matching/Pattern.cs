using System.Text.RegularExpressions;

namespace Emulation.Control.Stubs.Matching;

/// <summary>A regular expression of the dialect's: Java's, and it must match the whole text.</summary>
sealed class Pattern
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;

    private Pattern(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    /// <summary>A matcher's, in which a dot is any character, as WireMock compiles it. Null when it cannot be read; then <paramref name="fault"/> says why.</summary>
    public static Pattern? Read(string text, out string fault) => Read(text, dotAll: true, ignoreCase: false, out fault);

    /// <summary>One of a JSON path's filter. Null when it cannot be read; then <paramref name="fault"/> says why.</summary>
    public static Pattern? OfFilter(string text, bool ignoreCase, out string fault) => Read(text, dotAll: false, ignoreCase, out fault);

    /// <summary>False, with <paramref name="timedOut"/>, when the expression took too long: the request must go on.</summary>
    public bool Matches(string text, out bool timedOut)
    {
        timedOut = false;
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            timedOut = true;
            return false;
        }
    }

    private static Pattern? Read(string text, bool dotAll, bool ignoreCase, out string fault)
    {
        fault = MatchLimits.Fault(text) ?? "";
        if (fault.Length > 0) return null;
        if (JavaRegex.Translate(text, dotAll, out fault) is not { } translated) return null;
        // The framework has no reader of patterns that says no without an exception.
        try
        {
            var options = RegexOptions.CultureInvariant | (dotAll ? RegexOptions.Singleline : RegexOptions.None) | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            return new Pattern(text, new Regex($@"\A(?:{translated})\z", options, s_patience));
        }
        catch (ArgumentException wrong)
        {
            fault = wrong.Message;
            return null;
        }
    }
}

sealed record MatchesPattern(Pattern Pattern) : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is { } text && subject.Budget.Match(Pattern, text);

    public double Distance(Subject subject) => Matches(subject) ? 0 : Distances.Between(Pattern.Text, subject.Text);
}

sealed record DoesNotMatchPattern(Pattern Pattern) : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is not { } text || !subject.Budget.Match(Pattern, text);
}
