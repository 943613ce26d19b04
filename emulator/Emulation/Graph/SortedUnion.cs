namespace Emulation.Graphs;

/// <summary>
/// Lists that are in one order, as a single list in that order. A node is in at most one of them. With k lists the beginning of a slice at
/// position p is found with O(k² log p) lookups.
/// </summary>
sealed class SortedUnion(IReadOnlyList<NodeList> lists, Comparison<Node> compare) : NodeList
{
    public override int Count { get; } = lists.Sum(list => list.Count);

    public override IEnumerable<Node> Slice(int start, int count)
    {
        if (start >= Count) return [];
        var starts = StartsAt(start);
        return lists.Count == 1 ? lists[0].Slice(starts[0], count) : Merged(starts, count);
    }

    private IEnumerable<Node> Merged(int[] starts, int count)
    {
        var heads = lists.Select((list, i) => list.Slice(starts[i], count).GetEnumerator()).Where(head => head.MoveNext()).ToList();
        for (var served = 0; served < count && heads.Count > 0; served++)
        {
            var first = heads[0];
            foreach (var head in heads)
                if (compare(head.Current, first.Current) < 0) first = head;
            yield return first.Current;
            if (!first.MoveNext()) heads.Remove(first);
        }
    }

    /// <summary>How many nodes of each list come before a position.</summary>
    private int[] StartsAt(int position)
    {
        var starts = new int[lists.Count];
        for (var left = position; left > 0;)
        {
            // Of the nodes this many further in each list, fewer than `left` nodes precede the first in order. So all up to it come before.
            var step = Math.Max(1, left / lists.Count);
            var (next, node, length) = (-1, default(Node), 0);
            for (var i = 0; i < lists.Count; i++)
            {
                var ahead = Math.Min(step, lists[i].Count - starts[i]);
                if (ahead == 0) continue;
                var candidate = lists[i].Slice(starts[i] + ahead - 1, 1).First();
                if (node is null || compare(candidate, node) < 0) (next, node, length) = (i, candidate, ahead);
            }
            starts[next] += length;
            left -= length;
        }
        return starts;
    }
}
