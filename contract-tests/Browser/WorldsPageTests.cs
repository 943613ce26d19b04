using System.Net;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A person changes what a tester may change.</summary>
class WorldsPageTests : BrowserTests
{
    private const string Page = "/_emulator/ui/worlds";

    [Test]
    public async Task A_world_is_forked_opened_and_deleted()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);

        await visit.Field("New world").FillAsync("mine");
        await visit.Button("Fork").ClickAsync();
        await visit.Row("mine").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(visit.Field("World").First).ToHaveValueAsync("mine");
        visit.Page.Url.Should().Contain("world=mine");
        await visit.Button("Delete the world mine").ClickAsync();
        await visit.Button("Delete").ClickAsync();

        await Assertions.Expect(visit.Field("World").First).ToHaveValueAsync("default");
        (await Client.Read(running, "/_emulator/worlds")).Should().NotContain("mine");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_change_made_elsewhere_is_shown()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);
        await Assertions.Expect(visit.Row("default")).ToBeVisibleAsync();

        using var created = await running.Send("PUT", "/_emulator/worlds/other");

        await Assertions.Expect(visit.Row("other")).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task What_is_typed_is_kept_while_something_changes_elsewhere()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?tab=clock");
        await visit.Field("Time (UTC)").FillAsync("2031-01-01T00:00:00Z");

        using var created = await running.Send("PUT", "/_emulator/worlds/other");
        await Assertions.Expect(visit.Field("World").First).ToContainTextAsync("other");

        await Assertions.Expect(visit.Field("Time (UTC)")).ToHaveValueAsync("2031-01-01T00:00:00Z");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_snapshot_is_taken_and_restored()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);

        await visit.Field("New snapshot").FillAsync("before");
        await visit.Button("Take snapshot").ClickAsync();
        await Assertions.Expect(visit.Row("before")).ToBeVisibleAsync();
        using var deleted = await running.Send("DELETE", "/v2/indicators/hosts/example.org", null, Client.Authorization);
        (await Client.Get(running, "/v2/indicators/hosts/example.org")).Should().Be(HttpStatusCode.NotFound);
        await visit.Row("before").GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#announcements")).ToHaveTextAsync("default is as it was in before.");
        (await Client.Get(running, "/v2/indicators/hosts/example.org")).Should().Be(HttpStatusCode.OK);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task Two_worlds_are_compared()
    {
        await using var running = await Running.Start("docs");
        using var created = await running.Send("PUT", "/_emulator/worlds/mine");
        using var deleted = await running.Send("DELETE", "/worlds/mine/v2/indicators/hosts/example.org", null, Client.Authorization);
        await using var visit = await Open(running, Page);

        await visit.Button("Compare").ClickAsync();

        await Assertions.Expect(visit.Row("threatconnect").Filter(new() { HasText = "indicator" })).ToBeVisibleAsync();
        await visit.Page.GetByText("Show", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("example.org").First).ToBeVisibleAsync();
        await visit.ShouldBeFineEverywhere("compare");
    }

    [Test]
    public async Task The_clock_is_frozen_advanced_and_set()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?tab=clock");

        await visit.Field("Time (UTC)").FillAsync("2030-01-01T00:00:00Z");
        await visit.Button("Set the clock").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("time.clock")).ToHaveTextAsync("2030-01-01 00:00:00");
        await visit.Button("1 day").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("time.clock")).ToHaveTextAsync("2030-01-02 00:00:00");
        (await Client.Read(running, "/_emulator/clock")).Should().Contain("\"frozen\"").And.Contain("2030-01-02T00:00:00Z");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_refused_change_says_why()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?tab=clock", 400);

        await visit.Field("Another length").FillAsync("soon");
        await visit.Button("Advance").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("must be a length of time");
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task The_third_request_of_a_client_fails()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?tab=faults");

        await visit.Field("API").SelectOptionAsync("threatconnect");
        await visit.Page.GetByText("What this form sends").ClickAsync();
        var sends = visit.Page.GetByRole(AriaRole.Region, new() { Name = "What this form sends" });
        await Assertions.Expect(sends).ToContainTextAsync("\"nth\": 3");
        await visit.Button("Add the fault").ClickAsync();
        await Assertions.Expect(visit.Row("status 503")).ToContainTextAsync("the 3rd");

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++) statuses.Add((int)await Client.Get(running, "/v2/owners"));
        statuses.Should().Equal(200, 200, 503, 200);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_rate_limit_is_added_and_removed()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?tab=limits");

        await visit.Field("Requests").FillAsync("1");
        await visit.Field("Name").FillAsync("one");
        await visit.Field("Answer").SelectOptionAsync("429");
        await visit.Button("Add the limit").ClickAsync();
        await Assertions.Expect(visit.Row("each credential of every API")).ToBeVisibleAsync();
        (await Client.Get(running, "/v2/owners")).Should().Be(HttpStatusCode.OK);
        (await Client.Get(running, "/v2/owners")).Should().Be(HttpStatusCode.TooManyRequests);
        await visit.Button("Remove the limit one").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("No limit:")).ToBeVisibleAsync();

        (await Client.Get(running, "/v2/owners")).Should().Be(HttpStatusCode.OK);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_stub_is_added_and_its_scenario_moved()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, $"{Page}?tab=stubs");

        await visit.Field("Mapping").FillAsync("""
            {"scenarioName":"flaky","requiredScenarioState":"broken","newScenarioState":"Started",
             "request":{"urlPath":"/v2/owners"},"response":{"status":503}}
            """);
        await visit.Button("Add the stub").ClickAsync();
        (await Client.Get(running, "/v2/owners")).Should().Be(HttpStatusCode.OK);
        await visit.Field("State of flaky").SelectOptionAsync("broken");
        await Assertions.Expect(visit.Page.Locator("#announcements")).ToHaveTextAsync("The scenario flaky is in the state broken.");

        (await Client.Get(running, "/v2/owners")).Should().Be(HttpStatusCode.ServiceUnavailable);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task Tabs_are_moved_by_arrow_keys()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);

        await visit.Tab("Worlds").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(visit.Tab("Clock")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Heading("Time in default")).ToBeVisibleAsync();
        visit.Page.Url.Should().Contain("tab=clock");
    }
}
