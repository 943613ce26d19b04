using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http.Json;
using Emulation.Http.Views;

namespace Emulation.Apis.Deso.Views;

/// <summary>DeSo's nodes and links in pictures and in the search.</summary>
sealed class GraphView(DesoOptions options) : IGraphView
{
    private const int HashLength = 32;

    public IReadOnlyList<ViewKind> Kinds => Views.Kinds.All;

    public ViewKind? KindOf(Node node) => Views.Kinds.All.FirstOrDefault(kind => kind.Graph == node.Kind);

    public Node? Find(Graph graph, string kind, string id)
    {
        if (kind == Views.Kinds.Profile.Name) return ProfileOf(graph, id);
        if (HashIn(id) is not { } hash) return null;
        if (kind == Views.Kinds.Post.Name) return graph.Find<Post, BytesKey>(Post.ByHash, hash);
        if (kind == Views.Kinds.UserAssociation.Name) return graph.Find<UserAssociation, BytesKey>(UserAssociation.ById, hash);
        return kind == Views.Kinds.PostAssociation.Name ? graph.Find<PostAssociation, BytesKey>(PostAssociation.ById, hash) : null;
    }

    public NodeFacts Describe(Graph graph, Node node) => node switch
    {
        Profile profile => new(profile.PublicKey.Text(options.Network), Views.Kinds.Profile.Title, profile.Username),
        Post post => new(Hex(post.Hash), TypeOf(post), BodyOf(post) is { Length: > 0 } body ? body : "(no text)"),
        UserAssociation association => new(Hex(association.Id), Views.Kinds.UserAssociation.Title, Views.Links.NameOf(association)),
        PostAssociation association => new(Hex(association.Id), Views.Kinds.PostAssociation.Title, Views.Links.NameOf(association)),
        _ => throw new InvalidOperationException($"A node of the kind {node.Kind.Name} is not shown."),
    };

    public NodeRequest? RequestFor(Graph graph, Node node) => node switch
    {
        Profile profile => Request("get-single-profile", "PublicKeyBase58Check", profile.PublicKey.Text(options.Network)),
        Post post => Request("get-single-post", "PostHashHex", Hex(post.Hash)),
        UserAssociation association => new("GET", $"/api/v0/user-associations/{Hex(association.Id)}"),
        PostAssociation association => new("GET", $"/api/v0/post-associations/{Hex(association.Id)}"),
        _ => null,
    };

    public IReadOnlyList<KeyValuePair<string, string>> Headers(Graph graph, Node node) => [];

    public IEnumerable<LinkedList> Links(Graph graph, Node node, int most) => Views.Links.Of(graph, node, most);

    public IEnumerable<string> ValuesOf(Node node) => node is Profile profile ? [profile.Username] : [];

    public IEnumerable<Node> WithValue(Graph graph, string value)
    {
        foreach (var name in PersonNames.Spellings(value, '_'))
            if (graph.Find<Profile, TextKey>(Profile.ByUsername, Profile.NameKey(name)) is { } named) yield return named;
        if (ProfileOf(graph, value) is { } profile) yield return profile;
    }

    public IEnumerable<Node> StartingWith(Graph graph, string text)
    {
        var lower = text.ToLowerInvariant();
        var (first, last) = (new TextKey(0, lower, long.MinValue), new TextKey(0, lower + '\uffff', long.MaxValue));
        return graph.Between(Profile.ByUsername, first, last).All();
    }

    public SearchTexts TextsOf(Node node) => node switch
    {
        Post post => new(BodyOf(post)),
        Profile profile => new(profile.Username, profile.Description),
        _ => default,
    };

    public string? ProseOf(Node node) => node is Post post ? BodyOf(post) : null;

    public IEnumerable<Node> WithProse(Graph graph) => graph.All(Post.ByHash).All();

    private static string BodyOf(Post post) => post.RawBody ?? post.Body;

    private static string TypeOf(Post post)
    {
        if (post.Reposted.Length > 0) return post.Body.Length > 0 ? "Quote" : "Repost";
        return post.Parent.Length > 0 ? "Comment" : "Post";
    }

    private static Profile? ProfileOf(Graph graph, string key) =>
        PublicKey.TryRead(key, out var read) ? graph.Find<Profile, BytesKey>(Profile.ByKey, read.Key) : null;

    private static BytesKey? HashIn(string text) =>
        Requests.Hex.Bytes(text) is { Length: HashLength } bytes ? new BytesKey(bytes) : null;

    private static NodeRequest Request(string route, string member, string value) =>
        new("POST", $"/api/v0/{route}", $$"""{"{{member}}":"{{JsonEncodedText.Encode(value)}}"}""");

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
