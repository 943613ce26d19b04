using System.Text.RegularExpressions;
using Emulation.Http;

namespace Emulation.Tests;

/// <summary>What the README counts is what the program has.</summary>
public class ReadmeTests
{
    [TestCase("threatconnect", "ThreatConnect")]
    [TestCase("deso", "DeSo")]
    [TestCase("threatwinds", "ThreatWinds")]
    public void It_counts_the_routes_as_they_are(string api, string title)
    {
        var routes = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Single(one => one.Name == api).Routes;
        var documented = routes.Where(route => route.Provenance == Provenance.Documented).GroupBy(route => route.Path.TrimEnd('/'), StringComparer.Ordinal).ToList();

        Readme().Should().Contain($"| {title} | {routes.Count} | {routes.Count(route => route.Served)} | {documented.Count} | {documented.Count(path => path.All(route => route.Served))} |");
    }

    [Test]
    public void It_names_every_route_that_is_not_served_and_no_other()
    {
        var missing = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).SelectMany(api => api.Routes).Where(route => !route.Served);
        var named = Regex.Matches(Section("answers 501 in its API's own shape", "Not emulated at all"), "`(?<methods>[A-Z ]+) (?<path>/[^`]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .SelectMany(match => match.Groups["methods"].Value.Split(' ').Select(method => $"{method} {match.Groups["path"].Value}"));

        named.Should().BeEquivalentTo(missing.Select(route => $"{route.Method} {route.Path}"));
    }

    [Test]
    public void It_explains_every_option_and_no_other()
    {
        var named = Regex.Matches(Section("## Options", "## Control"), @"^\| `--(?<name>[a-z0-9-]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["name"].Value);

        named.Should().Equal(OptionTable.Rows.Select(row => row.Name));
    }

    private static string Section(string from, string to)
    {
        var text = Readme();
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Readme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Emulator.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the folder of Emulator.sln.");
        return File.ReadAllText(Path.Combine(folder.FullName, "README.md")).ReplaceLineEndings("\n");
    }
}
