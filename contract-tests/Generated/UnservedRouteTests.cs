using System.Text;

namespace Emulation.Tests.Generated;

/// <summary>The list of routes that are known but not served.</summary>
class UnservedRouteTests
{
    [Test]
    public void The_list_of_unserved_routes_is_that_of_the_route_tables()
    {
        var text = new StringBuilder("""
            # Routes that answer 501

            Known from the vendors' pages or clients, and not served: each answers 501 in its API's own envelope and names the route.

            | API | route | known from | source |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var api in RouteLists.Apis)
            foreach (var route in api.Routes.Where(route => !route.Served))
                text.Append($"| {RouteLists.Title(api)} | `{route.Method} {route.Path}` | {route.Provenance.ToString().ToLowerInvariant()} | {route.Source} |\n");

        GeneratedText.CompareFile("emulator/unserved-routes.md", text.ToString());
    }
}
