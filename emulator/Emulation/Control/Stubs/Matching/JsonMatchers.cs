using System.Text.Json;
using Emulation.Control.JsonPaths;

namespace Emulation.Control.Stubs.Matching;

sealed record EqualToJson(JsonElement Expected, bool IgnoreArrayOrder, bool IgnoreExtraElements) : IMatcher
{
    private readonly JsonComparison _comparison = new(IgnoreArrayOrder, IgnoreExtraElements);

    public bool Matches(Subject subject) => subject.Json is { } actual && _comparison.Differences(Expected, actual, subject.Budget) == 0;

    public double Distance(Subject subject)
    {
        if (subject.Json is not { } actual) return 1;
        var most = Math.Max(JsonComparison.Size(Expected, subject.Budget), JsonComparison.Size(actual, subject.Budget));
        return Math.Min(1, (double)_comparison.Differences(Expected, actual, subject.Budget) / most);
    }
}

/// <summary>There is something at the path, and it is neither null nor an empty container.</summary>
sealed record MatchesJsonPath(JsonPath Path) : IMatcher
{
    public bool Matches(Subject subject)
    {
        if (subject.Json is not { } json) return false;
        var found = Path.Find(json, subject.Budget);
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

/// <summary>What is at the path is judged by another matcher; of a list it is enough that one element matches.</summary>
sealed record JsonPathValue(JsonPath Path, IMatcher Inner) : IMatcher
{
    public bool Matches(Subject subject) => Distance(subject, static (inner, value) => inner.Matches(value) ? 0 : 1) == 0;

    public double Distance(Subject subject) => Distance(subject, static (inner, value) => inner.Distance(value));

    private double Distance(Subject subject, Func<IMatcher, Subject, double> judge)
    {
        // A document that looks like XML is not looked into, as WireMock does not.
        if (subject.Text is { } text && text.AsSpan().TrimStart().StartsWith("<")) return 1;
        var values = subject.Json is { } json ? JavaText.Of(Path, json, subject.Budget, whole: Inner is EqualToJson) : [];
        if (values.Count == 0) return Inner is Absent ? 0 : 1;
        return values.Min(value => judge(Inner, new Subject(value, subject.Budget)));
    }
}
