using Emulation.Graphs;

namespace Emulation.Http.Views;

/// <summary>Which end of a link is the listed node.</summary>
enum LinkDirection
{
    None,
    To,
    From,
}

/// <summary>The nodes of one kind and type that are linked to a node in one way.</summary>
/// <param name="Relation">What links them, in the API's words.</param>
/// <param name="Kind">The kind of the nodes.</param>
/// <param name="Type">Their type; null when it is not known or differs.</param>
/// <param name="Direction">Whether the links lead to the listed nodes, or from them.</param>
/// <param name="Nodes">The nodes, or what links them.</param>
sealed record LinkedList(string Relation, ViewKind Kind, string? Type, LinkDirection Direction, NodeList Nodes)
{
    /// <summary>The linked node of an item of the list; null when there is none.</summary>
    public Func<Node, Node?> Target { get; init; } = static item => item;

    /// <summary>More nodes may belong to the list, because not all that could were read.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What one link says, from an item of the list.</summary>
    public Func<Node, string>? LabelOf { get; init; }
}
