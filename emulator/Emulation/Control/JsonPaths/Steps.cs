using System.Globalization;
using System.Text.Json;

namespace Emulation.Control.JsonPaths;

sealed record Member(string Name) : IStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonElement> From(JsonElement value, Search search) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Name, out var member) ? [member] : [];
}

/// <summary>Elements by their places; a negative one counts from the end.</summary>
sealed record Elements(IReadOnlyList<int> Places) : IStep
{
    public bool IsDefinite => Places.Count == 1;

    public IEnumerable<JsonElement> From(JsonElement value, Search search)
    {
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var place in Places)
        {
            var at = place < 0 ? place + value.GetArrayLength() : place;
            if (at >= 0 && at < value.GetArrayLength()) yield return value[at];
        }
    }
}

sealed record Slice(int? Start, int? End) : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, Search search)
    {
        if (value.ValueKind != JsonValueKind.Array) return [];
        var length = value.GetArrayLength();
        var (from, to) = (Place(Start ?? 0, length), Place(End ?? length, length));
        return value.EnumerateArray().Skip(from).Take(Math.Max(0, to - from));
    }

    private static int Place(int at, int length) => Math.Clamp(at < 0 ? at + length : at, 0, length);
}

sealed record Everything : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, Search search) => Children(value);

    public static IEnumerable<JsonElement> Children(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => value.EnumerateObject().Select(member => member.Value),
        _ => [],
    };
}

/// <summary>A step taken from a value and from all that it holds.</summary>
sealed record Deep(IStep Step) : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, Search search)
    {
        var found = new List<JsonElement>();
        Collect(value, search, found);
        return found;
    }

    // A list and not nested iterators, each of which every value would pass through. Documents are at most 64 levels deep.
    private void Collect(JsonElement value, Search search, List<JsonElement> found)
    {
        if (!search.Budget.Spend()) return;
        found.AddRange(Step.From(value, search));
        foreach (var child in Everything.Children(value)) Collect(child, search, found);
    }
}

/// <summary>Elements for which a condition holds. Of an object it is the object itself that is asked, as Jayway's reader does it.</summary>
sealed record Filter(ICondition Condition) : IStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement value, Search search) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().TakeWhile(_ => search.Budget.Spend()).Where(element => Condition.Holds(element, search)),
        JsonValueKind.Object => Condition.Holds(value, search) ? [value] : [],
        _ => [],
    };
}

/// <summary>How many elements or members there are; texts have no length here.</summary>
sealed record Length : IStep
{
    public bool IsDefinite => true;

    public IEnumerable<JsonElement> From(JsonElement value, Search search)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)) return [];
        return [JsonElement.Parse(Everything.Children(value).Count().ToString(CultureInfo.InvariantCulture))];
    }
}
