using Emulation.Graphs;

namespace Emulation.Http.Views;

/// <summary>
/// How an API shows its part of the graph as nodes and links, for pictures and for a search across APIs. Ids, values and requests are those
/// of the API; what a caller of it may not see is shown too.
/// </summary>
interface IGraphView
{
    /// <summary>The kinds in the order of a legend.</summary>
    IReadOnlyList<ViewKind> Kinds { get; }

    /// <summary>The kind of a node; null when this API does not show it by itself.</summary>
    ViewKind? KindOf(Node node);

    /// <summary>The node of a kind with the id that the API uses.</summary>
    Node? Find(Graph graph, string kind, string id);

    /// <summary>What people read of a node of this API.</summary>
    NodeFacts Describe(Graph graph, Node node);

    /// <summary>The request that returns a node; null when no route returns it by itself.</summary>
    NodeRequest? RequestFor(Graph graph, Node node);

    /// <summary>The headers for the request: the credentials of the first account that sees the node, or else of the first.</summary>
    IReadOnlyList<KeyValuePair<string, string>> Headers(Graph graph, Node node);

    /// <summary>The links of a node to others of the same API, as lists.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The node.</param>
    /// <param name="most">How many nodes may be read where no index has a list in the wanted order.</param>
    IEnumerable<LinkedList> Links(Graph graph, Node node, int most);

    /// <summary>The values by which the same thing is known elsewhere: an address, a hash, a name.</summary>
    IEnumerable<string> ValuesOf(Node node);

    /// <summary>The nodes with a value, which may be spelled as another API spells it. By indexes.</summary>
    IEnumerable<Node> WithValue(Graph graph, string value);

    /// <summary>The nodes whose name or value begins with a text, ignoring case; only those that an index finds.</summary>
    IEnumerable<Node> StartingWith(Graph graph, string text);

    /// <summary>The texts of a node in which a search looks. Called for every node of the graph, so it computes nothing.</summary>
    SearchTexts TextsOf(Node node);

    /// <summary>The text of a node that may mention other nodes; null when it has none.</summary>
    string? ProseOf(Node node);

    /// <summary>The nodes with a text that may mention others; a scan.</summary>
    IEnumerable<Node> WithProse(Graph graph);
}

/// <summary>Up to three texts of a node: its names, the parts of its value.</summary>
readonly record struct SearchTexts(string? First, string? Second = null, string? Third = null);
