using Emulation.Http;

namespace Emulation.Control.OpenApi;

/// <summary>
/// The served rows of a route table as OpenAPI wants them: paths that differ only in the names of their parameters are one path, under the
/// spelling of the first row.
/// </summary>
static class PathTable
{
    public static IReadOnlyList<PathItem> Of(IReadOnlyList<Route> routes) =>
    [
        .. routes.Where(route => route.Served)
            .GroupBy(route => ShapeOf(Trimmed(route.Path)), StringComparer.Ordinal)
            .Select(rows => new PathItem(Trimmed(rows.First().Path), rows.First().Parameters, OperationsOf(rows))),
    ];

    private static PathOperation[] OperationsOf(IEnumerable<Route> rows) =>
        [.. rows.GroupBy(row => row.Method, StringComparer.Ordinal).Select(same => new PathOperation(same.First(), [.. same.Skip(1)]))];

    // A path that is documented with a slash at its end is served without it as well.
    private static string Trimmed(string path) => path.Length > 1 ? path.TrimEnd('/') : path;

    private static string ShapeOf(string path) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "{}" : part));
}

/// <summary>A path with the names of its parameters, and its operations.</summary>
sealed record PathItem(string Path, IReadOnlyList<string> Parameters, IReadOnlyList<PathOperation> Operations);

/// <summary>A row, and further rows of the same method whose paths have other names for the parameters.</summary>
sealed record PathOperation(Route Route, IReadOnlyList<Route> Others);
