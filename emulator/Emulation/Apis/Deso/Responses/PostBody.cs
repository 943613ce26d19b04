using System.Text;
using Emulation.Apis.Deso.Requests;
using Emulation.Graphs.Deso;

namespace Emulation.Apis.Deso.Responses;

/// <summary>The content of a post, parsed from its body on the chain.</summary>
readonly record struct PostBody(string Text, IReadOnlyList<string> Images, IReadOnlyList<string> Videos)
{
    /// <summary>Null, or the error of the parser when the body on the chain is not a JSON object.</summary>
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
