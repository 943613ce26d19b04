using System.Globalization;
using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>How many optional clauses must match: a count, a percentage rounded down, or, when negative, how many may be missing.</summary>
static class MinimumShouldMatch
{
    private const string Name = "minimum_should_match";

    /// <summary>Null: the value cannot be read.</summary>
    /// <param name="options">The query's options.</param>
    /// <param name="clauses">How many optional clauses there are.</param>
    /// <param name="otherwise">The number when the option is absent.</param>
    public static int? Of(JsonElement options, int clauses, int otherwise)
    {
        if (!options.TryGetProperty(Name, out var wanted)) return otherwise;
        var text = TextOf(wanted);
        var isPercentage = text.EndsWith('%');
        if (!int.TryParse(isPercentage ? text[..^1] : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        // "-10%" of three clauses: none may be missing, so all three are required.
        var amount = isPercentage ? (int)((long)clauses * Math.Min(Math.Abs((long)number), 100) / 100) : (int)Math.Min(Math.Abs((long)number), clauses + 1L);
        return number < 0 ? Math.Max(0, clauses - amount) : amount;
    }

    public static string TextOf(JsonElement options, string fallback) => options.TryGetProperty(Name, out var wanted) ? TextOf(wanted) : fallback;

    private static string TextOf(JsonElement wanted) => wanted.ValueKind == JsonValueKind.String ? wanted.GetString()!.Trim() : wanted.GetRawText();
}
