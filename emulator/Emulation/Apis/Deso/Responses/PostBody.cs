using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

/// <summary>What a post says, read from what the chain holds of it.</summary>
readonly record struct PostBody(string Text, IReadOnlyList<string> Images, IReadOnlyList<string> Videos)
{
    /// <summary>The parser's text when the chain holds no JSON object; otherwise null.</summary>
    public static string? Read(Post post, out PostBody body)
    {
        body = new PostBody(post.Body, post.ImageUrls, post.VideoUrls);
        if (post.RawBody is null) return null;
        var raw = Encoding.UTF8.GetBytes(post.RawBody);
        if (GoScanner.FaultOfWhole(raw) is { } fault) return fault;
        var json = new GoBody(raw, "lib.DeSoBodySchema");
        body = new PostBody(json.Text("Body"), json.Texts("ImageURLs"), json.Texts("VideoURLs"));
        return json.Fault;
    }
}
