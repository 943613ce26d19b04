using System.Text.Json;
using Emulation.Http.Json;
using Emulation.Http;

namespace Emulation.Control.Stubs;

/// <summary>The shapes of WireMock's admin answers. Refusals are problem details that its clients can read as well.</summary>
static class AdminAnswers
{
    private const string ContentType = "application/json";

    /// <summary>Codes of WireMock's errors.</summary>
    public const int WrongJson = 10, WrongState = 11, Duplicate = 109;

    /// <summary>Done, with an empty object.</summary>
    public static Reply Empty { get; } = new(200) { ContentType = ContentType, Bytes = "{}"u8.ToArray() };

    /// <summary>Done, with nothing.</summary>
    public static Reply Done { get; } = new(200);

    public static Reply One(int status, Stub stub) => new(status) { ContentType = ContentType, Writer = to => JsonBody.Write(to, stub.Write) };

    public static Reply List(IEnumerable<Stub> stubs, int total) => Answers.Object(200, json =>
    {
        json.WriteStartArray("mappings");
        foreach (var stub in stubs) stub.Write(json);
        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("total", total);
        json.WriteEndObject();
    });

    public static Reply Missing(string id) => Refused(404, 404, "Not found", $"There is no stub mapping {id}.", null);

    public static Reply Wrong(Defect defect) => Refused(422, WrongJson, "Error parsing JSON", defect.Detail, defect.Pointer);

    public static Reply Refused(int status, int code, string title, string detail, string? pointer) => Answers.Object(status, json =>
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
