using Emulation.Apis.Deso.Requests;
using Emulation.Apis.Deso.Responses;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso.Handlers;

/// <summary>The associations of a response, and the profiles and posts that it includes, each once.</summary>
sealed class IncludedEntries(Graph graph, DesoOptions options, DateTimeOffset now)
{
    private readonly Dictionary<BytesKey, PublicKey> _keys = [];
    private readonly SortedDictionary<BytesKey, (Post Post, PostBody Body)> _posts = [];
    private readonly List<Association> _associations = [];

    public IReadOnlyList<Association> Associations => _associations;

    /// <summary>Null, or the error when a post is missing. Source of the order: deso-protocol/backend routes/associations.go.</summary>
    public string? Add(IReadOnlyList<Association> found, Include include)
    {
        foreach (var association in found)
        {
            if (include.HasFlag(Include.Transactor)) Add(association.Transactor);
            if (association is UserAssociation user && include.HasFlag(Include.TargetUser)) Add(user.Target);
            if (association is PostAssociation post && (include & (Include.Post | Include.PostAuthor)) != Include.None)
            {
                var repeated = include.HasFlag(Include.Post) && _posts.ContainsKey(new BytesKey(post.PostHash));
                // A node's loop continues with the next association here and omits this one.
                if (repeated && options.QuirkRepeatedPosts) continue;
                if (AddPost(post, include) is { } missing) return missing;
            }
            if (include.HasFlag(Include.App)) Add(association.App);
            _associations.Add(association);
        }
        return null;
    }

    /// <summary>A key without a profile is written with null.</summary>
    public void WriteProfiles(ref JsonWriter json)
    {
        var keys = _keys.Values.ToArray();
        Array.Sort(keys, (one, other) => one.Ascii(options.Network).SequenceCompareTo(other.Ascii(options.Network)));
        json.StartObject();
        foreach (var key in keys)
        {
            json.Name(key.Ascii(options.Network));
            ProfileEntry.WriteOrNull(ref json, graph.Find<Profile, BytesKey>(Profile.ByKey, key.Key), options);
        }
        json.EndObject();
    }

    public void WritePosts(ref JsonWriter json)
    {
        json.StartObject();
        foreach (var (_, (post, body)) in _posts)
        {
            json.EscapedName(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(post.Hash)));
            PostEntry.Write(ref json, graph, post, body, options, now);
        }
        json.EndObject();
    }

    private string? AddPost(PostAssociation association, Include include)
    {
        var key = new BytesKey(association.PostHash);
        if (graph.Find<Post, BytesKey>(Post.ByHash, key) is not { } post)
            return Texts.PostNotFound + Convert.ToHexStringLower(association.PostHash);
        if (include.HasFlag(Include.Post) && !_posts.ContainsKey(key))
        {
            if (PostBody.Read(post, out var body) is { } fault) return Texts.PostBodyUnreadable + fault;
            _posts[key] = (post, body);
        }
        if (include.HasFlag(Include.PostAuthor)) Add(post.Poster);
        return null;
    }

    private void Add(PublicKey key) => _keys.TryAdd(key.Key, key);
}
