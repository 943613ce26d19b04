using Emulation.Seeding;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>Makes the pictures of the README: <c>dotnet test contract-tests/Browser --filter ReadmePictures</c>.</summary>
[Explicit("It writes files of the repository.")]
class ReadmePictures : BrowserTests
{
    [Test]
    public async Task The_graph()
    {
        await using var running = await Running.Start(new EmulatorOptions { Size = DemoSize.Default });
        await using var visit = await Open(running, "/_emulator/ui/graph?api=threatconnect&kind=indicator&id=10000004");
        await Assertions.Expect(visit.Page.Locator(".detail-pane .answer")).ToContainTextAsync("\"hostName\"");

        await Save(visit, "dashboard-graph.png");
    }

    [Test]
    public async Task The_requests()
    {
        await using var running = await Running.Start(new EmulatorOptions { Size = DemoSize.Default });
        using var added = await running.Send("PUT", "/_emulator/faults/third", new StringContent(
            """{"match":{"api":"threatconnect","method":"GET"},"when":{"nth":3},"effect":{"status":503}}"""));
        foreach (var path in new[] { "owners", "groups/adversaries?resultLimit=5", "indicators/hosts", "taks" })
            await Client.Get(running, $"/api/v2/{path}");
        using var unsigned = await running.Send(
            "GET", "/api/v2/tasks", null, ("Authorization", "TC 12345678901234567890:AAAA"), ("Timestamp", "12"));
        await using var visit = await Open(running, "/_emulator/ui/requests");

        await visit.Button("GET /api/v2/tasks").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Refused because")).ToBeVisibleAsync();

        await Save(visit, "dashboard-requests.png");
    }

    private static async Task Save(Visit visit, string name)
    {
        await visit.Page.SetViewportSizeAsync(1280, 760);
        await visit.Page.Mouse.MoveAsync(0, 0);
        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Root(), "emulator", name) });
    }

    private static string Root()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "Emulator.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
