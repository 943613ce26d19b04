using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>Every page opens without an error, fits, and is accessible, on a screen and on a phone, light and dark.</summary>
class PageTests : BrowserTests
{
    [TestCase("start",    "/",                                  "Three APIs")]
    [TestCase("requests", "/_emulator/ui/requests",             "Requests")]
    [TestCase("worlds",   "/_emulator/ui/worlds",               "Snapshots of")]
    [TestCase("clock",    "/_emulator/ui/worlds?tab=clock",     "Time in")]
    [TestCase("faults",   "/_emulator/ui/worlds?tab=faults",    "Faults of")]
    [TestCase("limits",   "/_emulator/ui/worlds?tab=limits",    "Rate limits of")]
    [TestCase("stubs",    "/_emulator/ui/worlds?tab=stubs",     "Scenarios")]
    [TestCase("coverage", "/_emulator/ui/coverage?text=owners", "Coverage")]
    [TestCase("coverage-all", "/_emulator/ui/coverage",         "Coverage")]
    public async Task A_page_is_fine(string name, string target, string heading)
    {
        await using var running = await Demo();
        await Prepare(running);

        await using var visit = await Open(running, target);

        await Assertions.Expect(visit.Heading(heading).First).ToBeVisibleAsync();
        await visit.ShouldBeFineEverywhere(name);
    }

    [Test]
    public async Task The_details_of_a_request_are_fine()
    {
        await using var running = await Demo();
        await Prepare(running);

        await using var visit = await Open(running, "/_emulator/ui/requests");
        await visit.Button("GET /v2/taks").ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("Nearest route")).ToBeVisibleAsync();
        await visit.ShouldBeFineEverywhere("request");
    }

    [Test]
    public async Task A_page_that_does_not_exist_says_so()
    {
        await using var running = await Running.Start("docs");

        await using var visit = await Open(running, "/_emulator/ui/nowhere", 404);

        await Assertions.Expect(visit.Heading("There is no page nowhere")).ToBeVisibleAsync();
    }

    /// <summary>Something to show on each page.</summary>
    private static async Task Prepare(Running running)
    {
        await Put(running, "/_emulator/worlds/mine", "{}");
        await Put(running, "/_emulator/snapshots/before", "{}");
        await Put(running, "/_emulator/faults/third", """{"when":{"nth":3},"effect":{"status":503}}""");
        await Put(running, "/_emulator/rate-limits", """{"limits":[{"per":"api","requests":1000,"window":"1m"}]}""");
        using var stub = await running.Send("POST", "/__admin/mappings", new StringContent("""
            {"scenarioName":"flaky","newScenarioState":"ok","request":{"urlPath":"/stub"},"response":{"status":200}}
            """));
        foreach (var target in new[] { "/v2/taks", "/v2/owners", "/v2/groups?resultLimit=1", "/v2/indicators/hosts/none.example" })
        {
            using var response = await running.Send("GET", target, null, Client.Authorization);
        }
    }

    private static async Task Put(Running running, string target, string json)
    {
        using var response = await running.Send("PUT", target, new StringContent(json));
        response.IsSuccessStatusCode.Should().BeTrue(target);
    }
}
