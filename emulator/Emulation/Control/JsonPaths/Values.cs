using System.Globalization;
using System.Text.Json;
using Emulation.Control.Stubs.Matching;

namespace Emulation.Control.JsonPaths;

/// <summary>How values are compared in a filter.</summary>
static class Values
{
    private static readonly JsonComparison s_exact = new(ignoreArrayOrder: false, ignoreExtraElements: false);

    /// <summary>A number equals the text that spells it. What is not there equals nothing.</summary>
    public static bool Same(JsonElement? left, JsonElement? right, WorkBudget budget)
    {
        if (left is not { } one || right is not { } other) return false;
        if (Spelled(one) is { } number && Spelled(other) is { } wanted && (one.ValueKind == JsonValueKind.Number || other.ValueKind == JsonValueKind.Number)) return number == wanted;
        return s_exact.Differences(one, other, budget) == 0;
    }

    /// <summary>Numbers by value, texts by their cursor; null when the two have no order.</summary>
    public static int? Order(JsonElement? left, JsonElement? right) => (left, right) switch
    {
        ({ ValueKind: JsonValueKind.Number } one, { ValueKind: JsonValueKind.Number } other) => one.GetDouble().CompareTo(other.GetDouble()),
        ({ ValueKind: JsonValueKind.String } one, { ValueKind: JsonValueKind.String } other) => string.CompareOrdinal(one.GetString(), other.GetString()),
        _ => null,
    };

    /// <summary>A list has an element, or a text a part.</summary>
    public static bool Holds(JsonElement? all, JsonElement? part, WorkBudget budget) => (all, part) switch
    {
        ({ ValueKind: JsonValueKind.Array } list, _) => list.EnumerateArray().Any(element => Same(element, part, budget)),
        ({ ValueKind: JsonValueKind.String } text, { ValueKind: JsonValueKind.String } wanted) => text.GetString()!.Contains(wanted.GetString()!, StringComparison.Ordinal),
        _ => false,
    };

    private static decimal? Spelled(JsonElement value)
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
