using System.Text.Json;
using Emulation.Control.JsonPaths;

namespace Emulation.Control.Stubs.Matching;

sealed record EqualToJson(JsonElement Expected, bool IgnoreArrayOrder, bool IgnoreExtraElements) : IMatcher
{
    private readonly JsonComparison _comparison = new(IgnoreArrayOrder, IgnoreExtraElements);

    public bool Matches(MatchInput input) => input.Json is { } actual && _comparison.Differences(Expected, actual, input.Budget) == 0;

    public double Distance(MatchInput input)
    {
        if (input.Json is not { } actual) return 1;
        var most = Math.Max(JsonComparison.Size(Expected, input.Budget), JsonComparison.Size(actual, input.Budget));
        return Math.Min(1, (double)_comparison.Differences(Expected, actual, input.Budget) / most);
    }
}

/// <summary>The path selects a value that is neither null nor an empty container.</summary>
sealed record MatchesJsonPath(JsonPath Path) : IMatcher
{
    public bool Matches(MatchInput input)
    {
        if (input.Json is not { } json) return false;
        var found = Path.Find(json, input.Budget);
        if (!Path.IsDefinite) return found.Count > 0;
        return found is [var value] && value.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.Object => value.EnumerateObject().Any(),
            JsonValueKind.Array => value.GetArrayLength() > 0,
            _ => true,
        };
    }
}

/// <summary>The value at the path is matched by another matcher; for a list, one matching element is enough.</summary>
sealed record JsonPathValue(JsonPath Path, IMatcher Inner) : IMatcher
{
    public bool Matches(MatchInput input) => Distance(input, static (inner, value) => inner.Matches(value) ? 0 : 1) == 0;

    public double Distance(MatchInput input) => Distance(input, static (inner, value) => inner.Distance(value));

    private double Distance(MatchInput input, Func<IMatcher, MatchInput, double> distance)
    {
        // As in WireMock, a document that looks like XML does not match.
        if (input.Text is { } text && text.AsSpan().TrimStart().StartsWith("<")) return 1;
        var values = input.Json is { } json ? JsonPathText.Of(Path, json, input.Budget, whole: Inner is EqualToJson) : [];
        if (values.Count == 0) return Inner is Absent ? 0 : 1;
        return values.Min(value => distance(Inner, new MatchInput(value, input.Budget)));
    }
}
