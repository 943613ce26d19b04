using System.Buffers;
using System.Text;
using Emulation.Apis.Deso.Responses;
using Emulation.Http;

namespace Emulation.Apis.Deso;

/// <summary>The shapes of a node's answers.</summary>
static class Envelope
{
    public const string Json = "application/json";

    private const string Text = "text/plain; charset=utf-8";

    private static readonly KeyValuePair<string, string>[] s_noSniff = [new("X-Content-Type-Options", "nosniff")];

    public static Reply Success(Writer body) => new(200) { ContentType = Json, Writer = body };

    /// <summary>The reply's writer starts a JSON writer of its own; this is the error's.</summary>
    public static Reply Error(int status, string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 16);
        var json = new GoWriter(buffer);
        json.Open('{');
        json.Name("error"u8);
        json.Text(text);
        json.Close('}');
        json.End();
        return new Reply(status) { ContentType = Json, Bytes = buffer.WrittenMemory, Reason = text };
    }

    public static Reply NotFoundPage { get; } = new(404)
    {
        ContentType = Text, Headers = s_noSniff, Bytes = Encoding.ASCII.GetBytes(Texts.NotFoundPage), Reason = "no route has this path",
    };

    public static Reply MalformedPath { get; } = new(400)
    {
        ContentType = Text, Bytes = Encoding.ASCII.GetBytes(Texts.MalformedPath), Reason = "a percent sign in the path is no escape",
    };

    public static Reply WrongMethod { get; } = new(405) { Reason = "the route has another method" };

    public static Reply WrongMediaType { get; } = new(400) { Reason = "the Content-Type is not application/json" };

    public static Reply Preflight { get; } = new(200);

    // The reason names the path alone: a query may hold a credential, and reasons are logged.
    public static Reply Moved(string to) => new Reply(301) { Reason = "the path is spelled " + to.Split('?')[0] }.With("Location", to);
}
