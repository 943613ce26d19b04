using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Resources;

/// <summary>The badger storage: what matches is one stretch of one index, so a count is a difference and a page a slice.</summary>
static class Indexed
{
    public static int Count(Graph graph, Stretch stretch, Filter filter)
    {
        var (first, end) = Bounds(graph.Of(stretch.Index), stretch, filter);
        return end - first;
    }

    public static IReadOnlyList<Association> Page(Graph graph, Stretch stretch, Filter filter, Association? last)
    {
        var tree = graph.Of(stretch.Index);
        var (first, end) = Bounds(tree, stretch, filter);
        if (last is not null)
        {
            var key = stretch.KeyOf(last);
            // A node scans the stretch for the last seen one, and never meets one that lies outside.
            if (!key.Bytes.AsSpan().StartsWith(stretch.Start)) return [];
            var place = tree.Rank(key);
            if (filter.Descending) end = Math.Min(end, place);
            else first = Math.Max(first, place + 1);
        }
        var count = Math.Min(filter.Limit, end - first);
        if (count <= 0) return [];
        var slice = filter.Descending ? tree.SliceDescending(tree.Count - end, count) : tree.Slice(first, count);
        var found = new List<Association>(count);
        foreach (var entry in slice) found.Add((Association)graph[entry.Value]);
        return found;
    }

    private static (int First, int End) Bounds(BTree<BytesKey, int> tree, Stretch stretch, Filter filter)
    {
        if (filter.MatchesNothing) return (0, 0);
        var first = tree.Rank(new BytesKey(stretch.Start));
        return (first, BytesKey.Above(stretch.Start) is { } above ? tree.Rank(above) : tree.Count);
    }
}
