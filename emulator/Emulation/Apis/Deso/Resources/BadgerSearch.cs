using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>
/// Searches as on Badger storage: the matches are one range of one index, so a count is a difference and a page is a slice.
/// </summary>
static class BadgerSearch
{
    public static int Count(Graph graph, KeyRange range, AssociationFilter filter)
    {
        var (first, end) = Bounds(graph.Of(range.Index), range, filter);
        return end - first;
    }

    public static IReadOnlyList<Association> Page(Graph graph, KeyRange range, AssociationFilter filter, Association? last)
    {
        var tree = graph.Of(range.Index);
        var (first, end) = Bounds(tree, range, filter);
        if (last is not null)
        {
            var key = range.KeyOf(last);
            // A node scans the range for the last seen association; one outside of the range is never found.
            if (!key.Bytes.AsSpan().StartsWith(range.Prefix)) return [];
            var position = tree.Rank(key);
            if (filter.Descending) end = Math.Min(end, position);
            else first = Math.Max(first, position + 1);
        }
        var count = Math.Min(filter.Limit, end - first);
        if (count <= 0) return [];
        var slice = filter.Descending ? tree.SliceDescending(tree.Count - end, count) : tree.Slice(first, count);
        var found = new List<Association>(count);
        foreach (var entry in slice) found.Add((Association)graph[entry.Value]);
        return found;
    }

    private static (int First, int End) Bounds(BTree<BytesKey, int> tree, KeyRange range, AssociationFilter filter)
    {
        if (filter.MatchesNothing) return (0, 0);
        var first = tree.Rank(new BytesKey(range.Prefix));
        return (first, BytesKey.Above(range.Prefix) is { } above ? tree.Rank(above) : tree.Count);
    }
}
