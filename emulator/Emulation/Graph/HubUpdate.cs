namespace Emulation.Graphs;

/// <summary>
/// Brings the entries of hubs from one graph to the next: entries are computed in both graphs, and those that differ are moved.
/// </summary>
sealed class HubUpdate(Graph before, Graph now, BTree<HubKey, int> entries)
{
    public BTree<HubKey, int> Entries { get; private set; } = entries;

    /// <summary>Updates the entries of two nodes for each other.</summary>
    public void Pair(int one, int other)
    {
        Entry(one, other);
        Entry(other, one);
    }

    /// <summary>Updates all entries between a node and its neighbours, if it became a hub or is not one any more.</summary>
    public void Node(int key)
    {
        if (before.IsHub(key) == now.IsHub(key)) return;
        foreach (var other in before.HubNeighbours(key)) Pair(key, other);
        foreach (var other in now.HubNeighbours(key)) Pair(key, other);
    }

    // Entries that an earlier call moved are not where the graph before had them: removing and setting them again changes nothing.
    private void Entry(int hub, int other)
    {
        var (old, next) = (before.HubKeyOf(hub, other), now.HubKeyOf(hub, other));
        if (old == next) return;
        if (old is { } left) Entries = Entries.Remove(left);
        if (next is { } entered) Entries = Entries.Set(entered, other);
    }
}
