using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A person looks at the neighbourhood of a value across the three APIs.</summary>
partial class GraphPageTests : BrowserTests
{
    private const string Page = "/_emulator/ui/graph";
    private const string Actor = $"{Page}?api=threatconnect&kind=group&id=1000000";

    [Test]
    public async Task A_value_is_searched_and_drawn_with_its_neighbours()
    {
        await using var running = await Running.Start("docs");
        await using var visit = await Open(running, Page);

        await visit.Field("Value").FillAsync("example.org");
        await visit.Page.GetByRole(AriaRole.List, new() { Name = "Results" }).GetByRole(AriaRole.Button).First.ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".node").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".detail-pane .answer")).ToContainTextAsync("\"hostName\": \"example.org\"");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Indicator());
        await visit.ShouldBeFineEverywhere("graph-host");
    }

    [Test]
    public async Task The_picture_of_an_actor_is_fine()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, Actor);

        await Assertions.Expect(visit.Page.Locator(".detail-pane .answer")).ToContainTextAsync("\"adversary\"");
        await visit.ShouldBeFineEverywhere("graph");
    }

    [Test]
    public async Task More_neighbours_are_shown_around_a_node()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, Actor);
        var nodes = visit.Page.Locator(".node");
        await Assertions.Expect(nodes.First).ToBeVisibleAsync();
        var before = await nodes.CountAsync();

        await visit.Page.Locator(".node:has(.more)").Last.DblClickAsync();

        await Assertions.Expect(visit.Page.Locator("#announcements")).ToContainTextAsync("more.");
        (await nodes.CountAsync()).Should().BeGreaterThan(before);
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_kind_is_left_out_and_shown_again()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, Actor);
        var indicators = visit.Page.Locator(".node[data-key^='threatconnect/indicator/']");
        await Assertions.Expect(indicators.First).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Indicators() }).UncheckAsync();
        await Assertions.Expect(indicators).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Indicators() }).CheckAsync();

        await Assertions.Expect(indicators.First).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    [Test]
    public async Task A_node_is_dragged_and_the_picture_zoomed()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, Actor);
        var node = visit.Page.Locator(".node.selected");
        await Assertions.Expect(node).ToBeVisibleAsync();
        var (place, box) = (await node.GetAttributeAsync("transform"), (await node.Locator("path").BoundingBoxAsync())!);

        await visit.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + 60, box.Y + 40, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        var view = await visit.Page.Locator("svg.drawing").GetAttributeAsync("viewBox");
        await visit.Button("Zoom in").ClickAsync();

        (await node.GetAttributeAsync("transform")).Should().NotBe(place);
        (await visit.Page.Locator("svg.drawing").GetAttributeAsync("viewBox")).Should().NotBe(view);
    }

    [Test]
    public async Task The_picture_is_used_by_keyboard()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, Actor);
        var node = visit.Page.Locator(".node").Last;
        await Assertions.Expect(node).ToBeVisibleAsync();

        await node.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(node).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(visit.Page.Locator(".detail-pane .answer .code, .detail-pane .answer .note").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_picture_of_a_hub_is_bounded_and_says_what_it_leaves_out()
    {
        const int neighbours = 10_000;
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"hub-{TestContext.CurrentContext.Test.ID}.json");
        await File.WriteAllTextAsync(file, Hub(neighbours));
        await using var running = await Running.Start(file);
        File.Delete(file);
        await using var visit = await Open(running, Page);

        await visit.Field("Value").FillAsync("Well known");
        await visit.Page.GetByRole(AriaRole.List, new() { Name = "Results" }).GetByRole(AriaRole.Button).First.ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".node").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".detail-pane")).ToContainTextAsync("10,000, of which");
        (await visit.Page.Locator(".node").CountAsync()).Should().BeLessThan(300);
        await visit.ShouldBeFineEverywhere("graph-hub");
    }

    [Test]
    public async Task On_a_phone_the_labels_around_a_node_can_be_read_and_the_whole_picture_is_one_button_away()
    {
        await using var running = await Demo();
        await using var visit = await Open(running, Page);
        await visit.Page.SetViewportSizeAsync(360, 800);

        await visit.Page.GotoAsync(new Uri(running.Address, Actor).AbsoluteUri);
        await Assertions.Expect(visit.Page.Locator(".node.selected")).ToBeVisibleAsync();

        (await Scale(visit)).Should().BeGreaterThan(0.7, "11 units of a label are then 8 pixels");
        (await IsCenterShown(visit)).Should().BeTrue();
        await visit.Screenshot("graph-phone-first");
        await visit.Button("Fit").ClickAsync();
        (await Scale(visit)).Should().BeLessThan(0.7);
        (await IsCenterShown(visit)).Should().BeTrue();
    }

    [Test]
    public async Task An_unknown_node_is_reported()
    {
        await using var running = await Running.Start("docs");

        await using var visit = await Open(running, $"{Page}?api=threatconnect&kind=group&id=99", 404);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visit.ShouldBeFine();
    }

    /// <summary>Pixels of the screen for one unit of the picture.</summary>
    private static Task<double> Scale(Visit visit) => visit.Page.Locator("svg.drawing").EvaluateAsync<double>("one => one.getScreenCTM().a");

    private static Task<bool> IsCenterShown(Visit visit) => visit.Page.Locator("svg.drawing").EvaluateAsync<bool>("""
        one => {
          const [picture, node] = [one, one.querySelector('.node.selected path')].map(shape => shape.getBoundingClientRect());
          return node.left >= picture.left && node.right <= picture.right && node.top >= picture.top && node.bottom <= picture.bottom;
        }
        """);

    [GeneratedRegex("kind=indicator", RegexOptions.None, 1000)]
    private static partial Regex Indicator();

    [GeneratedRegex("^ ?Indicator", RegexOptions.None, 1000)]
    private static partial Regex Indicators();

    /// <summary>A dataset with one tag on many hosts.</summary>
    private static string Hub(int neighbours) => JsonSerializer.Serialize(new
    {
        format = 1,
        name = "hub",
        start = "2024-01-01T00:00:00Z",
        owners = new[] { new { id = 2, name = "Example Org", type = "Organization" } },
        tags = new[] { new { owner = "Example Org", name = "Well known" } },
        indicators = Enumerable.Range(0, neighbours).Select(i => new
        {
            owner = "Example Org",
            type = "Host",
            summary = $"host-{i}.example.com",
            dateAdded = "2023-01-01T00:00:00Z",
            lastModified = "2023-01-01T00:00:00Z",
            tags = new[] { "Well known" },
        }),
    });
}
