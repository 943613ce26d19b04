namespace Emulation.Graphs;

/// <summary>
/// Two lists in the order of links (<see cref="Node.LinkOrder"/>, then <see cref="Node.LinkTie"/>) as one in the same order.
/// The beginning of a slice is found by binary search: O(log n) lookups.
/// </summary>
sealed class MergedList(NodeList one, NodeList other) : NodeList
{
    public override int Count => one.Count + other.Count;

    public override IEnumerable<Node> Slice(int start, int count)
    {
        if (start >= Count) yield break;
        var (i, j) = Split(start);
        using var left = one.Slice(i, count).GetEnumerator();
        using var right = other.Slice(j, count).GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        for (var served = 0; served < count && (hasLeft || hasRight); served++)
        {
            if (hasLeft && (!hasRight || Before(left.Current, right.Current)))
            {
                yield return left.Current;
                hasLeft = left.MoveNext();
                continue;
            }
            yield return right.Current;
            hasRight = right.MoveNext();
        }
    }

    /// <summary>How many nodes of each list come before a position.</summary>
    private (int One, int Other) Split(int position)
    {
        var (low, high) = (Math.Max(0, position - other.Count), Math.Min(position, one.Count));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Before(At(one, middle), At(other, position - middle - 1))) low = middle + 1;
            else high = middle;
        }
        return (low, position - low);
    }

    private static Node At(NodeList list, int position) => list.Slice(position, 1).First();

    private static bool Before(Node first, Node second) =>
        first.LinkOrder != second.LinkOrder ? first.LinkOrder < second.LinkOrder : first.LinkTie < second.LinkTie;
}
