using System.Text.Json;

namespace Emulation.Tests.Support;

/// <summary>Compares JSON documents as values: no member ignored, the order of members free, numbers by value.</summary>
static class JsonValues
{
    /// <summary>Where the two differ, or null. A text <c>*</c> in what is expected stands for a version 4 UUID.</summary>
    public static string? Difference(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString() == "*") return IsVersion4(actual)
            ? null
            : $"{path}: {actual} is no version 4 UUID";
        if (expected.ValueKind != actual.ValueKind) return $"{path}: expected {Short(expected)}, got {Short(actual)}";
        return expected.ValueKind switch
        {
            JsonValueKind.Object => OfObjects(expected, actual, path),
            JsonValueKind.Array => OfArrays(expected, actual, path),
            JsonValueKind.Number => Number(expected) == Number(actual) ? null : $"{path}: expected {expected}, got {actual}",
            JsonValueKind.String => expected.GetString() == actual.GetString()
                ? null
                : $"{path}: expected \"{expected}\", got \"{actual}\"",
            _ => null,
        };
    }

    private static string? OfObjects(JsonElement expected, JsonElement actual, string path)
    {
        var names = actual.EnumerateObject().Select(member => member.Name).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count) return $"{path}: a member stands twice";
        foreach (var member in expected.EnumerateObject())
        {
            if (!names.Remove(member.Name)) return $"{path}.{member.Name}: missing";
            if (Difference(member.Value, actual.GetProperty(member.Name), $"{path}.{member.Name}") is { } difference) return difference;
        }
        return names.Count == 0 ? null : $"{path}.{names[0]}: not expected";
    }

    private static string? OfArrays(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return $"{path}: expected {expected.GetArrayLength()} elements, got {actual.GetArrayLength()}";
        for (var i = 0; i < expected.GetArrayLength(); i++)
            if (Difference(expected[i], actual[i], $"{path}[{i}]") is { } difference) return difference;
        return null;
    }

    private static decimal Number(JsonElement number) =>
        decimal.Parse(number.GetRawText(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsVersion4(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: 36 } text && Guid.TryParseExact(text, "D", out _)
        && text[14] == '4' && (text[19] is '8' or '9' or 'a' or 'b') && text == text.ToLowerInvariant();

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 120 ? text : text[..120] + "…";
    }
}
