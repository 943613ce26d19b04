using System.Buffers;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Apis.ThreatConnect;

/// <summary>Writes an item of a list.</summary>
delegate void WriteItem(ref JsonWriter json, Node item);

/// <summary>The response formats.</summary>
static class Envelope
{
    // JS and Python clients compare the header for equality: no charset.
    public const string Json = "application/json";

    private static readonly byte[] s_success = "{\"status\":\"Success\"}"u8.ToArray();

    /// <summary>Success without data.</summary>
    public static Reply Done { get; } = new(200) { ContentType = Json, Bytes = s_success };

    /// <summary>Success without data, after something was created.</summary>
    public static Reply DoneNew { get; } = new(201) { ContentType = Json, Bytes = s_success };

    public static Reply Missing { get; } = Fail(404, Texts.NotFound);

    /// <param name="status">The HTTP status.</param>
    /// <param name="message">The text for the client.</param>
    /// <param name="reason">A more precise text for the log.</param>
    public static Reply Fail(int status, string message, string? reason = null)
    {
        var bytes = Bytes((ref json) =>
        {
            json.StartObject();
            json.Text("status"u8, "Failure");
            json.Text("message"u8, message);
            json.EndObject();
        });
        return new Reply(status) { ContentType = Json, Bytes = bytes, Reason = reason ?? message };
    }

    /// <summary>One object under its key.</summary>
    public static Reply One(int status, string key, WriteJson write) => Data(status, (ref json) =>
    {
        json.Name(key);
        write(ref json);
    });

    /// <summary>A page under its key; the first page has the count of all items.</summary>
    public static Reply Page(string key, NodeList nodes, int start, int limit, WriteItem write) => Data(200, (ref json) =>
    {
        if (start == 0) json.Number("resultCount"u8, nodes.Count);
        json.Name(key);
        json.StartArray();
        foreach (var node in nodes.Slice(start, limit)) write(ref json, node);
        json.EndArray();
    });

    /// <summary>Members of <c>data</c>.</summary>
    public static Reply Data(int status, WriteJson write) => Document(status, (ref json) =>
    {
        json.Text("status"u8, "Success");
        json.StartObject("data"u8);
        write(ref json);
        json.EndObject();
    });

    /// <summary>A document without an envelope, which a few responses have.</summary>
    public static Reply Document(int status, WriteJson write) => new(status)
    {
        ContentType = Json,
        Writer = to =>
        {
            var json = new JsonWriter(to, JsonEscaping.Relaxed);
            json.StartObject();
            write(ref json);
            json.EndObject();
            json.Flush();
        },
    };

    /// <summary>A whole JSON value as bytes, for small bodies.</summary>
    public static ReadOnlyMemory<byte> Bytes(WriteJson write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        var json = new JsonWriter(buffer, JsonEscaping.Relaxed);
        write(ref json);
        json.Flush();
        return buffer.WrittenMemory;
    }
}
