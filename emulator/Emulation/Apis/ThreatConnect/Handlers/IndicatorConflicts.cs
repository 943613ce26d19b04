using Emulation.Apis.ThreatConnect.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Handlers;

/// <summary>Finds the indicator that already has a value.</summary>
static class IndicatorConflicts
{
    /// <summary>
    /// The indicator of the owner with this value, or null. For a file, one equal hash is enough if the others do not differ; if they do,
    /// the error names the first hash that belongs to another file.
    /// </summary>
    public static Reply? Existing(Graph graph, int owner, IndicatorType type, string?[] parts, Indicator? self, out Indicator? existing)
    {
        existing = self;
        if (type != IndicatorType.File)
        {
            existing ??= IndicatorLookup.OfParts(graph, owner, type, parts);
            return null;
        }
        var holders = parts.Select(hash => hash is null ? null : IndicatorLookup.OfHash(graph, owner, hash)).ToArray();
        existing ??= holders.FirstOrDefault(holder => holder is not null);
        if (existing is null) return null;
        var own = new[] { existing.Value1, existing.Value2, existing.Value3 };
        for (var i = 0; i < 3; i++)
        {
            var taken = holders[i] is { } holder && holder.Key != existing.Key;
            if (taken || (parts[i] is not null && own[i] is not null && own[i] != parts[i])) return Collision(type, holders, self, i);
        }
        return null;
    }

    private static Reply Collision(IndicatorType type, Indicator?[] holders, Indicator? self, int contradicted)
    {
        var first = Array.FindIndex(holders, holder => holder is not null && holder.Key != self?.Key);
        return Envelope.Fail(400, Texts.Exists(type.Values[first < 0 ? contradicted : first].Label, type.Name));
    }
}
