using System.Text.Json;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A person looks up which routes there are.</summary>
class CoveragePageTests : BrowserTests
{
    private const string Page = "/_emulator/ui/coverage";

    [Test]
    public async Task Routes_are_filtered_by_text_and_by_provenance()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);

        await visit.Field("Text").FillAsync("v2/owners");
        await visit.Field("Known from").SelectOptionAsync("reference");

        await Assertions.Expect(visit.Row("owner.get")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Row("owners.list")).ToHaveCountAsync(0);
        visit.Page.Url.Should().Contain("provenance=reference");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task What_a_client_uses_is_counted()
    {
        await using var running = await Running.Start("docs");
        await Client.Get(running, "/v2/owners");
        using var refused = await running.Send("GET", "/v2/owners");
        await using var visit = await Open(running, Page);

        await visit.Field("Use").SelectOptionAsync("used");

        await Assertions.Expect(visit.Row("owners.list").GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("1");
        await visit.Row("owners.list").GetByRole(AriaRole.Link, new() { Name = "2" }).ClickAsync();
        await Assertions.Expect(visit.Heading("Requests")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Button("GET /v2/owners")).ToHaveCountAsync(2);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task Requests_that_come_while_the_page_is_open_are_counted()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?text=owners.list");
        await Assertions.Expect(visit.Row("owners.list").GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        await Client.Get(running, "/v2/owners");

        await Assertions.Expect(visit.Row("owners.list").GetByRole(AriaRole.Link, new() { Name = "1" })).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task All_routes_are_a_short_list_of_groups_that_open_by_keyboard()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);
        await visit.Page.SetViewportSizeAsync(390, 844);
        var group = visit.Page.Locator("details").Filter(new() { HasText = "/v2/owners" });
        await Assertions.Expect(group).ToContainTextAsync("6 routes");
        await Assertions.Expect(visit.Row("owners.list")).ToHaveCountAsync(0);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight")).Should().BeLessThan(844 * 5);

        await group.Locator("summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Row("owners.list")).ToBeVisibleAsync();
        await Client.Get(running, "/v2/owners");
        await Assertions.Expect(group.Locator("summary")).ToContainTextAsync("1 request");
        await Assertions.Expect(visit.Row("owners.list")).ToBeVisibleAsync();
        await Assertions.Expect(group.Locator("summary")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Row("owners.list")).ToBeHiddenAsync();
        await visit.ShouldBeFineEverywhere("coverage-groups");
    }

    [Test]
    public async Task A_filter_that_finds_few_routes_shows_them_at_once()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);
        await Assertions.Expect(visit.Page.Locator("details[open]")).ToHaveCountAsync(0);

        await visit.Field("Text").FillAsync("owners");

        await Assertions.Expect(visit.Row("owners.list")).ToBeVisibleAsync();
        await visit.Field("Text").FillAsync("no such route");
        await Assertions.Expect(visit.Page.GetByText("No route fits this filter.")).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task The_routes_are_saved_as_json()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Save as JSON").ClickAsync());

        download.SuggestedFilename.Should().Be("coverage.json");
        await using var content = await download.CreateReadStreamAsync();
        using var coverage = await JsonDocument.ParseAsync(content);
        coverage.RootElement.GetProperty("routes").GetArrayLength().Should().BeGreaterThan(400);
    }

    /// <summary>Reports have the form that <c>drift --evidence</c> writes.</summary>
    [Test]
    public async Task The_date_of_the_last_comparison_with_the_real_service_is_shown()
    {
        var folder = Directory.CreateTempSubdirectory("evidence").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "drift-1.json"), Report("2026-03-01T08:00:00Z", differences: 0));
        await File.WriteAllTextAsync(Path.Combine(folder, "drift-2.json"), Report("2026-11-27T21:30:00Z", differences: 1));
        await using var running = await Running.Start(new EmulatorOptions { Dataset = "docs", Evidence = folder });
        await using var visit = await Open(running, $"{Page}?text=v2/owners");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Compared" }).First).ToBeVisibleAsync();
        var compared = visit.Row("owners.list").GetByRole(AriaRole.Cell).Last;
        await Assertions.Expect(compared).ToContainTextAsync("2026-11-27");
        await Assertions.Expect(compared).ToContainTextAsync("1 difference");
        await Assertions.Expect(visit.Row("owner.get").GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("never");
        await visit.ShouldBeFineEverywhere("coverage-evidence");
        Directory.Delete(folder, recursive: true);
    }

    private const string Difference =
        """{"kind":"count","path":"$.data.resultCount","recorded":"1","found":"2","exchanges":[1],"accepted":null}""";

    private static string Report(string compared, int differences) => $$"""
        {"drift":1,"source":"a.recording","upstream":"https://upstream.example","recorded":"2026-01-01T00:00:00Z","compared":"{{compared}}",
         "emulator":"emulator 0.1.0, dataset docs","routes":[
          {"api":"threatconnect","method":"GET","path":"/v2/owners","provenance":"documented","compared":1,"same":{{1 - differences}},
           "differences":[{{(differences == 0 ? "" : Difference)}}],
           "notCompared":[]}]}
        """;
}
