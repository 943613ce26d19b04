using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Requests;

/// <summary>
/// The filter on <c>summary</c>: a file matches by any of its hashes, and addresses are compared in their canonical form.
/// </summary>
static class SummaryFilter
{
    public static Func<Node, bool> Test(string value, bool prefix)
    {
        var address = Canonical(IndicatorType.Address, value);
        return node => node switch
        {
            Indicator item =>
                Matches(item.Type, item.Summary, prefix ? value : item.Type == IndicatorType.Address ? address : value, prefix),
            DeletedIndicator item =>
                Matches(item.Type, item.Summary, prefix ? value : item.Type == IndicatorType.Address ? address : value, prefix),
            _ => false,
        };
    }

    /// <summary>The canonical value for a type; an invalid value is unchanged.</summary>
    public static string Canonical(IndicatorType type, string value) =>
        type == IndicatorType.Address ? IndicatorValues.Canonical(type, 0, value) ?? value : value;

    private static bool Matches(IndicatorType type, string summary, string value, bool prefix) =>
        IsMatch(summary, value, prefix)
            || (type == IndicatorType.File && summary.Split(IndicatorType.Separator).Any(hash => IsMatch(hash, value, prefix)));

    private static bool IsMatch(string text, string value, bool prefix) => prefix
        ? text.StartsWith(value, StringComparison.OrdinalIgnoreCase)
        : string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
}
