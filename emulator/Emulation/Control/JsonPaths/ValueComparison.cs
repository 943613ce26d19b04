using System.Globalization;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control.JsonPaths;

/// <summary>Compares values in a filter.</summary>
static class ValueComparison
{
    private static readonly JsonComparison s_exact = new(ignoreArrayOrder: false, ignoreExtraElements: false);

    /// <summary>A number equals a string with the same number. A missing value equals nothing.</summary>
    public static bool AreEqual(JsonElement? left, JsonElement? right, WorkBudget budget)
    {
        if (left is not { } one || right is not { } other) return false;
        if ((one.ValueKind == JsonValueKind.Number || other.ValueKind == JsonValueKind.Number)
            && NumberOf(one) is { } first && NumberOf(other) is { } second)
            return first == second;
        return s_exact.Differences(one, other, budget) == 0;
    }

    /// <summary>Numbers are compared by value, strings by code unit; null when the two have no order.</summary>
    public static int? Order(JsonElement? left, JsonElement? right) => (left, right) switch
    {
        ({ ValueKind: JsonValueKind.Number } one, { ValueKind: JsonValueKind.Number } other) =>
            one.GetDouble().CompareTo(other.GetDouble()),
        ({ ValueKind: JsonValueKind.String } one, { ValueKind: JsonValueKind.String } other) =>
            string.CompareOrdinal(one.GetString(), other.GetString()),
        _ => null,
    };

    /// <summary>A list contains an element, or a string a substring.</summary>
    public static bool Contains(JsonElement? all, JsonElement? part, WorkBudget budget) => (all, part) switch
    {
        ({ ValueKind: JsonValueKind.Array } list, _) => list.EnumerateArray().Any(element => AreEqual(element, part, budget)),
        ({ ValueKind: JsonValueKind.String } text, { ValueKind: JsonValueKind.String } substring) =>
            text.GetString()!.Contains(substring.GetString()!, StringComparison.Ordinal),
        _ => false,
    };

    private static decimal? NumberOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
