namespace Emulation.Graphs;

/// <summary>
/// How a relation orders what its well-connected nodes (hubs) are linked to, where the order follows from members that change often.
/// An entry moves when the linked node changes, at every hub to which that node is linked. Linked nodes that are hubs themselves are
/// therefore not in the order: a change of one never touches more than <paramref name="most"/> entries, and readers sort the few of them.
/// </summary>
/// <param name="most">The most links of a node that is not a hub.</param>
abstract class HubOrder(int most)
{
    public int Most { get; } = most;

    /// <summary>Whether a node can have links of the relation.</summary>
    public abstract bool IsEnd(Node node);

    /// <summary>The two nodes of the link whose data a node holds; null when it holds none.</summary>
    public abstract (Node From, Node To)? EndsOf(Graph graph, Node via);

    /// <summary>The place of a node that is linked to a hub.</summary>
    /// <param name="other">The linked node.</param>
    /// <param name="outgoing">The node with the data of the link from the hub, if there is one.</param>
    /// <param name="incoming">The node with the data of the link to the hub, if there is one.</param>
    public abstract HubPlace PlaceOf(Node other, Node? outgoing, Node? incoming);
}

/// <summary>A place in the order of a hub.</summary>
/// <param name="Group">Not empty. Entries of a group are listed together, so that a reader can leave out whole groups.</param>
/// <param name="Order">The order within the group, ascending.</param>
/// <param name="Tie">The order of equal ones, ascending and ordinal.</param>
readonly record struct HubPlace(string Group, long Order, string Tie);

/// <summary>An entry of a hub. Linked nodes that are hubs come first, with an empty group and their key as order.</summary>
readonly record struct HubKey(int Hub, string Group, long Order, string Tie) : IComparable<HubKey>
{
    public int CompareTo(HubKey other)
    {
        var hub = Hub.CompareTo(other.Hub);
        if (hub != 0) return hub;
        var group = string.CompareOrdinal(Group, other.Group);
        if (group != 0) return group;
        var order = Order.CompareTo(other.Order);
        return order != 0 ? order : string.CompareOrdinal(Tie, other.Tie);
    }

    /// <summary>Below every entry of the group.</summary>
    public static HubKey First(int hub, string group) => new(hub, group, long.MinValue, "");

    /// <summary>Above every entry of the group, and not above an entry of the next one.</summary>
    public static HubKey Last(int hub, string group) => First(hub, group + '\0');
}

/// <summary>The neighbours of a hub, each once.</summary>
/// <param name="Groups">The nodes that are in order, by group.</param>
/// <param name="Hubs">The nodes that are hubs themselves, in no useful order.</param>
sealed record HubLists(IReadOnlyList<NodeList> Groups, NodeList Hubs);
