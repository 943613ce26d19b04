using Emulation.Graphs;
using Emulation.Http.Views;

namespace Emulation.Control.GraphView;

/// <summary>
/// What a node is linked to: by its API, by having the same value as a node (of this or another API), and by being mentioned in a text.
/// </summary>
sealed class NeighbourLists(Graph graph, ViewSet views, GraphQuery query)
{
    public const string SameValue = "same value";
    public const string Mentioned = "mentions";

    private readonly Dictionary<string, ViewedNode[]> _byValue = new(StringComparer.Ordinal);

    /// <param name="node">The node.</param>
    /// <param name="most">How many nodes are read where no index has a list.</param>
    /// <param name="mentioning">The nodes with a text that mentions it; null when they were not searched.</param>
    public IEnumerable<LinkedList> Of(ViewedNode node, int most, IReadOnlyList<Node>? mentioning)
    {
        var lists = node.View.Links(graph, node.Node, most)
            .Concat(ByKind(SameValue, LinkDirection.None, SameValuesOf(node)))
            .Concat(ByKind(Mentioned, LinkDirection.To, MentionedBy(node)))
            .Concat(ByKind(Mentioned, LinkDirection.From, (mentioning ?? []).Select(views.Of).OfType<ViewedNode>()));
        return lists.Where(list => query.Shows(views.ApiOf(list.Kind), list.Kind.Name));
    }

    private IEnumerable<ViewedNode> SameValuesOf(ViewedNode node) =>
        node.View.ValuesOf(node.Node).SelectMany(WithValue).Where(other => other.Node.Key != node.Node.Key)
            .DistinctBy(other => other.Node.Key);

    private IEnumerable<ViewedNode> MentionedBy(ViewedNode node) =>
        node.View.ProseOf(node.Node) is not { } text
            ? []
            : Mentions.In(text).SelectMany(part => WithValue(part.Text).Where(other => IsMentioned(other, part)))
                .Where(other => other.Node.Key != node.Node.Key).DistinctBy(other => other.Node.Key);

    private static bool IsMentioned(ViewedNode node, MentionedText part) => node.Kind.MentionedBy switch
    {
        Mention.Never => false,
        Mention.ByName => true,
        Mention.ByHashtag => part.IsHashtag,
        _ => throw new InvalidOperationException($"{node.Kind.MentionedBy} is not a kind of mention."),
    };

    private ViewedNode[] WithValue(string value)
    {
        if (value.Length < Mentions.ShortestName) return [];
        if (!_byValue.TryGetValue(value, out var nodes)) _byValue[value] = nodes = [.. views.WithValue(graph, value)];
        return nodes;
    }

    private static IEnumerable<LinkedList> ByKind(string relation, LinkDirection direction, IEnumerable<ViewedNode> nodes) =>
        from node in nodes
        group node.Node by node.Kind into kind
        select new LinkedList(relation, kind.Key, null, direction, NodeList.From(kind));
}
