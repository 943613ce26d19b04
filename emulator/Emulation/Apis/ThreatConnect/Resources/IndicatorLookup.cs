using Emulation.Apis.ThreatConnect.Requests;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Apis.ThreatConnect.Resources;

/// <summary>Finds an indicator by a value as a path has it.</summary>
static class IndicatorLookup
{
    public static Indicator? Find(Graph graph, int owner, IndicatorType type, string value)
    {
        if (type == IndicatorType.File) return value.Split(IndicatorType.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var hash, ..] ? OfHash(graph, owner, hash) : null;
        if (Literal(graph, owner, type, value) is { } item) return item;
        // tcex encodes blanks in URLs and hosts as plus signs.
        return value.Contains('+', StringComparison.Ordinal) ? Literal(graph, owner, type, value.Replace('+', ' ')) : null;
    }

    /// <summary>The file with this hash, in any letter case.</summary>
    public static Indicator? OfHash(Graph graph, int owner, string hash) =>
        graph.Between(Indicator.ByValue, Low(owner, IndicatorType.File, Fold.Case(hash)), High(owner, IndicatorType.File, Fold.Case(hash))).Slice(0, 1).FirstOrDefault() as Indicator;

    /// <summary>The indicator with exactly these canonical parts.</summary>
    public static Indicator? OfParts(Graph graph, int owner, IndicatorType type, string?[] parts) =>
        Candidates(graph, owner, type, parts[0]!).FirstOrDefault(item => item.Value1 == parts[0] && item.Value2 == parts[1] && item.Value3 == parts[2]);

    private static Indicator? Literal(Graph graph, int owner, IndicatorType type, string value)
    {
        if (IndicatorValues.Split(type, value) is { } parts && OfParts(graph, owner, type, parts) is { } item) return item;
        if (type.Values.Length == 1) return null;
        // The first part alone is enough where it leaves no doubt.
        var cased = IndicatorValues.Cased(type, value);
        var few = Candidates(graph, owner, type, cased).Where(one => one.Value1 == cased).Take(2).ToArray();
        return few.Length == 1 ? few[0] : null;
    }

    private static IEnumerable<Indicator> Candidates(Graph graph, int owner, IndicatorType type, string first)
    {
        var folded = Fold.Case(first);
        return graph.Between(Indicator.ByValue, Low(owner, type, folded), High(owner, type, folded)).All().Cast<Indicator>();
    }

    private static TextKey Low(int owner, IndicatorType type, string folded) => new(Indicator.Scope(owner, type), folded, long.MinValue);

    private static TextKey High(int owner, IndicatorType type, string folded) => new(Indicator.Scope(owner, type), folded, long.MaxValue);
}
