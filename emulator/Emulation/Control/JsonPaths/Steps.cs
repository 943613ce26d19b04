using System.Globalization;
using System.Text.Json;

namespace Emulation.Control.JsonPaths;

sealed record MemberStep(string Name) : IStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Name, out var member) ? [member] : [];
}

/// <summary>Elements by their indexes; a negative index counts from the end.</summary>
sealed record IndexStep(IReadOnlyList<int> Indexes) : IStep
{
    public bool IsDefinite => Indexes.Count == 1;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation)
    {
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var place in Indexes)
        {
            var at = place < 0 ? place + value.GetArrayLength() : place;
            if (at >= 0 && at < value.GetArrayLength()) yield return value[at];
        }
    }
}

sealed record SliceStep(int? Start, int? End) : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation)
    {
        if (value.ValueKind != JsonValueKind.Array) return [];
        var length = value.GetArrayLength();
        var (from, to) = (Place(Start ?? 0, length), Place(End ?? length, length));
        return value.EnumerateArray().Skip(from).Take(Math.Max(0, to - from));
    }

    private static int Place(int at, int length) => Math.Clamp(at < 0 ? at + length : at, 0, length);
}

sealed record WildcardStep : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation) => Children(value);

    public static IEnumerable<JsonElement> Children(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => value.EnumerateObject().Select(member => member.Value),
        _ => [],
    };
}

/// <summary>A step (<c>..</c>) from a value and from all of its descendants.</summary>
sealed record DescendantStep(IStep Step) : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation)
    {
        var found = new List<JsonElement>();
        Collect(value, evaluation, found);
        return found;
    }

    // Collects into one list, because nested iterators would pass each value through every level. Documents are at most 64 levels deep.
    private void Collect(JsonElement value, PathEvaluation evaluation, List<JsonElement> found)
    {
        if (!evaluation.Budget.Spend()) return;
        found.AddRange(Step.From(value, evaluation));
        foreach (var child in WildcardStep.Children(value)) Collect(child, evaluation, found);
    }
}

/// <summary>
/// Elements for which a condition holds. On an object, the condition is evaluated on the object itself, as in Jayway's parser.
/// </summary>
sealed record FilterStep(ICondition Condition) : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation) => value.ValueKind switch
    {
        JsonValueKind.Array =>
            value.EnumerateArray().TakeWhile(_ => evaluation.Budget.Spend()).Where(element => Condition.Holds(element, evaluation)),
        JsonValueKind.Object => Condition.Holds(value, evaluation) ? [value] : [],
        _ => [],
    };
}

/// <summary>The number of elements or members; strings have no length here.</summary>
sealed record LengthStep : IStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonElement> From(JsonElement value, PathEvaluation evaluation)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)) return [];
        return [JsonElement.Parse(WildcardStep.Children(value).Count().ToString(CultureInfo.InvariantCulture))];
    }
}
