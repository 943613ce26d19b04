using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Catalogue;

/// <summary>The evidence in fixtures against the live table, both ways.</summary>
class CatalogueTests
{
    [TestCase("threatconnect")]
    [TestCase("deso")]
    [TestCase("threatwinds")]
    public void The_table_has_every_route_of_the_evidence_and_no_other(string api)
    {
        var live = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Single(one => one.Name == api).Routes
            .Select(route => $"{route.Method} {route.Path} {route.Provenance.ToString().ToLowerInvariant()}").ToList();
        var evidence = Rows(api).Select(row => $"{row.Method} {row.Path} {row.Provenance}").ToList();

        live.Except(evidence, StringComparer.Ordinal).Should().BeEmpty("no row is without evidence");
        evidence.Except(live, StringComparer.Ordinal).Should().BeEmpty("no known route is missing");
        live.Should().OnlyHaveUniqueItems();
    }

    [TestCase("threatconnect", 146)]
    [TestCase("deso", 8)]
    [TestCase("threatwinds", 3)]
    public void Every_path_of_the_documents_is_known(string api, int paths)
    {
        var documented = Rows(api).Where(row => row.Provenance == "documented").Select(row => row.Path.TrimEnd('/')).Distinct(StringComparer.Ordinal);

        documented.Should().HaveCount(paths);
    }

    [TestCase("threatconnect")]
    [TestCase("deso")]
    [TestCase("threatwinds")]
    public void Routes_without_an_example_are_listed(string api)
    {
        var routes = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Single(one => one.Name == api);
        var shown = Example.All().Where(example => example.Api == api)
            .Select(example => routes.Find(example.Method, Target.Parse(example.Target)).Route).Where(route => route is not null).ToHashSet();

        foreach (var route in routes.Routes.Where(route => route.Served && !shown.Contains(route)))
            TestContext.Out.WriteLine($"no example: {route.Method} {route.Path}");

        shown.Should().NotBeEmpty($"{api} has examples");
    }

    private static IEnumerable<(string Method, string Path, string Provenance)> Rows(string api)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", api, "routes.json")));
        return [.. file.RootElement.EnumerateArray().Select(row => (
            row.GetProperty("method").GetString()!, row.GetProperty("path").GetString()!, row.GetProperty("provenance").GetString()!))];
    }
}
