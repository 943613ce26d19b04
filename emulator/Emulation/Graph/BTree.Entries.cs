using System.Collections;

namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    static Leaf LeafAt(Node node, int position, out int at)
    {
        while (node is Branch branch)
        {
            var child = branch.ChildAt(position);
            position -= branch.Start(child);
            node = branch.Children[child];
        }
        at = position;
        return (Leaf)node;
    }

    /// <summary>
    /// A run of entries in one direction; foreach allocates nothing.
    /// A slice of a tree stays valid, a slice of a builder until the next write.
    /// </summary>
    public readonly struct Entries : IReadOnlyCollection<(TKey Key, TValue Value)>
    {
        readonly BTree<TKey, TValue>? tree;
        readonly int start;
        readonly int step;

        internal Entries(BTree<TKey, TValue> tree, int start, int count, int step)
        {
            if ((uint)start >= (uint)tree.Count || count <= 0) return;
            this.tree = tree;
            Count = Math.Min(count, step > 0 ? tree.Count - start : start + 1);
            this.start = start;
            this.step = step;
        }

        public int Count { get; }

        public Enumerator GetEnumerator() => new(tree, start, Count, step);

        IEnumerator<(TKey Key, TValue Value)> IEnumerable<(TKey Key, TValue Value)>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Finds the next leaf from the root again: once in some sixty entries, where a stack would cost every slice.</summary>
        public struct Enumerator : IEnumerator<(TKey Key, TValue Value)>
        {
            readonly BTree<TKey, TValue>? tree;
            readonly int step;
            int next;
            int left;
            Leaf? leaf;
            int size;
            int at;

            internal Enumerator(BTree<TKey, TValue>? tree, int start, int count, int step)
            {
                (this.tree, this.step, next, left) = (tree, step, start, count);
            }

            public readonly (TKey Key, TValue Value) Current => (leaf!.Keys[at], leaf.Values[at]);

            readonly object IEnumerator.Current => Current;

            public bool MoveNext()
            {
                if (left == 0) return false;
                LookupCounter.Count();
                left--;
                at += step;
                if ((uint)at >= (uint)size) Enter();
                next += step;
                return true;
            }

            public readonly void Reset() => throw new NotSupportedException();

            public readonly void Dispose() { }

            void Enter()
            {
                leaf = LeafAt(tree!.root, next, out at);
                size = leaf.Size;
            }
        }
    }
}
