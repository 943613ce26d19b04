using System.Text.Json;
using Emulation.Control;
using Emulation.Control.Faults;
using Emulation.Control.JsonPaths;
using Emulation.Http;

namespace Emulation.Tests.Control.Faults;

/// <summary>The small languages of rules.</summary>
class PatternTests
{
    [TestCase("/", "/", true)]
    [TestCase("/", "/a", false)]
    [TestCase("/a", "/a", true)]
    [TestCase("/a", "/A", false)]
    [TestCase("/a/", "/a", true)]
    [TestCase("/a", "/a/", true)]
    [TestCase("/a b", "/a%20b", true)]
    [TestCase("/{x}", "/a%2Fb", true)]
    [TestCase("/{x}", "/a/b", false)]
    [TestCase("/{x}/b", "//b", false)]
    [TestCase("/a*c", "/abbc", true)]
    [TestCase("/a*c", "/ac", true)]
    [TestCase("/a*c", "/acb", false)]
    [TestCase("/*a*b*", "/xxaxxabx", true)]
    [TestCase("/*a*b*", "/bbba", false)]
    [TestCase("/**", "/", true)]
    [TestCase("/**", "/a/b/c", true)]
    [TestCase("/a/**", "/a", true)]
    [TestCase("/a/**/z", "/a/z", true)]
    [TestCase("/a/**/z", "/a/b/z/y/z", true)]
    [TestCase("/a/**/z", "/a/b/z/y", false)]
    [TestCase("/**/b/**/d", "/a/b/c/b/d", true)]
    [TestCase("/**/b/{x}", "/a/b/c/b", false)]
    [TestCase("/**/b/{x}", "/b/b/c", true)]
    public void A_path_fits_its_pattern(string pattern, string path, bool fits)
    {
        PathPattern.Parse(pattern)!.Matches(Target.Parse(path).Segments).Should().Be(fits);
    }

    [Test]
    public void Many_stars_on_a_long_path_cost_little()
    {
        var pattern = PathPattern.Parse("/" + string.Join('/', Enumerable.Repeat("**/a", 50)) + "/b")!;
        var path = Target.Parse(string.Concat(Enumerable.Repeat("/a", 30_000)));

        pattern.Matches(path.Segments).Should().BeFalse();
    }

    [TestCase("$", """{"a":2,"list":[5,{"b":6}],"*":7}""")]
    [TestCase("$.a", "2")]
    [TestCase("$.list[0]", "5")]
    [TestCase("$.list[1].b", "6")]
    [TestCase("$.list[*]", "5 {\"b\":6}")]
    [TestCase("$['list'][1][\"b\"]", "6")]
    [TestCase("$['*']", "7")]
    [TestCase("$.none.b", "")]
    [TestCase("$.list.b", "")]
    [TestCase("$.list[99]", "")]
    public void A_place_in_a_body_is_found(string path, string expected)
    {
        using var body = JsonDocument.Parse("""{"a":2,"list":[5,{"b":6}],"*":7}""");

        var found = JsonPath.Read(path, out _)!.Find(body.RootElement, new Emulation.Control.WorkBudget())
            .Select(value => value.GetRawText());

        string.Join(' ', found).Should().Be(expected);
    }

    [TestCase(0)]
    [TestCase(500)]
    [TestCase(2000)]
    public void Log_normal_lengths_have_their_median_and_their_spread(int sigma)
    {
        var median = TimeSpan.FromSeconds(1);
        var lengths = Enumerable.Range(0, 20_000)
            .Select(turn => LogNormal.Sample(median, sigma, new Chance(1, "rule", turn).Draw(0)).TotalSeconds)
            .Order()
            .ToArray();

        // One deviation below and above the median lie 68.3 % of all, at exp(±sigma).
        var spread = Math.Sqrt(Quantile(lengths, 0.8413) / Quantile(lengths, 0.1587));
        Quantile(lengths, 0.5).Should().BeApproximately(1, 0.03 + (sigma / 20_000.0));
        spread.Should().BeApproximately(
            sigma switch { 0 => 1, 500 => 1.6487, _ => 7.3891 }, sigma switch { 0 => 0, 500 => 0.05, _ => 0.5 });
    }

    [Test]
    public void Chance_is_even_and_each_rule_and_turn_has_its_own()
    {
        var shares = new int[10];
        for (var turn = 0; turn < 100_000; turn++) shares[new Chance(1, "a", turn).Below(0, 10)]++;

        // Five standard deviations to either side.
        shares.Should().OnlyContain(share => share > 9_525 && share < 10_475);
        new[]
        {
            new Chance(1, "a", 1).Draw(0),
            new Chance(1, "a", 1).Draw(1),
            new Chance(1, "a", 2).Draw(0),
            new Chance(1, "b", 1).Draw(0),
            new Chance(2, "a", 1).Draw(0),
        }
            .Should()
            .OnlyHaveUniqueItems();
    }

    private static double Quantile(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];
}
