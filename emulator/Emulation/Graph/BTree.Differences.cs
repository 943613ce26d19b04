namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    /// <summary>
    /// The entries that two trees do not share, in order. Subtrees that both trees have are skipped by reference, so that the difference
    /// between a tree and one made from it costs as much as the writes between them, not as much as the trees.
    /// </summary>
    public static IEnumerable<Difference> Differences(BTree<TKey, TValue> old, BTree<TKey, TValue> now)
    {
        var (left, right) = (new Walk(old.root), new Walk(now.root));
        var values = EqualityComparer<TValue>.Default;
        while (SkipShared(left, right))
        {
            var order = !left.HasEntry ? 1 : !right.HasEntry ? -1 : left.Key.CompareTo(right.Key);
            if (order < 0) yield return new Difference(left.Key, true, left.Value, false, default);
            if (order > 0) yield return new Difference(right.Key, false, default, true, right.Value);
            if (order == 0 && !values.Equals(left.Value, right.Value))
                yield return new Difference(left.Key, true, left.Value, true, right.Value);
            if (order <= 0) left.MoveNext();
            if (order >= 0) right.MoveNext();
        }
    }

    /// <summary>An entry that only one tree has, or whose value differs between the trees.</summary>
    public readonly record struct Difference(TKey Key, bool WasThere, TValue? Old, bool IsThere, TValue? Now);

    /// <summary>Moves both walks to the next entries that may differ; false at the end of both trees.</summary>
    static bool SkipShared(Walk left, Walk right)
    {
        while (true)
        {
            if (left.TrySkip(right)) continue;
            // The higher subtree is opened first, so that a subtree that moved to another level is met at the same time on both sides.
            var level = Math.Max(left.Level, right.Level);
            if (level <= 0) return left.HasEntry || right.HasEntry;
            if (left.Level == level) left.Open();
            if (right.Level == level) right.Open();
        }
    }

    /// <summary>The subtrees of a tree that were not reached yet, the next one on top; the entries of a leaf one by one.</summary>
    sealed class Walk
    {
        readonly Stack<(Node Node, int Level)> pending = new();
        int position;

        public Walk(Node root)
        {
            var level = 0;
            for (var node = root; node is Branch branch; node = branch.Children[0]) level++;
            if (root.Size > 0) pending.Push((root, level));
        }

        /// <summary>0 for a leaf; -1 at the end.</summary>
        public int Level => pending.TryPeek(out var next) ? next.Level : -1;

        public bool HasEntry => Level == 0;

        public TKey Key => Leaf.Keys[position];

        public TValue Value => Leaf.Values[position];

        Leaf Leaf => (Leaf)pending.Peek().Node;

        /// <summary>Moves both walks past their next subtree, if it is the same one.</summary>
        public bool TrySkip(Walk other)
        {
            if (position > 0 || other.position > 0) return false;
            if (!pending.TryPeek(out var next) || !other.pending.TryPeek(out var its)) return false;
            if (!ReferenceEquals(next.Node, its.Node)) return false;
            pending.Pop();
            other.pending.Pop();
            return true;
        }

        /// <summary>Replaces the next branch by its children.</summary>
        public void Open()
        {
            var (node, level) = pending.Pop();
            var children = ((Branch)node).Children;
            for (var i = children.Length - 1; i >= 0; i--) pending.Push((children[i], level - 1));
        }

        public void MoveNext()
        {
            if (++position < Leaf.Size) return;
            pending.Pop();
            position = 0;
        }
    }
}
