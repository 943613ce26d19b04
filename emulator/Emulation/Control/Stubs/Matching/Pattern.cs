using System.Text.RegularExpressions;

namespace Emulation.Control.Stubs.Matching;

/// <summary>A Java regular expression that must match the whole text.</summary>
sealed class Pattern
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;

    private Pattern(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    /// <summary>
    /// The expression of a matcher, in which a dot matches any character, as WireMock compiles it. Null when it is not valid;
    /// <paramref name="fault"/> then says why.
    /// </summary>
    public static Pattern? Read(string text, out string fault) => Read(text, dotAll: true, ignoreCase: false, out fault);

    /// <summary>The expression of a JSONPath filter. Null when it is not valid; <paramref name="fault"/> then says why.</summary>
    public static Pattern? OfFilter(string text, bool ignoreCase, out string fault) => Read(text, dotAll: false, ignoreCase, out fault);

    /// <summary>False, with <paramref name="timedOut"/>, when the expression took too long, so that the request can continue.</summary>
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
        // The framework offers no way to validate an expression without an exception.
        try
        {
            var options = RegexOptions.CultureInvariant;
            if (dotAll) options |= RegexOptions.Singleline;
            if (ignoreCase) options |= RegexOptions.IgnoreCase;
            return new Pattern(text, new Regex($@"\A(?:{translated})\z", options, s_timeout));
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
    public bool Matches(MatchInput input) => input.Text is { } text && input.Budget.Match(Pattern, text);

    public double Distance(MatchInput input) => Matches(input) ? 0 : TextDistance.Between(Pattern.Text, input.Text);
}

sealed record DoesNotMatchPattern(Pattern Pattern) : IMatcher
{
    public bool Matches(MatchInput input) => input.Text is not { } text || !input.Budget.Match(Pattern, text);
}
