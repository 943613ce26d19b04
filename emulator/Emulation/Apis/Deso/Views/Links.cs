using System.Text;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http.Views;

namespace Emulation.Apis.Deso.Views;

/// <summary>What profiles, posts and associations are linked to.</summary>
static class Links
{
    private const string WrittenBy = "written by";
    private const string CommentOn = "comment on";
    private const string Repeats = "reposts";

    /// <param name="graph">The graph.</param>
    /// <param name="node">The node.</param>
    /// <param name="most">How many posts are read to find those of a profile.</param>
    public static IEnumerable<LinkedList> Of(Graph graph, Node node, int most)
    {
        var lists = node switch
        {
            Profile profile => OfProfile(graph, profile, most),
            Post post => OfPost(graph, post),
            UserAssociation association => OfUserAssociation(graph, association),
            PostAssociation association => OfPostAssociation(graph, association),
            _ => [],
        };
        return lists.Where(list => list.Nodes.Count > 0);
    }

    public static string NameOf(Association association) =>
        $"{Encoding.UTF8.GetString(association.Type)}: {Encoding.UTF8.GetString(association.Value)}";

    private static IEnumerable<LinkedList> OfProfile(Graph graph, Profile profile, int most)
    {
        var key = profile.PublicKey.Bytes;
        var posts = graph.All(Post.ByHash).Slice(0, most).Cast<Post>().Where(post => post.Poster.Equals(profile.PublicKey))
            .OrderByDescending(post => post.TimestampNanos).ToArray();
        yield return new(WrittenBy, Kinds.Post, null, LinkDirection.From, NodeList.From(posts))
        {
            IsPartial = graph.All(Post.ByHash).Count > most,
        };
        yield return Said("associated", Kinds.Profile, LinkDirection.To, StartingWith(graph, UserAssociation.ByTransactor, key),
            association => ProfileOf(graph, ((UserAssociation)association).Target));
        yield return Said("associated", Kinds.Profile, LinkDirection.From, StartingWith(graph, UserAssociation.ByTarget, key),
            association => ProfileOf(graph, association.Transactor));
        yield return Said("reacts to", Kinds.Post, LinkDirection.To, StartingWith(graph, PostAssociation.ByTransactor, key),
            association => PostOf(graph, ((PostAssociation)association).PostHash));
    }

    private static IEnumerable<LinkedList> OfPost(Graph graph, Post post)
    {
        yield return One(WrittenBy, Kinds.Profile, ProfileOf(graph, post.Poster));
        yield return One(CommentOn, Kinds.Post, PostOf(graph, post.Parent));
        yield return One(Repeats, Kinds.Post, PostOf(graph, post.Reposted));
        yield return new(CommentOn, Kinds.Post, null, LinkDirection.From, StartingWith(graph, Post.ByParent, post.Hash));
        yield return Said("reacts to", Kinds.Profile, LinkDirection.From, StartingWith(graph, PostAssociation.ByPost, post.Hash),
            association => ProfileOf(graph, association.Transactor));
    }

    private static IEnumerable<LinkedList> OfUserAssociation(Graph graph, UserAssociation association) =>
    [
        One("from", Kinds.Profile, ProfileOf(graph, association.Transactor)),
        One("to", Kinds.Profile, ProfileOf(graph, association.Target)),
        One("app", Kinds.Profile, ProfileOf(graph, association.App)),
    ];

    private static IEnumerable<LinkedList> OfPostAssociation(Graph graph, PostAssociation association) =>
    [
        One("from", Kinds.Profile, ProfileOf(graph, association.Transactor)),
        One("to", Kinds.Post, PostOf(graph, association.PostHash)),
        One("app", Kinds.Profile, ProfileOf(graph, association.App)),
    ];

    private static LinkedList One(string says, ViewKind kind, Node? node) =>
        new(says, kind, null, LinkDirection.To, node is null ? NodeList.None : NodeList.From([node]));

    /// <summary>Associations as links to the nodes at their other end.</summary>
    private static LinkedList Said(
        string says, ViewKind kind, LinkDirection direction, NodeList associations, Func<Association, Node?> target) =>
        new(says, kind, null, direction, associations)
        {
            Target = item => target((Association)item), LabelOf = item => NameOf((Association)item),
        };

    private static NodeList StartingWith(Graph graph, Index<BytesKey> index, byte[] start) =>
        BytesKey.Above(start) is { } end ? graph.Between(index, new BytesKey(start), end) : NodeList.None;

    private static Profile? ProfileOf(Graph graph, PublicKey key) => graph.Find<Profile, BytesKey>(Profile.ByKey, key.Key);

    private static Post? PostOf(Graph graph, byte[] hash) =>
        hash.Length == 0 ? null : graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(hash));
}
