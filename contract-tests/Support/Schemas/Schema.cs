using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulation.Tests.Support.Schemas;

/// <summary>
/// A compiled schema that checks values more strictly than JSON Schema does: a member that an object's schema does not name is a fault.
/// </summary>
sealed class Schema
{
    /// <summary>The names of the allowed types; empty: any.</summary>
    public IReadOnlyList<string> Types { get; set; } = [];

    public IReadOnlyList<string>? Values { get; set; }

    public IReadOnlyDictionary<string, SchemaMember>? Members { get; set; }

    public IReadOnlyList<string> Required { get; set; } = [];

    /// <summary>The schema of members that are not named; null: they are a fault where members are named.</summary>
    public Schema? OtherMembers { get; set; }

    public Schema? Items { get; set; }

    public IReadOnlyList<Schema> Alternatives { get; set; } = [];

    public Regex? Pattern { get; set; }

    public string? Format { get; set; }

    public bool IsBase64 { get; set; }

    public (int Least, int Most) Count { get; set; } = (0, int.MaxValue);

    public (double Least, double Most) Range { get; set; } = (double.MinValue, double.MaxValue);

    /// <summary>Any value fits.</summary>
    public bool IsAny => Types.Count == 0 && Values is null && Alternatives.Count == 0;

    /// <summary>What is wrong with a value, with its place; null when it fits. Records the members that it has.</summary>
    public string? Fault(JsonElement value, SeenMembers? seen, string at = "")
    {
        if (Alternatives.Count > 0) return FaultOfAlternatives(value, seen, at);
        if (Types.Count > 0 && !Types.Any(type => IsOf(value, type))) return $"{at} is {value.ValueKind}, not {string.Join(" or ", Types)}";
        if (Values is not null && !Values.Contains(value.GetRawText(), StringComparer.Ordinal))
            return $"{at} is {value.GetRawText()}, not one of {string.Join(", ", Values)}";
        return value.ValueKind switch
        {
            JsonValueKind.Object => FaultOfMembers(value, seen, at),
            JsonValueKind.Array => FaultOfItems(value, seen, at),
            JsonValueKind.String => SchemaText.Fault(this, value.GetString()!) is { } fault ? $"{at} {fault}" : null,
            JsonValueKind.Number => FaultOfNumber(value, at),
            _ => null,
        };
    }

    private string? FaultOfAlternatives(JsonElement value, SeenMembers? seen, string at)
    {
        string? first = null;
        foreach (var alternative in Alternatives)
        {
            if (alternative.Fault(value, seen, at) is not { } fault) return null;
            first ??= fault;
        }
        return first;
    }

    private string? FaultOfMembers(JsonElement value, SeenMembers? seen, string at)
    {
        if (Members is null && OtherMembers is null) return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!names.Add(member.Name)) return $"{at}/{member.Name} is there twice";
            var known = Members?.GetValueOrDefault(member.Name);
            if (known is null && OtherMembers is null) return $"{at}/{member.Name} is not described";
            if (known is not null) seen?.Add(known);
            if ((known?.Schema ?? OtherMembers)!.Fault(member.Value, seen, $"{at}/{member.Name}") is { } fault) return fault;
        }
        return Required.FirstOrDefault(name => !names.Contains(name)) is { } missing ? $"{at}/{missing} is missing" : null;
    }

    private string? FaultOfItems(JsonElement value, SeenMembers? seen, string at)
    {
        var count = value.GetArrayLength();
        if (count < Count.Least || count > Count.Most) return $"{at} has {count} items";
        if (Items is null) return null;
        var i = 0;
        foreach (var item in value.EnumerateArray())
            if (Items.Fault(item, seen, $"{at}/{i++}") is { } fault) return fault;
        return null;
    }

    private string? FaultOfNumber(JsonElement value, string at)
    {
        if (value.GetDouble() < Range.Least || value.GetDouble() > Range.Most) return $"{at} is out of range: {value.GetRawText()}";
        var fits = Format switch
        {
            "int32" => value.TryGetInt32(out _),
            // Generators know no uint64, so an amount of nanos is an int64, which every real amount fits.
            "int64" => value.TryGetInt64(out _) || value.TryGetUInt64(out _),
            _ => true,
        };
        return fits ? null : $"{at} is no {Format}: {value.GetRawText()}";
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()) == value.GetDouble(),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"The type {type} is unknown."),
    };
}

/// <summary>A member that a schema names.</summary>
/// <param name="Owner">The object.</param>
/// <param name="Name">The member.</param>
sealed record SchemaMember(string Owner, string Name)
{
    public Schema Schema { get; set; } = new();

    public bool Equals(SchemaMember? other) => other is not null && Owner == other.Owner && Name == other.Name;

    public override int GetHashCode() => HashCode.Combine(Owner, Name);

    public override string ToString() => $"{Owner}.{Name}";
}
