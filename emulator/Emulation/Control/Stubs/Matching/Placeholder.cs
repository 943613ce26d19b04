using System.Text.Json;

namespace Emulation.Control.Stubs.Matching;

/// <summary>A string in an expected JSON document that matches any value of a type, such as <c>${json-unit.any-string}</c>.</summary>
sealed record Placeholder(string Name, Pattern? Pattern)
{
    public const string IgnoreElement = "ignore-element";

    private const string Regex = "regex";
    private const string Prefix = "{json-unit.";

    private static readonly string[] s_known = ["ignore", IgnoreElement, "any-string", "any-number", "any-boolean", Regex];

    /// <summary>Null when the value is not a placeholder, or not a valid one; <paramref name="fault"/> then says why.</summary>
    public static Placeholder? Read(JsonElement value, out string? fault)
    {
        fault = null;
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not ['$' or '#', .. var rest]) return null;
        if (!rest.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var end = rest.IndexOf('}', StringComparison.Ordinal);
        var name = end < 0 ? "" : rest[Prefix.Length..end];
        fault = $"has the placeholder {value.GetString()}; known are {string.Join(", ", s_known)}";
        if (!s_known.Contains(name, StringComparer.Ordinal) || (name != Regex && end + 1 < rest.Length)) return null;
        fault = null;
        if (name != Regex) return new Placeholder(name, null);
        if (Pattern.Read(rest[(end + 1)..], out var wrong) is { } pattern) return new Placeholder(name, pattern);
        fault = $"has a pattern that cannot be read: {wrong}";
        return null;
    }

    public bool Accepts(JsonElement value) => Name switch
    {
        "any-string" => value.ValueKind == JsonValueKind.String,
        "any-number" => value.ValueKind == JsonValueKind.Number,
        "any-boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        Regex => value.ValueKind == JsonValueKind.String && Pattern!.Matches(value.GetString()!, out _),
        _ => true,
    };
}
