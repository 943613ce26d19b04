using System.Text;
using Emulation.Http;

namespace Emulation.Tests.Generated;

/// <summary>The tables of the README that follow from the program.</summary>
[NonParallelizable]
class ReadmeTests
{
    [Test]
    public void Its_options_are_those_of_the_option_table()
    {
        var table = new StringBuilder("| option | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var row in OptionTable.Rows)
            table.Append($"| `--{row.Name}` | `{Cell(row.Value)}` | {(row.Default == "none" ? "none" : $"`{Cell(row.Default)}`")} | {Cell(row.Meaning)} |\n");

        GeneratedText.ComparePart("README.md", "options", table.ToString());
    }

    [Test]
    public void Its_counts_are_those_of_the_route_tables()
    {
        var table = new StringBuilder(
            "| API | routes known | served | documented paths | all of their methods served |\n|---|---:|---:|---:|---:|\n");
        foreach (var api in RouteLists.Apis)
        {
            var documented = api.Routes.Where(route => route.Provenance == Provenance.Documented).GroupBy(
                route => route.Path.TrimEnd('/'), StringComparer.Ordinal).ToList();
            var complete = documented.Count(path => path.All(route => route.Served));
            table.Append($"| {RouteLists.Title(api)} | {api.Routes.Count} | {api.Routes.Count(route => route.Served)} | {documented.Count} | {complete} |\n");
        }

        GeneratedText.ComparePart("README.md", "coverage", table.ToString());
    }

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal);
}
