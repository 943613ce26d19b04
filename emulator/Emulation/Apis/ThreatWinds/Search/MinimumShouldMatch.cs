using System.Globalization;
using System.Text.Json;

namespace Emulation.Apis.ThreatWinds.Search;

/// <summary>
/// Reads how many optional clauses must match: a count, a percentage rounded down or, if negative, how many may be missing. With
/// conditions such as <c>2&lt;-25% 9&lt;-3</c>, the last one whose bound is below the number of clauses applies. When the number is not
/// above the first bound, all clauses must match.
/// </summary>
static class MinimumShouldMatch
{
    private const string Name = "minimum_should_match";

    /// <summary>Null when the value is invalid.</summary>
    /// <param name="options">The query's options.</param>
    /// <param name="clauses">The number of optional clauses.</param>
    /// <param name="fallback">The number when the option is absent.</param>
    public static int? Of(JsonElement options, int clauses, int fallback)
    {
        if (!options.TryGetProperty(Name, out var wanted)) return fallback;
        return OfText(TextOf(wanted), clauses);
    }

    public static string TextOf(JsonElement options, string fallback) =>
        options.TryGetProperty(Name, out var wanted) ? TextOf(wanted) : fallback;

    private static int? OfText(string text, int clauses) =>
        text.Contains('<', StringComparison.Ordinal) ? OfConditions(text, clauses) : OfAmount(text, clauses);

    private static int? OfConditions(string text, int clauses)
    {
        var result = clauses;
        var conditions = text.Replace(" <", "<", StringComparison.Ordinal).Replace("< ", "<", StringComparison.Ordinal);
        foreach (var condition in conditions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
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
        var digits = isPercentage ? text[..^1] : text;
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        // "-10%" of three clauses: none may be missing, so all three are required.
        var size = Math.Abs((long)number);
        var amount = (int)(isPercentage ? clauses * Math.Min(size, 100) / 100 : Math.Min(size, clauses + 1L));
        return number < 0 ? Math.Max(0, clauses - amount) : amount;
    }

    private static string TextOf(JsonElement wanted) =>
        wanted.ValueKind == JsonValueKind.String ? wanted.GetString()!.Trim() : wanted.GetRawText();
}
