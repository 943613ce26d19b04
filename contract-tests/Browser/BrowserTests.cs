using Emulation.Seeding;
using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>A fixture with a browser of its own, which ends with it.</summary>
[Category("Browser")]
[CancelAfter(120_000)]
abstract class BrowserTests
{
    private IPlaywright _playwright = null!;
    private IBrowser? _browser;

    /// <summary>Further arguments of the browser.</summary>
    protected virtual string[] Arguments => [];

    [OneTimeSetUp]
    public async Task Launch()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.Launch(_playwright, Arguments);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>An emulator with a small generated dataset.</summary>
    protected static Task<Running> Demo() =>
        Running.Start(new EmulatorOptions { Size = DemoSize.Default with { Nodes = 200 } });

    /// <summary>Opens a page of the dashboard as a person would who sees it for the first time.</summary>
    /// <param name="running">The emulator.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="expected">Statuses with which the server may refuse requests of the page, because the test is about that.</param>
    protected Task<Visit> Open(Running running, string target, params int[] expected) =>
        Open(new Uri(running.Address, target), expected);

    /// <summary>The same at any address.</summary>
    protected Task<Visit> Open(Uri address, params int[] expected) => Visit.To(_browser!, address, expected);
}
