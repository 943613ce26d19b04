namespace Emulation.Graphs;

/// <summary>
/// One way in which two nodes can be linked. Each end has its own lists: all linked nodes, the same by <see cref="Node.LinkType"/>, and
/// by <see cref="Node.LinkClass"/>.
/// A symmetric relation is between nodes of one kind and reads the same from both ends.
/// </summary>
sealed class Relation
{
    public Relation(int number, string name, Lists from, Lists to)
    {
        (Number, Name) = (number, name);
        From = new End(this, number * 2, from);
        To = new End(this, (number * 2) + 1, to);
    }

    public Relation(int number, string name, Lists both)
    {
        (Number, Name, Symmetric) = (number, name, true);
        From = To = new End(this, number * 2, both);
    }

    public int Number { get; }

    public string Name { get; }

    public bool Symmetric { get; }

    /// <summary>An order of what well-connected nodes are linked to, besides the lists; at most one relation of a schema has it.</summary>
    public HubOrder? Hubs { get; init; }

    /// <summary>What the first node given to <see cref="Graph.Link"/> is linked to.</summary>
    public End From { get; }

    /// <summary>What the second node given to <see cref="Graph.Link"/> is linked to.</summary>
    public End To { get; }
}

/// <summary>Which lists an end of a relation keeps.</summary>
[Flags]
enum Lists
{
    None = 0,
    All = 1,
    Typed = 2,
    Both = All | Typed,

    /// <summary>By <see cref="Node.LinkClass"/>, across types.</summary>
    Classed = 4,
}

/// <summary>A relation seen from one side.</summary>
sealed record End(Relation Relation, int Code, Lists Lists)
{
    public End Other => Relation.From.Code == Code ? Relation.To : Relation.From;

    public override string ToString() => $"{Relation.Name}/{Code}";
}

/// <summary>
/// An entry of the lists of links: the node that has the list, the list (type 0 is the list of all), and the position in it.
/// Leads to the other node's key.
/// </summary>
readonly record struct LinkKey(int Node, int List, long Order, long Tie) : IComparable<LinkKey>
{
    public int CompareTo(LinkKey other)
    {
        var node = Node.CompareTo(other.Node);
        if (node != 0) return node;
        var list = List.CompareTo(other.List);
        if (list != 0) return list;
        var order = Order.CompareTo(other.Order);
        return order != 0 ? order : Tie.CompareTo(other.Tie);
    }

    /// <summary>List numbers from here on are classes, below are types.</summary>
    public const int FirstClass = 896;

    public int Code => List >> 10;

    public int Type => List & 1023;

    public static int ListOf(int code, int type) => (code << 10) | type;

    public static LinkKey First(int node, int code, int type) => new(node, ListOf(code, type), long.MinValue, long.MinValue);

    public static LinkKey Last(int node, int code, int type) => new(node, ListOf(code, type), long.MaxValue, long.MaxValue);
}

/// <summary>What an entry leads to: the other node, and the node that holds what the link itself knows (0: nothing).</summary>
readonly record struct LinkEnd(int Node, int Via);
