using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Resources;
using Emulation.Graphs;
using Emulation.Graphs.ThreatWinds;
using Emulation.Http.Views;

namespace Emulation.Apis.ThreatWinds.Views;

/// <summary>ThreatWinds' nodes and links in pictures and in the search.</summary>
sealed class GraphView : IGraphView
{
    public IReadOnlyList<ViewKind> Kinds => Views.Kinds.All;

    public ViewKind? KindOf(Node node) => Views.Kinds.All.FirstOrDefault(kind => kind.Graph == node.Kind);

    public Node? Find(Graph graph, string kind, string id)
    {
        if (kind == Views.Kinds.Entity.Name) return Entity.Of(graph, id);
        if (!Guid.TryParse(id, out var guid)) return null;
        if (kind == Views.Kinds.Comment.Name) return graph.Find<Comment, Guid>(Comment.ById, guid);
        return kind == Views.Kinds.Account.Name ? graph.Find<User, Guid>(User.ById, guid) : null;
    }

    public NodeFacts Describe(Graph graph, Node node) => node switch
    {
        Entity entity => new(entity.Id, entity.Label ?? Labels.Of(entity.Type), entity.Value.Text),
        Comment comment => new(comment.Id.ToString(), Views.Kinds.Comment.Title, comment.Text),
        User user => new(user.Id.ToString(), Views.Kinds.Account.Title, user.FullName.Length > 0 ? user.FullName : user.Alias),
        _ => throw new InvalidOperationException($"A node of the kind {node.Kind.Name} is not shown."),
    };

    public NodeRequest? RequestFor(Graph graph, Node node) => node switch
    {
        Entity entity => new("GET", $"/api/search/v1/entity/{Uri.EscapeDataString(entity.Id)}"),
        Comment comment => new("GET", $"/api/search/v1/comments/{Uri.EscapeDataString(comment.EntityId)}"),
        User user => new("GET", $"/api/auth/v2/user/id/{user.Id}"),
        _ => null,
    };

    public IReadOnlyList<KeyValuePair<string, string>> Headers(Graph graph, Node node)
    {
        var audience = node switch
        {
            Entity entity => entity.VisibleBy,
            Comment comment => comment.VisibleBy,
            _ => [],
        };
        var accounts = from user in graph.All(User.ByNumber).All().Cast<User>()
            from pair in graph.Between(KeyPair.ByUser, OwnedKey.First(user.Id), OwnedKey.Last(user.Id)).All().Cast<KeyPair>()
            where pair.Verified
            orderby Callers.CanSee(user.Groups, audience) descending
            select pair;
        return accounts.FirstOrDefault() is { } first ? [new("api-key", first.ApiKey), new("api-secret", first.ApiSecret)] : [];
    }

    public IEnumerable<LinkedList> Links(Graph graph, Node node, int most) => Views.Links.Of(graph, node, most);

    public IEnumerable<string> ValuesOf(Node node) => Values.Of(node);

    public IEnumerable<Node> WithValue(Graph graph, string value) => Values.With(graph, value);

    public IEnumerable<Node> StartingWith(Graph graph, string text) => Values.StartingWith(graph, text);

    public SearchTexts TextsOf(Node node) => Values.TextsOf(node);

    public string? ProseOf(Node node) => (node as Comment)?.Text;

    public IEnumerable<Node> WithProse(Graph graph) => graph.All(Comment.ById).All();
}
