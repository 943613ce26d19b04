using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>An emulator that requires a token, under another host name, where a page has no secure origin.</summary>
class AccessTests : BrowserTests
{
    private const string Host = "emulator.test";

    protected override string[] Arguments => [$"--host-resolver-rules=MAP {Host} 127.0.0.1"];

    [Test]
    public async Task A_page_requests_the_token_and_keeps_it_for_the_tab()
    {
        await using var running = await Start();
        await using var visit = await Open(new Uri($"http://{Host}:{running.Address.Port}/"), 401);

        await visit.Field("Token").FillAsync("wrong");
        await visit.Button("Continue").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This is not the token.");
        await visit.ShouldBeFineEverywhere("token");
        await visit.Field("Token").FillAsync("secret");
        await visit.Button("Continue").ClickAsync();
        await Assertions.Expect(visit.Heading("ThreatConnect")).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Heading("ThreatConnect")).ToBeVisibleAsync();
        var address = $"http://{Host}:{running.Address.Port}/api/v2";
        await Assertions.Expect(visit.Page.GetByText(address, new() { Exact = true })).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task With_the_token_requests_are_watched_and_worlds_changed()
    {
        await using var running = await Start();
        await using var visit = await Open(new Uri($"http://{Host}:{running.Address.Port}/_emulator/ui/requests"), 401);

        await visit.Field("Token").FillAsync("secret");
        await visit.Button("Continue").ClickAsync();
        await Assertions.Expect(visit.Heading("Requests")).ToBeVisibleAsync();
        await Client.Get(running, "/v2/owners");
        await Assertions.Expect(visit.Button("GET /v2/owners")).ToBeVisibleAsync();
        await visit.Link("Worlds").ClickAsync();
        await visit.Field("New world").FillAsync("mine");
        await visit.Button("Fork").ClickAsync();

        await Assertions.Expect(visit.Row("mine")).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_text_is_copied_without_a_secure_origin()
    {
        await using var running = await Running.Start(new EmulatorOptions { Dataset = "docs", ControlHosts = [Host] });
        await using var visit = await Open(new Uri($"http://{Host}:{running.Address.Port}/"));

        await visit.Button("Copy token").First.ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#announcements")).ToHaveTextAsync("Copied.");
        await visit.ShouldBeFine();
    }

    private static Task<Running> Start() =>
        Running.Start(new EmulatorOptions { Dataset = "docs", ControlToken = "secret", ControlHosts = [Host] });
}
