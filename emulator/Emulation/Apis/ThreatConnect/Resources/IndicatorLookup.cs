using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Finds an indicator by its value.</summary>
static class IndicatorLookup
{
    /// <summary>Finds an indicator by the first spelling that one has.</summary>
    public static Indicator? Find(Graph graph, int owner, IndicatorType type, IEnumerable<string> spellings) =>
        spellings.Select(value => Find(graph, owner, type, value)).FirstOrDefault(item => item is not null);

    /// <summary>Finds an indicator by a summary: all parts of its value, or leading parts that only one indicator has.</summary>
    public static Indicator? Find(Graph graph, int owner, IndicatorType type, string value)
    {
        if (type == IndicatorType.File)
        {
            var hashes = value.Split(IndicatorType.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return hashes is [var hash, ..] ? OfHash(graph, owner, hash) : null;
        }
        if (type.Values.Length == 1) return IndicatorValues.Split(type, value) is { } parts ? OfParts(graph, owner, type, parts) : null;
        // A part may contain the separator.
        return OfLeadingParts(graph, owner, type, value.Split(IndicatorType.Separator)) ?? OfLeadingParts(graph, owner, type, [value]);
    }

    /// <summary>The file with this hash, ignoring case.</summary>
    public static Indicator? OfHash(Graph graph, int owner, string hash)
    {
        var folded = Fold.Case(hash);
        return graph.Between(Indicator.ByValue, Low(owner, IndicatorType.File, folded), High(owner, IndicatorType.File, folded))
            .Slice(0, 1).FirstOrDefault() as Indicator;
    }

    /// <summary>The indicator with exactly these canonical parts.</summary>
    public static Indicator? OfParts(Graph graph, int owner, IndicatorType type, string?[] parts) =>
        Candidates(graph, owner, type, parts[0]!)
            .FirstOrDefault(item => item.Value1 == parts[0] && item.Value2 == parts[1] && item.Value3 == parts[2]);

    private static Indicator? OfLeadingParts(Graph graph, int owner, IndicatorType type, string[] written)
    {
        if (written.Length > type.Values.Length) return null;
        var parts = written.Select(part => IndicatorValues.Cased(type, part)).ToArray();
        var found = Candidates(graph, owner, type, parts[0])
            .Where(item => parts.SequenceEqual(Parts(item).Take(parts.Length), StringComparer.Ordinal))
            .Take(2)
            .ToArray();
        if (found.Length == 1) return found[0];
        return found.Length == 0 ? null : OfParts(graph, owner, type, [parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)]);
    }

    private static string?[] Parts(Indicator item) => [item.Value1, item.Value2, item.Value3];

    private static IEnumerable<Indicator> Candidates(Graph graph, int owner, IndicatorType type, string first)
    {
        var folded = Fold.Case(first);
        return graph.Between(Indicator.ByValue, Low(owner, type, folded), High(owner, type, folded)).All().Cast<Indicator>();
    }

    private static TextKey Low(int owner, IndicatorType type, string folded) => new(Indicator.Scope(owner, type), folded, long.MinValue);

    private static TextKey High(int owner, IndicatorType type, string folded) => new(Indicator.Scope(owner, type), folded, long.MaxValue);
}
