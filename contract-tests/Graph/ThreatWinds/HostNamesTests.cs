using System.Text.RegularExpressions;
using Emulation.Graphs.ThreatWinds;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs.ThreatWinds;

/// <summary>Host names and hexadecimal digits are recognized without the vendor's regular expressions, with the same result.</summary>
class HostNamesTests
{
    // go-sdk entities.
    private static readonly Regex s_vendors = new(@"^(?i)[a-z0-9]+(([-]{1,2}[a-z0-9]+)*([\.]{1}[a-z0-9]+)*)*(\.[a-z]{2,20})\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    [Test]
    public void Each_character_is_accepted_or_refused_as_by_the_expression()
    {
        for (var character = 0; character <= char.MaxValue; character++)
        {
            ShouldAgree($"a{(char)character}b.example");
            ShouldAgree($"a.b{(char)character}ample");
        }
    }

    [Test]
    public void Any_text_is_accepted_or_refused_as_by_the_expression() =>
        Prop.ForAll(Gen.Elements('a', 'z', '0', '9', '-', '.', '_', '\n').ArrayOf().ToArbitrary(), text =>
        {
            ShouldAgree(new string(text));
            ShouldAgree(new string(text) + ".org");
        }).QuickCheckThrowOnFailure();

    private static void ShouldAgree(string text)
    {
        var expected = s_vendors.IsMatch(text.ToLowerInvariant());
        if ((Normal.Of(DataType.Fqdn, text).Fault is null) != expected) Assert.Fail(
            $"'{text}' should be {(expected ? "taken" : "refused")}.");
    }
}
