using System.Numerics;

namespace Emulation.Graphs;

sealed partial class Graph
{
    internal int LastKey => _lastKey;

    /// <summary>Every entry of every list of links, in order.</summary>
    internal IEnumerable<(LinkKey Key, LinkEnd Value)> LinkEntries => _links.Slice(0, _links.Count);

    internal Graph With(List<Node> added, ValueList<Joined> linked, long[] lastIds, int lastKey)
    {
        var nodes = _nodes;
        var byKind = new List<Node>?[Schema.KindSlots];
        foreach (var node in added) (byKind[node.Kind.Number] ??= []).Add(node);

        var kinds = (KindState[])_kinds.Clone();
        var links = _links;
        var counts = (int[])_linkCounts.Clone();
        var work = new List<Work>
        {
            new(linked.Count * 3, () => links = Linked(linked, counts, lastKey)),
            new(added.Count, () => nodes = Tabled(added)),
        };
        foreach (var kind in Schema.Kinds)
        {
            var state = kinds[kind.Number];
            var mine = byKind[kind.Number] ?? [];
            var trees = (IndexTree[])state.Trees.Clone();
            if (mine.Count > 0)
            {
                for (var slot = 0; slot < trees.Length; slot++)
                {
                    var at = slot;
                    work.Add(new(mine.Count, () => trees[at] = kind.Indexes[at].Build(state.Trees[at], mine)));
                }
            }
            kinds[kind.Number] = new KindState(trees, state.Count + mine.Count, lastIds[kind.Number]);
        }
        // The longest first, so that it does not run alone at the end.
        work.Sort((one, other) => other.Size.CompareTo(one.Size));
        if (added.Count < AFewNodes) foreach (var item in work) item.Do();
        else Parallel.ForEach(work, item => item.Do());
        return new Graph(Schema, nodes, kinds, links, _hubs, counts, lastKey, Version + 1, Lineage).AfterBulk(this, linked);
    }

    private sealed record Work(int Size, Action Do);

    // With fewer nodes, starting work on another core takes longer than the work itself.
    private const int AFewNodes = 20_000;

    private Table<Node> Tabled(List<Node> added)
    {
        var nodes = _nodes.ToBuilder();
        foreach (var node in added) nodes.Set(node.Key, node);
        return nodes.ToImmutable();
    }

    private BTree<LinkKey, LinkEnd> Linked(ValueList<Joined> linked, int[] counts, int lastKey)
    {
        var (keys, ends) = Grouped(linked, counts, lastKey);
        if (_links.Count == 0) return BTree<LinkKey, LinkEnd>.FromSorted(keys, ends);
        var builder = _links.ToBuilder();
        for (var i = 0; i < keys.Length; i++) builder.Set(keys[i], ends[i]);
        return builder.ToImmutable();
    }

    /// <summary>
    /// The entries in order. They are grouped by their node, which their order begins with, and then each node's few entries are sorted:
    /// sorting millions together took most of the time of seeding.
    /// </summary>
    private static (LinkKey[] Keys, LinkEnd[] Ends) Grouped(ValueList<Joined> linked, int[] counts, int lastKey)
    {
        var starts = new int[lastKey + 2];
        for (var i = 0; i < linked.Count; i++)
        {
            var (from, relation, to, _) = linked.Items[i];
            counts[relation.Number]++;
            starts[from.Key + 1] += BitOperations.PopCount((uint)relation.From.Lists);
            starts[to.Key + 1] += BitOperations.PopCount((uint)relation.To.Lists);
        }
        for (var node = 1; node < starts.Length; node++) starts[node] += starts[node - 1];

        var (keys, ends) = (new LinkKey[starts[^1]], new LinkEnd[starts[^1]]);
        var next = (int[])starts.Clone();
        for (var i = 0; i < linked.Count; i++)
        {
            var (from, relation, to, via) = linked.Items[i];
            Group(from, relation.From, to, via);
            Group(to, relation.To, from, via);
        }

        const int Nodes = 1 << 16;
        if (lastKey < Nodes) SortFrom(0);
        else Parallel.For(0, (lastKey / Nodes) + 1, part => SortFrom(part * Nodes));
        return (keys, ends);

        void Group(Node node, End end, Node other, Node? via)
        {
            var value = new LinkEnd(other.Key, via?.Key ?? 0);
            if (end.Lists.HasFlag(Lists.All)) Put(node, KeyOf(node, end, 0, other), value);
            if (end.Lists.HasFlag(Lists.Typed)) Put(node, KeyOf(node, end, other.LinkType, other), value);
            if (end.Lists.HasFlag(Lists.Classed)) Put(node, KeyOf(node, end, LinkKey.FirstClass + other.LinkClass, other), value);
        }

        void Put(Node node, LinkKey key, LinkEnd value)
        {
            var at = next[node.Key]++;
            (keys[at], ends[at]) = (key, value);
        }

        void SortFrom(int first)
        {
            for (var node = first; node <= lastKey && node < first + Nodes; node++)
            {
                var (start, count) = (starts[node], starts[node + 1] - starts[node]);
                if (count > 1) BTree<LinkKey, LinkEnd>.Sort(keys, ends, start, count);
            }
        }
    }
}
