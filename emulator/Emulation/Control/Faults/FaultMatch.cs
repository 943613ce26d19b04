using System.Text.Json;
using Emulation.Control.JsonPaths;

namespace Emulation.Control.Faults;

/// <summary>Which requests a rule is about: those for which all that is given holds.</summary>
sealed record FaultMatch
{
    public string? Api { get; init; }

    /// <summary>A row's name, as coverage prints it.</summary>
    public string? Route { get; init; }

    public string? Method { get; init; }

    public PathPattern? Path { get; init; }

    /// <summary>Each of these headers is there with this value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public BodyMatch? Body { get; init; }

    public bool Holds(RuleView asked)
    {
        var call = asked.Call;
        if (Api is not null && !string.Equals(Api, call.Api.Name, StringComparison.Ordinal)) return false;
        if (Route is not null && !string.Equals(Route, call.Match.Route?.Name, StringComparison.Ordinal)) return false;
        if (Method is not null && !string.Equals(Method, call.Method, StringComparison.Ordinal)) return false;
        if (Path is not null && (call.Target.Malformed || !Path.Matches(call.Target.Segments))) return false;
        foreach (var (name, value) in Headers)
            if (!call.Headers.TryGetValue(name, out var values) || !values.Contains(value, StringComparer.Ordinal)) return false;
        return Body is null || Body.Holds(asked.Body, asked.Budget);
    }
}

/// <summary>A place in the body: what stands there, or (<paramref name="Equal"/> is null) whether anything does.</summary>
sealed record BodyMatch(JsonPath Path, JsonElement? Equal, bool Exists)
{
    public bool Holds(JsonElement? body, WorkBudget budget)
    {
        IReadOnlyList<JsonElement> found = body is { } root ? Path.Find(root, budget) : [];
        return Equal is { } wanted ? found.Any(value => JsonElement.DeepEquals(value, wanted)) : found.Count > 0 == Exists;
    }
}
