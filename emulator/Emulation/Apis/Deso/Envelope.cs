using System.Buffers;
using System.Text;
using Emulation.Apis.Deso.Responses;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.Deso;

/// <summary>The response formats of a node.</summary>
static class Envelope
{
    public const string Json = "application/json";

    private const string Text = "text/plain; charset=utf-8";

    private static readonly KeyValuePair<string, string>[] s_noSniff = [new("X-Content-Type-Options", "nosniff")];

    /// <summary>200 with a JSON object; the callback writes its members.</summary>
    public static Reply Success(WriteJson members) => new(200) { ContentType = Json, Writer = to => WriteDocument(to, members) };

    public static Reply Error(int status, string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 16);
        WriteDocument(buffer, (ref json) => json.Text("error"u8, text));
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

    // The reason omits the query, which may contain credentials, because reasons are logged.
    public static Reply Moved(string to) => new Reply(301) { Reason = "the path is spelled " + to.Split('?')[0] }.With("Location", to);

    // Go's encoder ends a document with a line feed.
    private static void WriteDocument(IBufferWriter<byte> to, WriteJson members)
    {
        var json = new JsonWriter(to, GoEscaping.Instance);
        json.StartObject();
        members(ref json);
        json.EndObject();
        json.TextPart("\n"u8);
        json.Flush();
    }
}
