using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Control.JsonPaths;

namespace Emulation.Control.Stubs.Matching;

/// <summary>Converts the values at a path to the strings that WireMock passes to the inner matcher.</summary>
static class JsonPathText
{
    /// <param name="path">The path.</param>
    /// <param name="document">The document.</param>
    /// <param name="budget">The remaining work for the request.</param>
    /// <param name="whole">A list becomes one string instead of one for each element.</param>
    public static IReadOnlyList<string> Of(JsonPath path, JsonElement document, WorkBudget budget, bool whole)
    {
        var found = path.Find(document, budget);
        if (!path.IsDefinite && whole) return [$"[{string.Join(",", found.Select(value => value.GetRawText()))}]"];
        if (!path.IsDefinite) return [.. found.Select(Element)];
        if (found is not [var value]) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Object => [Pretty(value, "\n")],
            JsonValueKind.Array => whole ? [value.GetRawText()] : [.. value.EnumerateArray().Select(Element)],
            JsonValueKind.Null => [],
            _ => [Element(value)],
        };
    }

    /// <summary>An element of a list as Java prints it; an object is a Java map.</summary>
    private static string Element(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => Number(value),
        JsonValueKind.Object =>
            $"{{{string.Join(", ", value.EnumerateObject().Select(member => $"{member.Name}={Element(member.Value)}"))}}}",
        _ => value.GetRawText(),
    };

    private static string Number(JsonElement value)
    {
        var raw = value.GetRawText();
        if (!raw.AsSpan().ContainsAny('.', 'e', 'E')) return raw;
        var number = value.GetDouble();
        if (number != 0 && Math.Abs(number) is < 1e-3 or >= 1e7) return raw;
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    /// <summary>An object in WireMock's JSON format: one member per line, blanks around the colon, arrays on one line.</summary>
    private static string Pretty(JsonElement value, string newLine)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.GetArrayLength() == 0
                ? "[ ]"
                : $"[ {string.Join(", ", value.EnumerateArray().Select(element => Pretty(element, newLine)))} ]";
        if (value.ValueKind != JsonValueKind.Object) return value.GetRawText();
        var inner = newLine + "  ";
        var members = value.EnumerateObject()
            .Select(member => $"{inner}\"{JsonEncodedText.Encode(member.Name)}\" : {Pretty(member.Value, inner)}")
            .ToList();
        return members.Count == 0 ? "{ }" : $"{{{string.Join(',', members)}{newLine}}}";
    }
}
