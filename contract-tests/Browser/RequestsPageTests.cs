using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A person watches what a client sends.</summary>
class RequestsPageTests : BrowserTests
{
    private const string Page = "/_emulator/ui/requests";

    [Test]
    public async Task A_request_appears_by_itself_with_the_reason_of_its_refusal()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);
        await Assertions.Expect(visit.Page.GetByText("No client has sent a request")).ToBeVisibleAsync();

        await Client.Get(running, "/v2/taks");
        await visit.Button("GET /v2/taks").ClickAsync();

        var details = visit.Page.GetByRole(AriaRole.Complementary);
        await Assertions.Expect(details).ToContainTextAsync("no route of threatconnect has this path");
        await Assertions.Expect(details).ToContainTextAsync("GET /v2/tasks");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task The_requests_of_the_page_are_not_among_them()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, "/");
        foreach (var page in new[] { "Requests", "Worlds", "Coverage", "Start" })
        {
            await visit.Link(page).First.ClickAsync();
            await Assertions.Expect(visit.Link(page).First).ToHaveAttributeAsync("aria-current", "page");
            await Assertions.Expect(visit.Heading("").First).ToBeVisibleAsync();
        }

        var journal = await Client.Read(running, "/_emulator/journal");

        journal.Should().Contain("\"count\":0");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task The_filter_shows_what_fits_and_stays_in_the_address()
    {
        await using var running = await Running.Start("docs");
        await Client.Get(running, "/v2/owners");
        await Client.Get(running, "/v2/tasks/99");
        await using var visit = await Open(running, Page);

        await visit.Field("Status").SelectOptionAsync("refused");

        await Assertions.Expect(visit.Button("GET /v2/tasks/99")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Button("GET /v2/owners")).ToHaveCountAsync(0);
        visit.Page.Url.Should().Contain("status=refused");
    }

    [Test]
    public async Task A_stub_made_from_an_answer_answers_from_then_on()
    {
        await using var running = await Running.Start("docs");
        await Client.Get(running, "/v2/owners");
        await using var visit = await Open(running, Page);

        await visit.Button("GET /v2/owners").ClickAsync();
        await visit.Button("Make a stub").ClickAsync();
        var mapping = await visit.Field("Mapping").InputValueAsync();
        await visit.Field("Mapping").FillAsync(mapping.Replace("\"status\": 200", "\"status\": 418", StringComparison.Ordinal));
        await visit.Button("Create the stub").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        (await Client.Get(running, "/v2/owners")).Should().Be((HttpStatusCode)418);
        await Assertions.Expect(visit.Row("418").Filter(new LocatorFilterOptions { HasText = "stub" })).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task The_requests_are_saved_as_an_archive()
    {
        await using var running = await Running.Start("docs");
        await Client.Get(running, "/v2/owners");
        await using var visit = await Open(running, Page);

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Save as HAR").ClickAsync());

        download.SuggestedFilename.Should().Be("requests.har");
        await using var content = await download.CreateReadStreamAsync();
        using var archive = await JsonDocument.ParseAsync(content);
        archive.RootElement.GetProperty("log").GetProperty("entries").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task Many_requests_at_once_are_each_shown_once()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);
        await Assertions.Expect(visit.Heading("Requests")).ToBeVisibleAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Client.Get(running, $"/v2/tasks/{number}")));

        await Assertions.Expect(visit.Page.GetByText("60 requests kept")).ToBeVisibleAsync();
        var shown = await visit.Page.Locator("button.link").AllTextContentsAsync();
        shown.Should().HaveCount(60).And.OnlyHaveUniqueItems();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_paused_list_stands_still_until_it_goes_on()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);
        await visit.Button("Pause").ClickAsync();

        await Client.Get(running, "/v2/owners");
        await Assertions.Expect(visit.Page.GetByText("Paused")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Button("GET /v2/owners")).ToHaveCountAsync(0);
        await visit.Button("Go on").ClickAsync();

        await Assertions.Expect(visit.Button("GET /v2/owners")).ToBeVisibleAsync();
    }
}
