namespace Emulation.Graphs;

sealed partial class BTree<TKey, TValue>
{
    /// <summary>Throws unless the tree is well made: sorted, counted, of one depth and filled within its bounds. O(n), for tests.</summary>
    internal void Validate()
    {
        if (root is Branch && root.Size < 2) throw new InvalidOperationException("The root has a single child.");
        Validate(root, null, null, last: true, isRoot: true);
    }

    static int Validate(Node node, TKey? low, TKey? high, bool last, bool isRoot)
    {
        var least = isRoot ? 0 : last ? node is Leaf ? 1 : 2 : node.Least;
        if (node.Size < least || node.IsTooWide)
            throw new InvalidOperationException($"A {node.GetType().Name} is {node.Size} wide, and {least} is the least.");
        return node switch
        {
            Leaf leaf => Validate(leaf, low, high),
            Branch branch => Validate(branch, low, high, last),
            _ => throw new InvalidOperationException("A node is neither a leaf nor a branch."),
        };
    }

    static int Validate(Leaf leaf, TKey? low, TKey? high)
    {
        var keys = leaf.Keys.AsSpan(0, leaf.Size);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i - 1].CompareTo(keys[i]) >= 0) throw new InvalidOperationException($"{keys[i]} comes after {keys[i - 1]}.");
        }
        if (low is { } from && keys[0].CompareTo(from) < 0)
            throw new InvalidOperationException($"{keys[0]} is below its leaf's bound {from}.");
        if (high is { } to && keys[^1].CompareTo(to) >= 0)
            throw new InvalidOperationException($"{keys[^1]} is not below its leaf's bound {to}.");
        return 0;
    }

    static int Validate(Branch branch, TKey? low, TKey? high, bool last)
    {
        var end = 0;
        int? depth = null;
        for (var i = 0; i < branch.Size; i++)
        {
            var child = branch.Children[i];
            if (branch.Start(i) != end) throw new InvalidOperationException($"Child {i} starts at {end}, not at {branch.Start(i)}.");
            var isLast = i == branch.Size - 1;
            var below = Validate(child, i == 0 ? low : branch.Low(i), isLast ? high : branch.Low(i + 1), last && isLast, isRoot: false);
            if ((depth ??= below) != below) throw new InvalidOperationException($"Child {i} is {below} deep, its siblings {depth}.");
            end += child.Count;
        }
        if (branch.Count != end) throw new InvalidOperationException($"A branch counts {branch.Count} entries and has {end}.");
        return depth!.Value + 1;
    }
}
