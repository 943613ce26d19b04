using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>Finds or counts associations, or returns why a node refuses the search (with status 500).</summary>
static class AssociationSearch
{
    public static string? Page(
        Graph graph, AssociationKind kind, AssociationFilter filter, Storage storage, out IReadOnlyList<Association> found)
    {
        found = [];
        var prefix = $"Get{kind.Name}AssociationsByAttributes: : ";
        if (Invalid(filter) is { } invalid) return prefix + invalid;
        var last = filter.LastSeen is { } id ? kind.Find(graph, id) : null;
        if (filter.LastSeen is not null && last is null) return prefix + Texts.LastSeenUnknown;
        if (storage == Storage.Postgres)
        {
            found = PostgresSearch.Page(graph, kind, filter, last);
            return null;
        }
        if (kind.Unsupported(filter) is { } unsupported)
        {
            var functions = $"DBGet{kind.Name}AssociationsByAttributes: : DBGet{kind.Name}AssociationIdsByAttributes";
            return $"{prefix}{functions}: invalid query params: {unsupported}";
        }
        found = BadgerSearch.Page(graph, kind.KeyRange(filter), filter, last);
        return null;
    }

    public static string? Count(Graph graph, AssociationKind kind, AssociationFilter filter, Storage storage, out ulong count)
    {
        count = 0;
        var prefix = $"Count{kind.Name}AssociationsByAttributes: : ";
        if (Invalid(filter) is { } invalid) return prefix + invalid;
        if (storage == Storage.Postgres)
        {
            count = (ulong)PostgresSearch.Count(graph, kind, filter);
            return null;
        }
        if (kind.Unsupported(filter) is { } unsupported)
            return $"{prefix}DBGet{kind.Name}AssociationIdsByAttributes: invalid query params: {unsupported}";
        count = (ulong)BadgerSearch.Count(graph, kind.KeyRange(filter), filter);
        return null;
    }

    private static string? Invalid(AssociationFilter filter)
    {
        if (filter.IsEmpty) return Texts.NoFilter;
        if (filter.Type.Length > 0 && filter.TypePrefix.Length > 0) return Texts.BothTypes;
        return filter.Value.Length > 0 && filter.ValuePrefix.Length > 0 ? Texts.BothValues : null;
    }
}
