using System.Text.Json;
using Emulation.Control.JsonPaths;

namespace Emulation.Control.Faults;

/// <summary>The conditions under which a request matches a rule; all that are given must hold.</summary>
sealed record FaultMatch
{
    public string? Api { get; init; }

    /// <summary>The name of a route, as the coverage route lists it.</summary>
    public string? Route { get; init; }

    public string? Method { get; init; }

    public PathPattern? Path { get; init; }

    /// <summary>Headers that the request must have with these values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public BodyMatch? Body { get; init; }

    public bool Matches(FaultRequestView view)
    {
        var call = view.Call;
        if (Api is not null && !string.Equals(Api, call.Api.Name, StringComparison.Ordinal)) return false;
        if (Route is not null && !string.Equals(Route, call.Match.Route?.Name, StringComparison.Ordinal)) return false;
        if (Method is not null && !string.Equals(Method, call.Method, StringComparison.Ordinal)) return false;
        if (Path is not null && (call.Target.Malformed || !Path.Matches(call.Target.Segments))) return false;
        foreach (var (name, value) in Headers)
            if (!call.Headers.TryGetValue(name, out var values) || !values.Contains(value, StringComparer.Ordinal)) return false;
        return Body is null || Body.Matches(view.Body, view.Budget);
    }
}

/// <summary>A condition on the body: the value at a path, or (<paramref name="Equal"/> is null) whether there is one.</summary>
sealed record BodyMatch(JsonPath Path, JsonElement? Equal, bool Exists)
{
    public bool Matches(JsonElement? body, WorkBudget budget)
    {
        IReadOnlyList<JsonElement> found = body is { } root ? Path.Find(root, budget) : [];
        return Equal is { } expected ? found.Any(value => JsonElement.DeepEquals(value, expected)) : found.Count > 0 == Exists;
    }
}
