using System.Text.RegularExpressions;
using Emulation.Graphs.ThreatWinds;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Tests.Graphs.ThreatWinds;

/// <summary>Host names and hexadecimal digits are told without the vendor's expressions, and as they tell them.</summary>
class HostNamesTests
{
    // threatwinds.md 4.6.
    private static readonly Regex s_vendors = new(@"^(?i)[a-z0-9]+(([-]{1,2}[a-z0-9]+)*([\.]{1}[a-z0-9]+)*)*(\.[a-z]{2,20})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    [Test]
    public void Every_sign_is_taken_or_refused_as_the_expression_does_it()
    {
        for (var sign = 0; sign <= char.MaxValue; sign++)
        {
            ShouldAgree($"a{(char)sign}b.example");
            ShouldAgree($"a.b{(char)sign}ample");
        }
    }

    [Test]
    public void Any_row_of_telling_signs_is_taken_or_refused_as_the_expression_does_it() =>
        Prop.ForAll(Gen.Elements('a', 'z', '0', '9', '-', '.', '_', '\n').ArrayOf().ToArbitrary(), signs =>
        {
            ShouldAgree(new string(signs));
            ShouldAgree(new string(signs) + ".org");
        }).QuickCheckThrowOnFailure();

    private static void ShouldAgree(string text)
    {
        var expected = s_vendors.IsMatch(text.ToLowerInvariant());
        if ((Normal.Of(DataType.Fqdn, text).Fault is null) != expected) Assert.Fail($"'{text}' should be {(expected ? "taken" : "refused")}.");
    }
}
