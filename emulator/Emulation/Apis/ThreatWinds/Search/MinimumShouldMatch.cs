using System.Globalization;
using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// How many optional clauses must match: a count, a percentage rounded down, or, when negative, how many may be missing. With conditions such as
/// <c>2&lt;-25% 9&lt;-3</c>, the last whose bound is below the number of clauses applies; with no more clauses than the first bound, all must match.
/// </summary>
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
        return OfText(TextOf(wanted), clauses);
    }

    public static string TextOf(JsonElement options, string fallback) => options.TryGetProperty(Name, out var wanted) ? TextOf(wanted) : fallback;

    private static int? OfText(string text, int clauses) =>
        text.Contains('<', StringComparison.Ordinal) ? OfConditions(text, clauses) : OfAmount(text, clauses);

    private static int? OfConditions(string text, int clauses)
    {
        var result = clauses;
        foreach (var condition in text.Replace(" <", "<", StringComparison.Ordinal).Replace("< ", "<", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (condition.Split('<') is not [var bound, var amount]) return null;
            if (!int.TryParse(bound, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var most)) return null;
            if (clauses <= most) return result;
            if (OfAmount(amount, clauses) is not { } next) return null;
            result = next;
        }
        return result;
    }

    private static int? OfAmount(string text, int clauses)
    {
        var isPercentage = text.EndsWith('%');
        if (!int.TryParse(isPercentage ? text[..^1] : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        // "-10%" of three clauses: none may be missing, so all three are required.
        var amount = isPercentage ? (int)((long)clauses * Math.Min(Math.Abs((long)number), 100) / 100) : (int)Math.Min(Math.Abs((long)number), clauses + 1L);
        return number < 0 ? Math.Max(0, clauses - amount) : amount;
    }

    private static string TextOf(JsonElement wanted) => wanted.ValueKind == JsonValueKind.String ? wanted.GetString()!.Trim() : wanted.GetRawText();
}
