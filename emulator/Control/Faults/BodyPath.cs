using System.Globalization;
using System.Text.Json;

namespace Emulation.Control.Faults;

/// <summary>A place in a JSON body: <c>$.a.b</c>, <c>$['a b']</c>, <c>$.list[0]</c>, and <c>*</c> for every element or member.</summary>
sealed class BodyPath
{
    public const string Allowed = "a JSON path of members, indexes and stars, such as $.data.items[*].name or $['a b'][0]";

    private readonly Step[] _steps;

    private BodyPath(Step[] steps) => _steps = steps;

    /// <summary>Null when it is none, or uses more of JSON path than this.</summary>
    public static BodyPath? Parse(string text)
    {
        if (!text.StartsWith('$')) return null;
        var steps = new List<Step>();
        for (var rest = text.AsSpan(1); !rest.IsEmpty;)
        {
            if (Next(ref rest) is not { } step) return null;
            steps.Add(step);
        }
        return new BodyPath([.. steps]);
    }

    /// <summary>Every value at this place.</summary>
    public IEnumerable<JsonElement> In(JsonElement body)
    {
        IEnumerable<JsonElement> found = [body];
        foreach (var step in _steps) found = found.SelectMany(value => Inside(value, step));
        return found;
    }

    private static IEnumerable<JsonElement> Inside(JsonElement value, Step step) => value.ValueKind switch
    {
        JsonValueKind.Object when step.IsEvery => value.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array when step.IsEvery => value.EnumerateArray(),
        JsonValueKind.Object when step.Name is { } name && value.TryGetProperty(name, out var member) => [member],
        JsonValueKind.Array when step.Name is null && step.Index < value.GetArrayLength() => [value[step.Index]],
        _ => [],
    };

    private static Step? Next(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '.') return Dotted(ref rest);
        if (rest[0] != '[' || rest.Length < 3) return null;
        if (rest[1] is '\'' or '"') return Quoted(ref rest);
        var end = rest.IndexOf(']');
        if (end < 0) return null;
        var inside = rest[1..end];
        rest = rest[(end + 1)..];
        if (inside is "*") return Step.Every;
        return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new Step(null, index) : null;
    }

    private static Step? Dotted(ref ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOfAny('.', '[');
        var name = end < 0 ? rest[1..] : rest[1..(end + 1)];
        rest = rest[(name.Length + 1)..];
        if (name is "*") return Step.Every;
        return name.IsEmpty || name.ContainsAny("]*?()@'\" ") ? null : new Step(name.ToString(), 0);
    }

    private static Step? Quoted(ref ReadOnlySpan<char> rest)
    {
        var quote = rest[1];
        var end = rest[2..].IndexOf(quote) + 2;
        if (end < 2 || end + 1 >= rest.Length || rest[end + 1] != ']') return null;
        var name = rest[2..end].ToString();
        rest = rest[(end + 2)..];
        return new Step(name, 0);
    }

    /// <summary>A member by its name, an element by its index, or every one of either.</summary>
    private readonly record struct Step(string? Name, int Index)
    {
        public static Step Every { get; } = new(null, -1);

        public bool IsEvery => Index < 0;
    }
}
