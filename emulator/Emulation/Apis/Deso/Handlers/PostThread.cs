using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>The parents and comments of a post. Posts with an unreadable body are left out.</summary>
sealed class PostThread(Graph graph, DesoOptions options, int maxReplies, DateTimeOffset now)
{
    private const int MaxParents = 100;

    /// <summary>The author's own comments first, then by the amount locked in the commenter's coin, then the newest.</summary>
    public IReadOnlyList<Post> Comments(Post post, int offset, int limit)
    {
        if (limit == 0) return [];
        var comments = BytesKey.Above(post.Hash) is { } above
            ? graph.Between(Post.ByParent, new BytesKey(post.Hash), above).All()
            : graph.All(Post.ByParent).All().Where(comment => ((Post)comment).Parent.AsSpan().SequenceEqual(post.Hash));
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

    /// <summary>The parents of a comment, from the top of the thread.</summary>
    public IReadOnlyList<Post> Parents(Post post)
    {
        var parents = new List<Post>();
        var current = post;
        while (parents.Count < MaxParents && graph.Find<Post, BytesKey>(Post.ByHash, new BytesKey(current.Parent)) is { } parent)
        {
            // The parents in a dataset may form a cycle.
            if (ReferenceEquals(parent, post) || parents.Contains(parent) || PostBody.Read(parent, out _) is not null) break;
            parents.Add(parent);
            current = parent;
        }
        parents.Reverse();
        return parents;
    }

    public void Write(ref JsonWriter json, Post post, PostBody body, IReadOnlyList<Post> comments, IReadOnlyList<Post> parents, int levels)
    {
        PostEntry.Write(ref json, graph, post, body, options, now, WritePart);

        void WritePart(ref JsonWriter inner, PostPart part)
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

    private void WriteAll(ref JsonWriter json, IReadOnlyList<Post> posts, int levels)
    {
        if (posts.Count == 0)
        {
            json.Null();
            return;
        }
        json.StartArray();
        foreach (var post in posts)
        {
            _ = PostBody.Read(post, out var body);
            Write(ref json, post, body, levels > 0 ? Comments(post, 0, maxReplies) : [], [], levels);
        }
        json.EndArray();
    }
}
