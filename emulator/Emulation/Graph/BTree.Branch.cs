namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    sealed class Branch(object? owner, TKey[] lows, Node[] children, int[] ends) : Node(owner)
    {
        /// <summary>
        /// Between child i and i + 1: every key under child i is less, none under child i + 1 is.
        /// Never written in place, so a copied path shares it.
        /// </summary>
        readonly TKey[] lows = lows;

        /// <summary>Entries under the children up to and including this one.</summary>
        readonly int[] ends = ends;

        public Node[] Children { get; } = children;

        public override int Width => BranchWidth;

        public override int Count => ends[^1];

        public override int Size => Children.Length;

        /// <summary>The new root over a root grown too wide.</summary>
        public static Branch Over(Node node, object? owner)
        {
            var (left, low, right) = Halves(node, last: true, owner);
            return new(owner, [low], [left, right], [left.Count, left.Count + right.Count]);
        }

        public static Branch Of(TKey[] lows, Node[] children)
        {
            var sums = new int[children.Length];
            var end = 0;
            for (var i = 0; i < sums.Length; i++) sums[i] = end += children[i].Count;
            return new(null, lows, children, sums);
        }

        public int ChildFor(TKey key)
        {
            LookupCounter.Count();
            var at = MemoryExtensions.BinarySearch<TKey, TKey>(lows, key);
            return at < 0 ? ~at : at + 1;
        }

        public int ChildAt(int position)
        {
            LookupCounter.Count();
            var at = MemoryExtensions.BinarySearch<int, int>(ends, position);
            return at < 0 ? ~at : at + 1;
        }

        /// <summary>Entries under the children before this one.</summary>
        public int Start(int child) => child == 0 ? 0 : ends[child - 1];

        public TKey Low(int child) => lows[child - 1];

        public override Node Set(TKey key, TValue value, object? owner, bool last)
        {
            var at = ChildFor(key);
            var lastChild = last && at == Size - 1;
            var child = Children[at].Set(key, value, owner, lastChild);
            if (!child.IsTooWide) return With(at, child, owner);
            var (left, low, right) = Halves(child, lastChild, owner);
            return Widen(at, left, low, right, owner);
        }

        public override Node Remove(TKey key, object? owner)
        {
            var at = ChildFor(key);
            var child = Children[at].Remove(key, owner);
            if (!child.IsTooThin) return With(at, child, owner);

            var first = Math.Max(at - 1, 0);
            var joined = at == 0
                ? child.Join(lows[0], Children[1], owner)
                : Children[first].Join(lows[first], child, owner);
            var narrow = Narrow(first, joined, owner);
            if (!joined.IsTooWide) return narrow;
            var (left, low, right) = joined.Cut(joined.Size / 2, owner);
            return narrow.Widen(first, left, low, right, owner);
        }

        public override Node Join(TKey low, Node right, object? owner)
        {
            var other = (Branch)right;
            int[] joined = [.. ends, .. other.ends];
            Shift(joined.AsSpan(ends.Length), Count);
            return new Branch(owner, [.. lows, low, .. other.lows], [.. Children, .. other.Children], joined);
        }

        public override (Node Left, TKey Low, Node Right) Cut(int at, object? owner)
        {
            var rest = ends[at..];
            Shift(rest, -ends[at - 1]);
            return (
                new Branch(owner, lows[..(at - 1)], Children[..at], ends[..at]),
                lows[at - 1],
                new Branch(owner, lows[at..], Children[at..], rest));
        }

        // Most lists grow at their end, and there a cut in the middle would leave every node half empty.
        // Two go right and not one: a branch of a single child could not mend it.
        static (Node Left, TKey Low, Node Right) Halves(Node node, bool last, object? owner) =>
            node.Cut(last ? node.Size - 2 : node.Size / 2, owner);

        Branch With(int at, Node child, object? owner)
        {
            var branch = IsOwnedBy(owner) ? this : new(owner, lows, [.. Children], [.. ends]);
            var grown = Start(at) + child.Count - ends[at];
            branch.Children[at] = child;
            if (grown != 0) Shift(branch.ends.AsSpan(at), grown);
            return branch;
        }

        Branch Widen(int at, Node left, TKey low, Node right, object? owner)
        {
            var middle = Start(at) + left.Count;
            var widened = WithInserted(ends, at, middle);
            Shift(widened.AsSpan(at + 1), middle + right.Count - ends[at]);
            var more = WithInserted(Children, at + 1, right);
            more[at] = left;
            return new(owner, WithInserted(lows, at, low), more, widened);
        }

        Branch Narrow(int first, Node joined, object? owner)
        {
            var narrowed = Without<int>(ends, first);
            Shift(narrowed.AsSpan(first), Start(first) + joined.Count - ends[first + 1]);
            var fewer = Without<Node>(Children, first + 1);
            fewer[first] = joined;
            return new(owner, Without<TKey>(lows, first), fewer, narrowed);
        }

        static void Shift(Span<int> ends, int by)
        {
            foreach (ref var end in ends) end += by;
        }
    }
}
