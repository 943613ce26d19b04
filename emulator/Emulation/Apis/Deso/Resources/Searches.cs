using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>Associations found, how many there are, or why a node does not look; each is refused with 500.</summary>
static class Searches
{
    public static string? Page(Graph graph, Subject subject, Filter filter, Storage storage, out IReadOnlyList<Association> found)
    {
        found = [];
        var prefix = $"Get{subject.Name}AssociationsByAttributes: : ";
        if (Unasked(filter) is { } unasked) return prefix + unasked;
        var last = filter.LastSeen is { } id ? subject.Find(graph, id) : null;
        if (filter.LastSeen is not null && last is null) return prefix + Texts.LastSeenUnknown;
        if (storage == Storage.Postgres)
        {
            found = Relaxed.Page(graph, subject, filter, last);
            return null;
        }
        if (subject.Unserved(filter) is { } unserved)
            return $"{prefix}DBGet{subject.Name}AssociationsByAttributes: : DBGet{subject.Name}AssociationIdsByAttributes: invalid query params: {unserved}";
        found = Indexed.Page(graph, subject.Stretch(filter), filter, last);
        return null;
    }

    public static string? Count(Graph graph, Subject subject, Filter filter, Storage storage, out ulong count)
    {
        count = 0;
        var prefix = $"Count{subject.Name}AssociationsByAttributes: : ";
        if (Unasked(filter) is { } unasked) return prefix + unasked;
        if (storage == Storage.Postgres)
        {
            count = (ulong)Relaxed.Count(graph, subject, filter);
            return null;
        }
        if (subject.Unserved(filter) is { } unserved)
            return $"{prefix}DBGet{subject.Name}AssociationIdsByAttributes: invalid query params: {unserved}";
        count = (ulong)Indexed.Count(graph, subject.Stretch(filter), filter);
        return null;
    }

    private static string? Unasked(Filter filter)
    {
        if (filter.IsEmpty) return Texts.NoFilter;
        if (filter.Type.Length > 0 && filter.TypePrefix.Length > 0) return Texts.BothTypes;
        return filter.Value.Length > 0 && filter.ValuePrefix.Length > 0 ? Texts.BothValues : null;
    }
}
