using System.Text.RegularExpressions;

namespace Emulation.Control.Stubs.Matching;

/// <summary>A regular expression of the dialect's: Java's, and it must match the whole text.</summary>
public sealed class Pattern
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;

    private Pattern(string text, Regex regex) => (Text, _regex) = (text, regex);

    public string Text { get; }

    /// <summary>Null when it cannot be read; then <paramref name="fault"/> says why.</summary>
    public static Pattern? Read(string text, out string fault, bool ignoreCase = false)
    {
        fault = "";
        if (JavaRegex.Translate(text, out fault) is not { } translated) return null;
        // The framework has no reader of patterns that says no without an exception.
        try
        {
            var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            return new Pattern(text, new Regex($@"\A(?:{translated})\z", options, s_patience));
        }
        catch (ArgumentException wrong)
        {
            fault = wrong.Message;
            return null;
        }
    }

    public bool Matches(string text)
    {
        // A pattern that runs away on some text does not match it; the request must go on.
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

sealed record MatchesPattern(Pattern Pattern) : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is { } text && Pattern.Matches(text);

    public double Distance(Subject subject) => Matches(subject) ? 0 : Distances.Between(Pattern.Text, subject.Text);
}

sealed record DoesNotMatchPattern(Pattern Pattern) : IMatcher
{
    public bool Matches(Subject subject) => subject.Text is not { } text || !Pattern.Matches(text);
}
