using System.Text.Json;
using Emulation.Http;
using Emulation.Http.Json;

namespace Emulation.Control.Stubs;

/// <summary>The responses of WireMock's admin API. Errors are problem details with the members that WireMock's clients read.</summary>
static class AdminReplies
{
    private const string ContentType = "application/json";

    /// <summary>WireMock's error codes.</summary>
    public const int WrongJson = 10, WrongState = 11, Duplicate = 109;

    /// <summary>200 with an empty object.</summary>
    public static Reply Empty { get; } = new(200) { ContentType = ContentType, Bytes = "{}"u8.ToArray() };

    /// <summary>200 without a body.</summary>
    public static Reply Done { get; } = new(200);

    public static Reply One(int status, Stub stub) =>
        new(status) { ContentType = ContentType, Writer = to => JsonBody.Write(to, stub.Write) };

    public static Reply List(IEnumerable<Stub> stubs, int total) => ControlReplies.Object(200, json =>
    {
        json.WriteStartArray("mappings");
        foreach (var stub in stubs) stub.Write(json);
        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("total", total);
        json.WriteEndObject();
    });

    public static Reply TooMany { get; } =
        Refused(422, WrongJson, "Too many stubs", $"A world has at most {MatchLimits.Stubs} stubs; delete some first.", null);

    public static Reply NotFound(string id) => Refused(404, 404, "Not found", $"There is no stub mapping {id}.", null);

    public static Reply Wrong(Defect defect) => Refused(422, WrongJson, "Error parsing JSON", defect.Detail, defect.Pointer);

    public static Reply Refused(int status, int code, string title, string detail, string? pointer) => ControlReplies.Object(status, json =>
    {
        json.WriteString("type", "about:blank");
        json.WriteString("title", title);
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        if (pointer is not null) json.WriteString("pointer", pointer);
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteNumber("code", code);
        if (pointer is not null)
        {
            json.WriteStartObject("source");
            json.WriteString("pointer", pointer);
            json.WriteEndObject();
        }
        json.WriteString("title", title);
        json.WriteString("detail", detail);
        json.WriteEndObject();
        json.WriteEndArray();
    }) with { ContentType = Problem.ContentType, Reason = detail };
}
