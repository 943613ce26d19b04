using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Control;

/// <summary>How OpenAPI describes the control plane.</summary>
static class ControlDescription
{
    private const string Text = """
        What a tester sets and reads: worlds, snapshots, clock, faults, rate limits, stubs, journal, data. Errors are problem details
        (RFC 9457). A token is needed only where the emulator was started with `--control-token`.
        """;

    private static readonly NamedJson[] s_schemas =
    [
        new("AnyValue", "{}"),
        new("Problem", """
            {"type":"object","required":["type","code","title","status","detail"],
             "properties":{"type":{"type":"string"},"code":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},
             "detail":{"type":"string"},"pointer":{"type":"string"}}}
            """),
    ];

    private static readonly NamedJson[] s_schemes =
        [new("controlToken", """{"type":"http","scheme":"bearer","description":"The token of `--control-token`."}""")];

    private static readonly ContentDescription s_problem = new(Problem.ContentType, """{"$ref":"#/components/schemas/Problem"}""");

    // The routes with other content than JSON.
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["ca"] = "application/x-pem-file", ["landing"] = "text/html", ["requests.curl"] = "text/plain", ["docs.page"] = "text/html",
        ["docs.file"] = "*/*", ["events"] = "text/event-stream",
        ["ui.start"] = "text/html", ["ui.page"] = "text/html", ["ui.file"] = "*/*", ["ui.part"] = "*/*", ["icon"] = "image/svg+xml",
    };

    public static ApiDescription Make() => new()
    {
        Text = Text, SecuritySchemes = s_schemes, Schemas = s_schemas, Operation = (route, _) => Describe(route),
    };

    private static OperationDescription Describe(Route route) => new()
    {
        Tag = TagOf(route),
        Credentials = route.Policy is ControlPolicy { IsOpen: true } ? [] : [[], ["controlToken"]],
        Body = route.Method is "POST" or "PUT" ? ContentDescription.Json("AnyValue") : null,
        Responses =
        [
            .. SuccessesOf(route.Method).Select(status => status == "204"
                ? new ResponseDescription(status, "Done.")
                : new ResponseDescription(status, "Success.", SuccessOf(route))),
            new("400", "The request is wrong; the detail says how.", s_problem),
            new("401", "The control plane requires a token.", s_problem),
            new("403", "The request comes from a host or page that may not use the control plane.", s_problem),
            new("404", "There is nothing of this name.", s_problem),
            new("503", "The data is still being loaded.", s_problem),
            new("default", "Another refusal; the detail says why.", s_problem),
        ],
    };

    private static string[] SuccessesOf(string method) => method switch
    {
        "GET" => ["200"],
        "DELETE" => ["200", "204"],
        _ => ["200", "201", "204"],
    };

    private static ContentDescription SuccessOf(Route route) =>
        s_types.TryGetValue(route.Name, out var type) ? new(type, "{}") : ContentDescription.Json("AnyValue");

    private static string TagOf(Route route) => route.Path.Split('/') switch
    {
        [_, ControlApi.Prefix, "reset" or "export" or "import", ..] => "data",
        [_, ControlApi.Prefix, "health" or "info" or "coverage" or "ca.pem" or "codes", ..] => "info",
        [_, ControlApi.Prefix, "openapi" or "docs" or "ui", ..] => "reference",
        [_, ControlApi.Prefix, var area, ..] => area.Split('.')[0],
        [_, ControlApi.AdminPrefix, ..] => "stubs and requests (WireMock)",
        [_, OverlayAdmin.Prefix, ..] => "WireMock.Net",
        _ => "info",
    };
}
