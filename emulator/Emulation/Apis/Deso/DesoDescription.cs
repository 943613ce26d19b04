using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Apis.Deso;

/// <summary>How OpenAPI describes this API: no credentials, JSON objects, and one error shape.</summary>
static class DesoDescription
{
    private const string Text = """
        The association routes of a DeSo node, and the other node routes that its JavaScript client calls, emulated. No credentials are
        needed. Every path is also served without `/api/v0`.
        """;

    private static readonly NamedJson[] s_schemas =
    [
        new("AnyObject", """{"type":"object","additionalProperties":true}"""),
        new("AnyValue",  "{}"),
        new("Error",     """{"type":"object","required":["error"],"properties":{"error":{"type":"string"}}}"""),
    ];

    private static readonly ResponseDescription[] s_failures =
    [
        new("400", "The request is wrong; the error says how.", ContentDescription.Json("Error")),
        new("404", "There is no such item.",                    ContentDescription.Json("Error")),
        new("500", "The node could not do it; the error says why.", ContentDescription.Json("Error")),
        new("503", "The data is still being loaded.",           ContentDescription.Json("Error")),
    ];

    public static ApiDescription Make() => new() { Text = Text, Schemas = s_schemas, Operation = Describe };

    private static OperationDescription Describe(Route route, RouteEvidence? evidence) => new()
    {
        Tag = route.Path.Split('/') is [_, "api", "v0", ("user-associations" or "post-associations") and var tag, ..] ? tag : "node",
        Body = route.Policy is DesoPolicy ? ContentDescription.Json("AnyObject") : null,
        BodyRequired = route.Policy is DesoPolicy,
        Responses = [new("200", "Success.", ContentDescription.Json(route.Policy is DesoPolicy ? "AnyObject" : "AnyValue")), .. s_failures],
    };
}
