using Microsoft.Playwright;

namespace Emulation.Tests.Browser;

/// <summary>Chromium of this machine, driven by Playwright. Nothing is downloaded.</summary>
static class Chromium
{
    private const string Advice = "no Chromium: install Debian's chromium, or name an executable with CHROMIUM_PATH";

    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Starts a browser; the test is skipped when there is none.</summary>
    public static Task<IBrowser> Launch(IPlaywright playwright, params string[] arguments) => playwright.Chromium.LaunchAsync(
        new BrowserTypeLaunchOptions { ExecutablePath = Path(), Args = [.. s_arguments, .. arguments] });

    private static string Path()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        if (!File.Exists(path)) Assert.Ignore(Advice);
        return path;
    }
}
