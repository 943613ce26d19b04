using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>Values that are HTML or script are shown as text: nothing runs, nothing breaks.</summary>
class HostileValueTests : BrowserTests
{
    private const string Image = "<img src=x onerror=\"document.title='run'\">";
    private const string Owner = "Example Org";
    private const string Script = "</script><script>document.title='run'</script>";

    [Test]
    public async Task Names_with_html_are_texts_in_the_graph()
    {
        var file = await Dataset();
        try
        {
            await using var running = await Running.Start(new EmulatorOptions { Dataset = file });
            await using var visit = await Open(running, "/_emulator/ui/graph");

            await visit.Field("Value").FillAsync(Image);
            await visit.Page.GetByRole(AriaRole.List, new() { Name = "Results" }).GetByRole(AriaRole.Button).First.ClickAsync();

            await Assertions.Expect(visit.Heading(Image)).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.Locator(".answer")).ToContainTextAsync("onerror");
            await ShouldHaveRunNothing(visit);
            await visit.ShouldBeFineEverywhere("hostile-graph");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Requests_with_html_are_texts()
    {
        await using var running = await Running.Start("docs");
        using var sent = await running.Send(
            "POST",
            $"/v2/{Uri.EscapeDataString(Image)}?q=<script>",
            new StringContent(Script),
            Client.Authorization,
            ("X-Html", Image));
        await using var visit = await Open(running, "/_emulator/ui/requests");

        await visit.Page.Locator("button.link").First.ClickAsync();
        await visit.Page.GetByText("Headers").First.ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync(Image);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Complementary)).ToContainTextAsync(Script);
        await ShouldHaveRunNothing(visit);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task Stubs_and_scenarios_with_html_are_texts()
    {
        await using var running = await Running.Start("docs");
        var stub = new JsonObject
        {
            ["name"] = Image,
            ["scenarioName"] = Script,
            ["newScenarioState"] = Image,
            ["request"] = new JsonObject { ["urlPath"] = "/" + Image },
            ["response"] = new JsonObject { ["status"] = 200 },
        };
        using var created = await running.Send("POST", "/__admin/mappings", new StringContent(stub.ToJsonString()));
        await using var visit = await Open(running, "/_emulator/ui/worlds?tab=stubs");

        await Assertions.Expect(visit.Page.GetByText(Image).First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText(Script).First).ToBeVisibleAsync();
        await ShouldHaveRunNothing(visit);
        await visit.ShouldBeFine();
    }

    [TestCase("/_emulator/ui/?world=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D%27run%27%3E")]
    [TestCase("/_emulator/ui/%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D'run'%3E")]
    [TestCase("/_emulator/ui/requests?text=%3Cscript%3E&api=%22%3E&id=..%2F..%2Finfo")]
    [TestCase("/_emulator/ui/graph?api=%3Cb%3E&kind=x&id=y")]
    [TestCase("/_emulator/ui/worlds?tab=%3Cscript%3E")]
    public async Task Addresses_with_html_run_nothing(string target)
    {
        await using var running = await Running.Start("docs");

        await using var visit = await Open(running, target, 400, 404);

        await Assertions.Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
        await ShouldHaveRunNothing(visit);
        await visit.ShouldBeFine();
    }

    private static async Task ShouldHaveRunNothing(Visit visit)
    {
        (await visit.Page.TitleAsync()).Should().NotBe("run");
        await Assertions.Expect(visit.Page.Locator("img")).ToHaveCountAsync(0);
    }

    /// <summary>A dataset whose group and tag have markup for names.</summary>
    private static async Task<string> Dataset()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"hostile-{TestContext.CurrentContext.Test.ID}.json");
        var dataset = new JsonObject
        {
            ["format"] = 1,
            ["name"] = "hostile",
            ["start"] = "2024-03-01T12:00:00Z",
            ["owners"] = new JsonArray(new JsonObject { ["id"] = 2, ["name"] = Owner, ["type"] = "Organization" }),
            ["tags"] = new JsonArray(new JsonObject { ["owner"] = Owner, ["name"] = Script }),
            ["groups"] = new JsonArray(new JsonObject
            {
                ["id"] = 1, ["owner"] = Owner, ["type"] = "Adversary", ["name"] = Image, ["tags"] = new JsonArray(Script),
                ["dateAdded"] = "2024-02-01T08:00:00Z", ["lastModified"] = "2024-02-01T08:00:00Z",
            }),
        };
        await File.WriteAllTextAsync(path, dataset.ToJsonString());
        return path;
    }
}
