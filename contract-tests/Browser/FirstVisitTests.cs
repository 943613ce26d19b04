using System.Net;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>The clicks of a person who has never seen the emulator and reads nothing but what is on the screen.</summary>
class FirstVisitTests : BrowserTests
{
    [Test]
    public async Task A_person_finds_the_story_and_breaks_the_third_request_of_a_client()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, "/");
        var steps = visit.Page.Locator(".step");

        await visit.Button("Find an actor in ThreatConnect").ClickAsync();
        await Assertions.Expect(steps.Nth(0)).ToContainTextAsync("\"adversary\"");
        await visit.Button("Find its domain in ThreatWinds").ClickAsync();
        await Assertions.Expect(steps.Nth(1)).ToContainTextAsync("\"type\": \"domain\"");
        var domain = await steps.Nth(1).Locator("strong").TextContentAsync();
        await visit.Button("Find the post about it on DeSo").ClickAsync();
        await Assertions.Expect(steps.Nth(2)).ToContainTextAsync("\"PostFound\"");
        await Assertions.Expect(steps.Nth(2)).ToContainTextAsync(domain!);
        await visit.ShouldBeFineEverywhere("story");
        await visit.Page.SetViewportSizeAsync(1280, 800);

        await visit.Link("Make a request fail").ClickAsync();
        await visit.Button("Add the fault").ClickAsync();
        await Assertions.Expect(visit.Row("status 503")).ToContainTextAsync("the 3rd");
        await visit.Link("Requests").First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("No client has sent a request")).ToBeVisibleAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) statuses.Add(await Client.Get(running, "/v2/owners"));

        statuses.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
        await Assertions.Expect(visit.Row("503")).ToContainTextAsync("fault");
        await visit.ShouldBeFine();
    }
}
