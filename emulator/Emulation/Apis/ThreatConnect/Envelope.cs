using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

/// <summary>The shapes of every answer.</summary>
static class Envelope
{
    // JS and Python clients compare the header for equality: no charset.
    public const string Json = "application/json";

    private static readonly JsonEncodedText s_status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText s_success = JsonEncodedText.Encode("Success");
    private static readonly JsonEncodedText s_failure = JsonEncodedText.Encode("Failure");
    private static readonly JsonEncodedText s_message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText s_data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText s_resultCount = JsonEncodedText.Encode("resultCount");

    private static readonly byte[] s_bare = "{\"status\":\"Success\"}"u8.ToArray();

    /// <summary>A command is done and there is nothing to show.</summary>
    public static Reply Done { get; } = new(200) { ContentType = Json, Bytes = s_bare };

    /// <summary>The same where something new stands now.</summary>
    public static Reply DoneNew { get; } = new(201) { ContentType = Json, Bytes = s_bare };

    public static Reply Missing { get; } = Fail(404, Texts.NotFound);

    /// <param name="status">The HTTP status.</param>
    /// <param name="message">What the client reads.</param>
    /// <param name="reason">What the log says, when it can say more.</param>
    public static Reply Fail(int status, string message, string? reason = null)
    {
        var bytes = JsonBody.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString(s_status, s_failure);
            json.WriteString(s_message, message);
            json.WriteEndObject();
        });
        return new Reply(status) { ContentType = Json, Bytes = bytes, Reason = reason ?? message };
    }

    /// <summary>One object under its key.</summary>
    public static Reply One(int status, string key, Action<Utf8JsonWriter> write) => Data(status, json =>
    {
        json.WritePropertyName(key);
        write(json);
    });

    /// <summary>A page under its key; the count of all only on the first.</summary>
    public static Reply Page(string key, NodeList nodes, int start, int limit, Action<Utf8JsonWriter, Node> write) => Data(200, json =>
    {
        if (start == 0) json.WriteNumber(s_resultCount, nodes.Count);
        json.WriteStartArray(key);
        foreach (var node in nodes.Slice(start, limit)) write(json, node);
        json.WriteEndArray();
    });

    /// <summary>The same of items that are bytes already; <paramref name="items"/> puts the commas.</summary>
    public static Reply PageOfBytes(string key, int? count, Writer items) => new(200)
    {
        ContentType = Json,
        Writer = to => JsonBody.Write(to, json =>
        {
            json.WriteStartObject();
            json.WriteString(s_status, s_success);
            json.WriteStartObject(s_data);
            if (count is { } all) json.WriteNumber(s_resultCount, all);
            json.WriteStartArray(key);
            json.Flush();
            items(to);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }),
    };

    /// <summary>Members of <c>data</c>.</summary>
    public static Reply Data(int status, Action<Utf8JsonWriter> write) => Document(status, json =>
    {
        json.WriteString(s_status, s_success);
        json.WriteStartObject(s_data);
        write(json);
        json.WriteEndObject();
    });

    /// <summary>Members of the document itself, for the few answers without an envelope.</summary>
    public static Reply Document(int status, Action<Utf8JsonWriter> write) => new(status)
    {
        ContentType = Json,
        Writer = to => JsonBody.Write(to, json =>
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }),
    };
}
