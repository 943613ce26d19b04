using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.GraphView;

class SearchTests
{
    private const string Search = $"{Shown.Graph}/search";

    [TestCase("gateway-rapidano.example", "value", "threatconnect/indicator/10000004")]
    [TestCase("GATEWAY-RAPIDANO.example", "value", "threatconnect/indicator/10000004")]
    [TestCase("gateway-rapid", "prefix", "threatconnect/indicator/10000004")]
    [TestCase("Barley Glazier", "value", "threatconnect/group/1000000")]
    [TestCase("barley glaz", "prefix", "threatconnect/group/1000000")]
    [TestCase("lazier", "text", "threatconnect/group/1000000")]
    [TestCase("1000000", "id", "threatconnect/group/1000000")]
    [TestCase("New infrastructure of Barley", "text", "deso/post/59550529fce01afdd73c31a952b9da08a341f46098095265b9fed06565bb9aaf")]
    [TestCase("59550529fce01afdd73c31a952b9da08a341f46098095265b9fed06565bb9aaf", "id",
        "deso/post/59550529fce01afdd73c31a952b9da08a341f46098095265b9fed06565bb9aaf")]
    [TestCase("domain-8fdc6e6618120fe5c9697cf07670f516e36bffbc747921757abeb267572e9e30", "id",
        "threatwinds/entity/domain-8fdc6e6618120fe5c9697cf07670f516e36bffbc747921757abeb267572e9e30")]
    public async Task A_text_finds_an_id_a_value_a_beginning_or_a_part(string text, string match, string key)
    {
        await using var running = await Shown.Demo();

        var found = await running.Get($"{Search}?q={Shown.Escaped(text)}");

        var node = found.GetProperty("results").EnumerateArray().Should().Contain(one => one.Text("key") == key).Subject;
        node.Text("match").Should().Be(match);
    }

    [Test]
    public async Task A_large_graph_is_read_to_its_ends()
    {
        await using var running = await Running.InProcess(
            new EmulatorOptions { Dataset = "demo", Size = DemoSize.Default with { Nodes = 30_000 } });
        var indicators = new List<Indicator>();
        foreach (var (_, node) in running.World.Store.Current.AllNodes)
            if (node is Indicator indicator) indicators.Add(indicator);

        foreach (var indicator in new[] { indicators[0], indicators[indicators.Count / 2], indicators[^1] })
        {
            var found = await running.Get($"{Search}?api=threatconnect&limit=100&q={Shown.Escaped(indicator.Summary[1..])}");
            found.GetProperty("results").EnumerateArray().Select(one => one.Text("key"))
                .Should().Contain($"threatconnect/indicator/{indicator.Id}");
        }
    }

    [Test]
    public async Task A_domain_is_found_in_both_apis_that_have_it()
    {
        await using var running = await Shown.Demo();

        var found = await running.Get($"{Search}?q=gateway-rapidano.example&limit=2");

        found.GetProperty("results").EnumerateArray().Select(node => node.Text("api")).Should().Equal("threatconnect", "threatwinds");
        found.GetProperty("complete").GetBoolean().Should().BeFalse("posts mention it too");
    }

    [Test]
    public async Task An_address_of_version_6_is_found_in_both_of_its_spellings()
    {
        await using var running = await Running.InProcess("docs");
        using (await running.Send("POST", "/api/v2/indicators/addresses",
            new StringContent("""{"ip":"2001:db8::7"}""", System.Text.Encoding.UTF8, "application/json"), ("Authorization", Plane.Token)))
        {
        }

        foreach (var spelling in new[] { "2001:db8::7", "2001:DB8:0:0:0:0:0:7" })
        {
            var found = await running.Get($"{Search}?q={Shown.Escaped(spelling)}");
            found.GetProperty("results").EnumerateArray().Should().ContainSingle()
                .Which.Text("title").Should().Be("2001:db8:0:0:0:0:0:7");
        }
    }

    [Test]
    public async Task Only_the_wanted_api_and_kind_are_found()
    {
        await using var running = await Shown.Demo();

        var found = await running.Get($"{Search}?q=barley&api=deso&kind=post&limit=100");

        found.GetProperty("results").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(node => node.Text("api") == "deso" && node.Text("kind") == "post");
    }

    [Test]
    public async Task What_is_not_there_is_an_empty_list()
    {
        await using var running = await Shown.Demo();

        var found = await running.Get($"{Search}?q=no-such-value.example");

        found.Number("total").Should().Be(0);
        found.GetProperty("complete").GetBoolean().Should().BeTrue();
    }
}
