using System.Text.Json;
using Emulation.Apis.ThreatWinds.Search;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>Figures from the search engine's documentation of the option.</summary>
public class MinimumShouldMatchTests
{
    [TestCase("2", 3, 2)]
    [TestCase("\"2\"", 3, 2)]
    [TestCase("-1", 3, 2)]
    [TestCase("-5", 3, 0)]
    [TestCase("\"75%\"", 3, 2)]
    [TestCase("\"75%\"", 4, 3)]
    [TestCase("\"-25%\"", 4, 3)]
    [TestCase("\"-25%\"", 5, 4)]
    [TestCase("\"-10%\"", 3, 3)]
    [TestCase("\"-100%\"", 3, 0)]
    [TestCase("\"0%\"", 3, 0)]
    [TestCase("\"3<90%\"", 3, 3)]
    [TestCase("\"3<90%\"", 10, 9)]
    [TestCase("\"2<-25% 9<-3\"", 2, 2)]
    [TestCase("\"2<-25% 9<-3\"", 8, 6)]
    [TestCase("\"2<-25% 9<-3\"", 12, 9)]
    [TestCase("\"2 < 50%\"", 4, 2)]
    public void The_option_gives_the_number_of_clauses_that_must_match(string given, int clauses, int expected)
    {
        using var options = JsonDocument.Parse($"{{\"minimum_should_match\":{given}}}");

        MinimumShouldMatch.Of(options.RootElement, clauses, fallback: 1).Should().Be(expected);
    }

    [TestCase("\"two\"")]
    [TestCase("\"%\"")]
    [TestCase("\"\"")]
    [TestCase("1.5")]
    [TestCase("\"2<\"")]
    [TestCase("\"<2\"")]
    [TestCase("\"1<2<3\"")]
    [TestCase("[]")]
    [TestCase("99999999999")]
    public void A_value_that_is_not_a_number_or_a_condition_is_not_read(string given)
    {
        using var options = JsonDocument.Parse($"{{\"minimum_should_match\":{given}}}");

        MinimumShouldMatch.Of(options.RootElement, clauses: 3, fallback: 1).Should().BeNull();
    }
}
