using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>Posts above and below a post. Posts whose body cannot be read are left out.</summary>
sealed class PostThread(Graph graph, DesoOptions options, int leaves, DateTimeOffset now)
{
    private const int MostParents = 100;

    /// <summary>The author's own comments first, then by how much is locked in the commenter's coin, then the newest.</summary>
    public IReadOnlyList<Post> Comments(Post post, int offset, int limit)
    {
        if (limit == 0) return [];
        var end = BytesKey.Above(post.Hash);
        var start = new BytesKey(post.Hash);
        var comments = end is { } above ? graph.Between(Post.ByParent, start, above).All() : graph.All(Post.ByParent).All().Where(comment => ((Post)comment).Parent.AsSpan().SequenceEqual(post.Hash));
        return
        [
            .. comments.Cast<Post>()
                .Where(comment => !comment.IsHidden && PostBody.Read(comment, out _) is null)
                .OrderByDescending(comment => comment.Poster.Equals(post.Poster))
                .ThenByDescending(comment => AssociationById.ProfileOf(graph, comment.Poster)?.CreatorCoin.DeSoLockedNanos ?? 0)
                .ThenByDescending(comment => comment.TimestampNanos)
                .Skip(offset).Take(limit),
        ];
    }

    /// <summary>What a comment answers, from the top down.</summary>
    public IReadOnlyList<Post> Parents(Post post)
    {
        var parents = new List<Post>();
        for (var at = post; parents.Count < MostParents && graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(at.Parent)) is { } parent; at = parent)
        {
            // A file of rows may tie a loop.
            if (ReferenceEquals(parent, post) || parents.Contains(parent) || PostBody.Read(parent, out _) is not null) break;
            parents.Add(parent);
        }
        parents.Reverse();
        return parents;
    }

    public void Write(ref GoWriter json, Post post, PostBody body, IReadOnlyList<Post> comments, IReadOnlyList<Post> parents, int levels)
    {
        PostEntry.Write(ref json, graph, post, body, options, now, Filled);

        void Filled(ref GoWriter inner, PostPart part)
        {
            switch (part)
            {
                case PostPart.Profile:
                    ProfileEntry.WriteOrNull(ref inner, AssociationById.ProfileOf(graph, post.Poster), options);
                    return;
                case PostPart.ReaderState:
                    PostEntry.WriteReaderState(ref inner);
                    return;
                case PostPart.Comments:
                    WriteAll(ref inner, comments, levels - 1);
                    return;
                case PostPart.Parents:
                    WriteAll(ref inner, parents, 0);
                    return;
                default:
                    throw new InvalidOperationException($"Unknown part {part}.");
            }
        }
    }

    private void WriteAll(ref GoWriter json, IReadOnlyList<Post> posts, int levels)
    {
        if (posts.Count == 0)
        {
            json.Null();
            return;
        }
        json.Open('[');
        foreach (var post in posts)
        {
            _ = PostBody.Read(post, out var body);
            Write(ref json, post, body, levels > 0 ? Comments(post, 0, leaves) : [], [], levels);
        }
        json.Close(']');
    }
}
