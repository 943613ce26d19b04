using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.House;
using Emulation.Tests.Support;

namespace Emulation.Tests.Catalogue;

/// <summary>The evidence in fixtures against the live table, both ways.</summary>
class CatalogueTests
{
    private const string WithoutExample = "fixtures/routes-without-example.txt";

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
        var documented = Rows(api).Where(row => row.Provenance == "documented")
            .Select(row => row.Path.TrimEnd('/')).Distinct(StringComparer.Ordinal);

        documented.Should().HaveCount(paths);
    }

    /// <summary>The file lists the documented routes that have none yet; it can only become shorter.</summary>
    [Test]
    public void Every_documented_route_has_an_example_or_is_listed_as_having_none()
    {
        var apis = ApiList.Of(new EmulatorOptions(), Emulator.NoWorlds()).Where(api => !api.IsControl).ToList();
        var shown = Example.All().Select(
            example => apis.Single(api => api.Name == example.Api).Find(example.Method, Target.Parse(example.Target)).Route)
            .OfType<Route>().ToHashSet();
        var without = apis.SelectMany(api => api.Routes.Where(
            route => route.Served && route.Provenance == Provenance.Documented && !shown.Contains(route))
            .Select(route => $"{api.Name} {route.Method} {route.Path}")).ToList();

        var listed = Repository.Text(WithoutExample).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        string.Join('\n', without.Except(listed, StringComparer.Ordinal))
            .Should().BeEmpty($"each needs a file below fixtures, or a line in {WithoutExample}");
        string.Join('\n', listed.Except(without, StringComparer.Ordinal))
            .Should().BeEmpty($"each has an example now, or is gone, and leaves {WithoutExample}");
    }

    private static IEnumerable<(string Method, string Path, string Provenance)> Rows(string api)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", api, "routes.json")));
        return [.. file.RootElement.EnumerateArray().Select(row => (
            row.GetProperty("method").GetString()!, row.GetProperty("path").GetString()!, row.GetProperty("provenance").GetString()!))];
    }
}
