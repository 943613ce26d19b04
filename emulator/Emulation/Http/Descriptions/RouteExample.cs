using System.Text.Json;

namespace Emulation.Http.Descriptions;

/// <summary>A documented request to a route and its answer, from the embedded example files.</summary>
/// <param name="Name">The file, without its extension.</param>
/// <param name="Dataset">The built-in dataset that holds what it finds.</param>
/// <param name="Match">The route and the values of its path parameters.</param>
/// <param name="RequestBody">The JSON body of the request; null: none.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="ResponseBody">The JSON body of the answer; null: none.</param>
sealed record RouteExample(
    string Name, string Dataset, Match Match, JsonElement? RequestBody, int Status, JsonElement? ResponseBody)
{
    private const string UsualDataset = "docs";

    /// <summary>What the example finds is in the datasets <c>docs</c> and <c>demo</c>.</summary>
    public bool IsUsual => Dataset == UsualDataset;

    /// <summary>The examples of an API by route, in the order of their files.</summary>
    public static ILookup<Route, RouteExample> Of(IApi api)
    {
        var folder = $"{api.Name}/examples/";
        var assembly = typeof(RouteExample).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => Normal(name).StartsWith($"evidence/{folder}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                using var document = JsonDocument.Parse(file);
                return Read(api, Normal(name)[$"evidence/{folder}".Length..^".json".Length], document.RootElement);
            })
            .Where(example => example.Match.Route is not null)
            .ToLookup(example => example.Match.Route!);
    }

    // The folders of a resource have the separators of the system that built it.
    private static string Normal(string name) => name.Replace('\\', '/');

    private static RouteExample Read(IApi api, string name, JsonElement example)
    {
        var (request, response) = (example.GetProperty("request"), example.GetProperty("response"));
        var target = Target.Parse(request.GetProperty("target").GetString()!);
        var match = api.Find(request.GetProperty("method").GetString()!, target);
        var dataset = example.TryGetProperty("dataset", out var named) ? named.GetString()! : UsualDataset;
        return new(name, dataset, match, Body(request), response.GetProperty("status").GetInt32(), Body(response));
    }

    private static JsonElement? Body(JsonElement message) =>
        message.TryGetProperty("body", out var body) && body.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? body.Clone() : null;
}
