using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>What a page shows when something is gone, and that it goes on when it is back.</summary>
class FailureTests : BrowserTests
{
    [TestCase("requests")]
    [TestCase("worlds")]
    public async Task A_world_that_is_deleted_while_its_page_is_open_stays_deleted(string page)
    {
        await using var running = await Running.Start("docs");
        using var created = await running.Send("PUT", "/_emulator/worlds/mine");
        await using var visit = await Open(running, $"/_emulator/ui/{page}?world=mine", 404);
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();

        using var deleted = await running.Send("DELETE", "/_emulator/worlds/mine");

        await Assertions.Expect(visit.Heading("There is no world mine")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        running.Emulator.Worlds.Find("mine").Should().BeNull();
        await visit.ShouldBeFineEverywhere("world-gone");
        await visit.Link("Go to the world default").ClickAsync();
        await Assertions.Expect(visit.Heading("Three APIs")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_world_that_does_not_exist_is_created_only_on_request()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, "/_emulator/ui/worlds?world=mine", 404);
        await Assertions.Expect(visit.Heading("There is no world mine")).ToBeVisibleAsync();
        running.Emulator.Worlds.Find("mine").Should().BeNull();

        await visit.Button("Create it from the dataset").ClickAsync();

        await Assertions.Expect(visit.Heading("Three APIs")).ToBeVisibleAsync();
        running.Emulator.Worlds.Find("mine").Should().NotBeNull();
    }

    [Test]
    public async Task A_server_that_stops_and_comes_back_is_reported_and_the_page_goes_on()
    {
        var first = await Running.Start("docs");
        await using var visit = await Open(first, "/_emulator/ui/requests", 404);
        await Assertions.Expect(visit.Heading("Requests")).ToBeVisibleAsync();
        await first.DisposeAsync();
        await Assertions.Expect(visit.Page.GetByText("The emulator does not answer.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        var address = first.Address.GetLeftPart(UriPartial.Authority);
        await using var second = await Running.Start(new EmulatorOptions { Dataset = "docs" }, address);

        await Assertions.Expect(visit.Page.Locator("#banner")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await Client.Get(second, "/v2/taks");
        await Assertions.Expect(visit.Button("GET /v2/taks")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }
}
