using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A person reads how to connect a client.</summary>
class StartPageTests : BrowserTests
{
    [TestCase("curl", "curl -s 'http://")]
    [TestCase("Python", "requests.get(\"http://")]
    [TestCase("JavaScript", "await fetch(\"http://")]
    [TestCase("C#", "client.GetAsync(\"http://")]
    public async Task The_first_request_is_shown_in_each_language(string language, string text)
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, "/");

        await visit.Tab(language).First.ClickAsync();

        var sample = visit.Page.GetByRole(AriaRole.Region, new() { Name = $"ThreatConnect v2 in {language}" });
        await Assertions.Expect(sample).ToContainTextAsync(text);
        await Assertions.Expect(sample).ToContainTextAsync(running.Address.Authority);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task The_addresses_of_a_world_have_its_prefix()
    {
        await using var running = await Running.Start("docs");
        using var created = await running.Send("PUT", "/_emulator/worlds/mine");

        await using var visit = await Open(running, "/worlds/mine/");

        await Assertions.Expect(visit.Field("World")).ToHaveValueAsync("mine");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Uri(running.Address, "/_emulator/ui/?world=mine").AbsoluteUri);
        var address = new Uri(running.Address, "/worlds/mine/api/v2").AbsoluteUri;
        await Assertions.Expect(visit.Page.GetByText(address, new() { Exact = true })).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task Another_world_is_chosen_in_the_header_and_kept_from_page_to_page()
    {
        await using var running = await Running.Start("docs");
        using var created = await running.Send("PUT", "/_emulator/worlds/mine");
        await using var visit = await Open(running, "/");

        await visit.Field("World").SelectOptionAsync("mine");
        await visit.Link("Worlds").First.ClickAsync();

        await Assertions.Expect(visit.Heading("Snapshots of mine")).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Heading("Three APIs")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Field("World")).ToHaveValueAsync("mine");
        await visit.ShouldBeFine();
    }
}
