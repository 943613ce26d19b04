using System.Globalization;
using System.Text.Json;

namespace Emulation.Apis.ThreatConnect.Requests.Batch;

/// <summary>Reads members in any of the forms that clients send; null when a member is absent or invalid.</summary>
readonly struct LenientJson(JsonElement item)
{
    public JsonElement? this[string name] =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The first of some members that exists.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (this[name] is { } value && TextOf(value) is { Length: > 0 } text) return text;
        return null;
    }

    public decimal? Number(string name) => this[name] is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : decimal.MinusOne,
        JsonValueKind.String =>
            decimal.TryParse(TextOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : decimal.MinusOne,
        _ => decimal.MinusOne,
    };

    public bool? Flag(string name) => this[name] is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out var number) ? number != 0 : null,
        JsonValueKind.String => string.Equals(TextOf(value), "true", StringComparison.OrdinalIgnoreCase) || TextOf(value) == "1",
        _ => null,
    };

    public long? Date(string name) => Text(name) is { } text ? Moments.Parse(text) : null;

    /// <summary>The objects of an array; a single object counts as an array of one.</summary>
    public IEnumerable<JsonElement> Objects(string name) => this[name] switch
    {
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object),
        { ValueKind: JsonValueKind.Object } one => [one],
        _ => [],
    };

    /// <summary>The elements of an array; any other value counts as an array of one.</summary>
    public IEnumerable<JsonElement> Values(string name) => this[name] switch
    {
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray(),
        { } one => [one],
        null => [],
    };

    /// <summary>A text, or a number or Boolean as text; null for other values and for invalid escapes.</summary>
    public static string? TextOf(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate, or invalid UTF-8.
            return null;
        }
    }
}
