using Emulation.Control.Stubs.Matching;

namespace Emulation.Tests.Control.Stubs;

/// <summary>What matches was asked of java.util.regex, with DOTALL and a whole match, as WireMock asks it.</summary>
class JavaRegexTests
{
    [TestCase("a.c", "abc", true)]
    [TestCase("a.c", "a\u000ac", true)]
    [TestCase("(?-s)a.c", "a\u000ac", false)]
    [TestCase("(?-s)a.c", "a\u2028c", false)]
    [TestCase("(?-s:a.)c.", "abc\u000a", true)]
    [TestCase("(?-s)a.c", "a\u0085c", false)]
    [TestCase("\\d+", "12", true)]
    [TestCase("\\d+", "\u0661", false)]
    [TestCase("\\w+", "ab_9", true)]
    [TestCase("\\w+", "\u00e4", false)]
    [TestCase("\\s", "\u00a0", false)]
    [TestCase("\\s", "\u000b", true)]
    [TestCase("\\h", "\u00a0", true)]
    [TestCase("\\v", "\u000b", true)]
    [TestCase("\\v", "\u2028", true)]
    [TestCase("\\R", "\u000d\u000a", true)]
    [TestCase("\\R", "\u000a", true)]
    [TestCase("[\\d\\s]+", "1 2", true)]
    [TestCase("[^\\d]", "\u0661", true)]
    [TestCase("[\\D]", "5", false)]
    [TestCase("[\\D]", "\u0661", true)]
    [TestCase("[\\s\\S]+", "a\u000a\u00a0", true)]
    [TestCase("[\\W]", "\u00e4", true)]
    [TestCase("[\\H]", "\u2003", false)]
    [TestCase("[\\V]", "\u000a", false)]
    [TestCase("\\p{Alpha}+", "abc", true)]
    [TestCase("\\p{Alpha}", "\u00e4", false)]
    [TestCase("\\p{L}", "\u00e4", true)]
    [TestCase("\\p{Lu}", "a", false)]
    [TestCase("\\p{IsL}", "\u00e4", true)]
    [TestCase("\\pL", "\u00e4", true)]
    [TestCase("\\P{L}", "1", true)]
    [TestCase("[\\p{Punct}]", "~", true)]
    [TestCase("\\p{Punct}", "a", false)]
    [TestCase("\\p{XDigit}+", "1aF", true)]
    [TestCase("\\p{Space}", "\u000b", true)]
    [TestCase("\\P{Alpha}", "1", true)]
    [TestCase("\\p{Cntrl}", "\u007f", true)]
    [TestCase("\\Q[a.b]\\E+", "[a.b]]]", true)]
    [TestCase("\\Qa", "a", true)]
    [TestCase("a\\Q*", "a*", true)]
    [TestCase("\\x41", "A", true)]
    [TestCase("\\x{41}", "A", true)]
    [TestCase("\\u0041", "A", true)]
    [TestCase("\\0101", "A", true)]
    [TestCase("\\t\\e\\a\\f", "\u0009\u001b\u0007\u000c", true)]
    [TestCase("(?i)AbC", "aBc", true)]
    [TestCase("(?i:a)B", "AB", true)]
    [TestCase("(?i:a)B", "Ab", false)]
    [TestCase("(?iu)\u00c4", "\u00e4", true)]
    [TestCase("(?m)a$\u000ab", "a\u000ab", true)]
    [TestCase("a|b", "b", true)]
    [TestCase("a|bc", "ac", false)]
    [TestCase("(a)(b)\\2\\1", "abba", true)]
    [TestCase("(?<n>a)\\k<n>", "aa", true)]
    [TestCase("(?=ab)a.", "ab", true)]
    [TestCase("a(?!b).", "ac", true)]
    [TestCase("(?<=a)b", "ab", false)]
    [TestCase("a(?<!b)c", "ac", true)]
    [TestCase("(?>a+)b", "aab", true)]
    [TestCase("a{2}", "aa", true)]
    [TestCase("a{2,}", "aaaa", true)]
    [TestCase("a{1,2}?", "aa", true)]
    [TestCase("a+?b", "aab", true)]
    [TestCase("a*?", "aaa", true)]
    [TestCase("^a$", "a", true)]
    [TestCase("\\Aa\\z", "a", true)]
    [TestCase("a\\b.c", "a c", true)]
    [TestCase("[a\\-z]+", "a-z", true)]
    [TestCase("[a-c]+", "abc", true)]
    [TestCase("[-a]", "-", true)]
    [TestCase("[\\]]", "]", true)]
    [TestCase("[\\[]", "[", true)]
    [TestCase("[.]", "a", false)]
    [TestCase("[$^]", "^", true)]
    [TestCase("\\.", ".", true)]
    [TestCase("\\{\\}", "{}", true)]
    [TestCase("}", "}", true)]
    [TestCase("]", "]", true)]
    [TestCase("[\\u0041-C]", "B", true)]
    [TestCase("[\\x41]", "A", true)]
    [TestCase("\\\\", "\\", true)]
    [TestCase("\\/", "/", true)]
    [TestCase("\\-", "-", true)]
    [TestCase("\\\u00e4", "\u00e4", true)]
    [TestCase("[^a]", "\u000a", true)]
    [TestCase("/things/([0-9]+|new)(\\?.*)?", "/things/new?x=1", true)]
    [TestCase("", "", true)]
    public void It_matches_what_Java_matches(string pattern, string text, bool matches)
    {
        var read = Pattern.Read(pattern, out var fault);

        fault.Should().BeEmpty();
        read!.Matches(text, out _).Should().Be(matches);
    }

    [TestCase("[]")]
    [TestCase("[a")]
    [TestCase("(a")]
    [TestCase("a)")]
    [TestCase("a++")]
    [TestCase("a{")]
    [TestCase("{1}")]
    [TestCase("[a-z&&[^b]]")]
    [TestCase("[a[b]]")]
    [TestCase("\\y")]
    [TestCase("\\p{Foo}")]
    [TestCase("*a")]
    [TestCase("a\\")]
    [TestCase("(?x)a b")]
    [TestCase("(?<1>a)")]
    [TestCase("\\k<n>")]
    [TestCase("a**")]
    [TestCase("\\N{DIGIT ONE}")]
    [TestCase("\\X")]
    [TestCase("\\p{javaLowerCase}")]
    [TestCase("\\p{IsAlphabetic}")]
    [TestCase("\\p{InGreek}")]
    [TestCase("[z-a]")]
    [TestCase("\\8")]
    [TestCase("(?#c)a")]
    [TestCase("(?'n'a)")]
    [TestCase("[\\Qa-z\\E]")]
    [TestCase("\\cA")]
    [TestCase("[a-\\d]")]
    [TestCase("[[:alpha:]]")]
    public void What_Java_refuses_or_this_cannot_say_is_refused(string pattern)
    {
        Pattern.Read(pattern, out var fault).Should().BeNull();

        fault.Should().NotBeEmpty();
    }

    [TestCase("a.c", "a\nc", false)]
    [TestCase("a.c", "a\u2028c", false)]
    [TestCase("(?s)a.c", "a\nc", true)]
    public void In_a_filter_a_dot_stops_at_line_ends(string pattern, string text, bool matches) =>
        Pattern.OfFilter(pattern, ignoreCase: false, out _)!.Matches(text, out _).Should().Be(matches);

    [Test]
    public void A_pattern_that_runs_away_does_not_match()
    {
        var pattern = Pattern.Read("(a+)+b", out _)!;

        pattern.Matches(new string('a', 60), out _).Should().BeFalse();
    }
}
