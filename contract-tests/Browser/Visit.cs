using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A visit to the dashboard: a page in a fresh context, and everything that went wrong in it.</summary>
sealed class Visit : IAsyncDisposable
{
    // The browser reports each refused request on its console too; the pages show what was refused.
    private const string RefusedRequest = "Failed to load resource";

    // The narrowest phones that are common, in pixels of style sheets.
    private const int NarrowPhone = 360;

    // All that a dark page may have besides what it has when it is light.
    private static readonly AxeRunOptions s_colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    // Pairs of controls of the page that overlap. Lines of text may: a link that is wrapped has a place for each of its lines.
    private const string Touching = """
        () => {
          const controls = [...document.querySelectorAll('main :is(button, a[href], input, select, textarea, summary)')]
            .filter(one => one.checkVisibility() && !one.closest('.picture, dialog, .visually-hidden'))
            .flatMap(one => [...one.getClientRects()].map(place => ({ one, place })));
          const name = one => one.getAttribute('aria-label') || one.textContent.trim().slice(0, 40) || one.name || one.tagName;
          const found = new Set();
          controls.forEach((first, at) => controls.slice(at + 1).forEach(second => {
            if (first.one.contains(second.one) || second.one.contains(first.one)) return;
            const across = Math.min(first.place.right, second.place.right) - Math.max(first.place.left, second.place.left);
            const down = Math.min(first.place.bottom, second.place.bottom) - Math.max(first.place.top, second.place.top);
            if (across > 0 && down > 2) found.add(`${name(first.one)} and ${name(second.one)}`);
          }));
          return [...found];
        }
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();

    private readonly int[] _expected;

    private Visit(IBrowserContext context, IPage page, int[] expected) => (_context, Page, _expected) = (context, page, expected);

    public IPage Page { get; }

    public static async Task<Visit> To(IBrowser browser, Uri address, int[] expected)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, expected);
        visit.Watch(address);
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync(address.AbsoluteUri);
        return visit;
    }

    /// <summary>No error, no request to another host, and nothing that the accessibility rules call serious or critical.</summary>
    public Task ShouldBeFine() => ShouldBeFine(new AxeRunOptions());

    /// <summary>The page fits into its width, and is fine, on a screen and on a phone, light and dark.</summary>
    public async Task ShouldBeFineEverywhere(string name)
    {
        foreach (var (width, height) in new[] { (1280, 800), (390, 844), (NarrowPhone, 800) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await Page.SetViewportSizeAsync(width, height);
                await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await Screenshot($"{name}-{width}-{scheme}");
                await ShouldFit(name, width);
                // The rules of accessibility give the same on both phones; the other checks find what does not fit on the narrow one.
                if (width != NarrowPhone) await ShouldBeFine(scheme == ColorScheme.Light ? new AxeRunOptions() : s_colours);
            }
            await ShouldNotTouch(name, width);
        }
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name });

    public ILocator Tab(string name) => Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name });

    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    public ILocator Row(string text) => Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = text });

    public async Task Screenshot(string name)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", $"{name}.png".ToLowerInvariant());
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        TestContext.AddTestAttachment(path);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task ShouldFit(string name, int width) =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"))
            .Should().BeLessThanOrEqualTo(0, "{0} must fit into {1} pixels", name, width);

    /// <summary>Buttons, links and fields have places of their own.</summary>
    private async Task ShouldNotTouch(string name, int width) =>
        (await Page.EvaluateAsync<string[]>(Touching)).Should().BeEmpty("{0} has room for each control at {1} pixels", name, width);

    private async Task ShouldBeFine(AxeRunOptions options)
    {
        foreach (var violation in (await Page.RunAxe(options)).Violations.Where(one => one.Impact is "serious" or "critical"))
            _problems.Enqueue($"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
        _problems.Should().BeEmpty();
    }

    private void Watch(Uri address)
    {
        Page.PageError += (_, error) => _problems.Enqueue(error);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith(RefusedRequest, StringComparison.Ordinal))
                _problems.Enqueue(message.Text);
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !_expected.Contains(response.Status)) _problems.Enqueue($"{response.Status} {response.Url}");
        };
        Page.Request += (_, request) =>
        {
            var to = new Uri(request.Url);
            if (to.Scheme != "blob" && to.Authority != address.Authority) _problems.Enqueue($"a request to {request.Url}");
        };
    }
}
