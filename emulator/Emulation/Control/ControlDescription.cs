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

    private const string String = """{"type":"string"}""";
    private const string Flag = """{"type":"boolean"}""";
    private const string Number = """{"type":"integer","format":"int32","minimum":0}""";

    private static readonly NamedJson[] s_schemes =
        [new("controlToken", """{"type":"http","scheme":"bearer","description":"The token of `--control-token`."}""")];

    private static readonly ContentDescription s_problem = new(Problem.ContentType, """{"$ref":"#/components/schemas/Problem"}""");

    private static readonly ContentDescription s_adminProblem =
        new(Problem.ContentType, """{"$ref":"#/components/schemas/AdminProblem"}""");

    private static readonly ParameterDescription[] s_filter =
    [
        new("api", String, "Requests to this API."),
        new("limit", """{"type":"integer","format":"int32","minimum":0}""", "The number of requests."),
        new("route", String, "Requests to the route of this name."),
        new("since", """{"type":"string","format":"date-time"}""", "Requests since this moment of the world's clock."),
        new("status", """{"type":"string","pattern":"^[0-9]([0-9]{2}|xx)$"}""", "Requests with this status, or class such as `4xx`."),
        new("summary", Flag, "Without headers and bodies."),
    ];

    private static readonly ParameterDescription s_world = new("world", String, "The world; without it, that of the request.");
    private static readonly ParameterDescription s_graphApi =
        new("api", """{"type":"string","enum":["threatconnect","deso","threatwinds"]}""", "Nodes of this API.");
    private static readonly ParameterDescription s_graphKind = new("kind", String, "Nodes of this kind, see `/_emulator/graph/kinds`.");

    // The routes with other content than JSON.
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["ca"] = "application/x-pem-file", ["landing"] = "text/html", ["requests.curl"] = "text/plain", ["docs.page"] = "text/html",
        ["docs.file"] = "*/*", ["events"] = "text/event-stream", ["metrics"] = "text/plain",
        ["ui.start"] = "text/html", ["ui.page"] = "text/html", ["ui.file"] = "*/*", ["ui.part"] = "*/*", ["icon"] = "image/svg+xml",
    };

    public static ApiDescription Make() => new()
    {
        Text = Text, SecuritySchemes = s_schemes, Schemas = SchemaFiles.Of("control"), Operation = (route, _) => Describe(route),
    };

    private static OperationDescription Describe(Route route)
    {
        var operation = ControlOperations.All.GetValueOrDefault(route.Name) ?? Unlisted(route);
        return new()
        {
            Tag = TagOf(route),
            Credentials = route.Policy is ControlPolicy { IsOpen: true } ? [] : [[], ["controlToken"]],
            Query = QueryOf(route.Name),
            Body = operation.Body is { } body ? ContentDescription.Json(body) : null,
            BodyRequired = operation.NeedsBody,
            Responses =
            [
                .. operation.Statuses
                    .Select(status => new ResponseDescription($"{status}", "Success.", ContentsOf(route, operation, status))),
                .. FailuresOf(route),
            ],
        };
    }

    private static ParameterDescription[] QueryOf(string row) => row switch
    {
        "requests.list" or "requests.har" => s_filter,
        "stubs.root" or "stubs.list" =>
        [
            new("limit", Number, "The number of stubs."), new("offset", Number, "How many are left out before them."),
        ],
        "requests.admin.list" =>
        [
            new("limit", Number, "The number of requests."), new("since", String, "Requests since this moment."),
            new("matchingStub", """{"type":"string","format":"uuid"}""", "Requests that this stub answered."),
            new("unmatched", Flag, "Requests that no stub and no route answered."),
        ],
        "events" => [new("world", String, "The world whose events are sent; `*`: all.")],
        _ => GraphQueryOf(row),
    };

    private static ParameterDescription[] GraphQueryOf(string row) => row switch
    {
        "graph.kinds" => [s_world],
        "graph.node" => [s_graphApi, s_graphKind, new("id", String, "The id of the node.") { Required = true }, s_world],
        "graph.search" =>
        [
            new("q", String, "A text in the node.") { Required = true }, s_graphApi, s_graphKind, s_world,
            new("limit", """{"type":"integer","format":"int32","minimum":1,"maximum":100,"default":20}""", "The number of results."),
        ],
        "graph.get" =>
        [
            s_graphApi, s_graphKind, s_world, new("id", String, "The id of the node in the middle, with `api`."),
            new("q", String, "A text in the node in the middle, in place of its id."),
            new("depth", """{"type":"integer","format":"int32","minimum":1,"maximum":3,"default":1}""", "How many links away from it."),
            new("limit", """{"type":"integer","format":"int32","minimum":1,"maximum":250,"default":50}""", "The number of nodes."),
            new("apis", String, "The APIs to show, with commas."),
            new("kinds", String, "The kinds to show, each as API:KIND, with commas."),
            new("format", """{"type":"string","enum":["json","svg"]}""", "The format; without it, the header `Accept` decides."),
            new("legend", """{"type":"string","enum":["on","off"],"default":"on"}""", "Whether a picture has a legend."),
        ],
        _ => [],
    };

    private static ResponseDescription[] FailuresOf(Route route)
    {
        var problem = route.Path.StartsWith($"/{ControlApi.AdminPrefix}", StringComparison.Ordinal) ? s_adminProblem : s_problem;
        // WireMock.Net answers what it will.
        if (route.Path.StartsWith($"/{OverlayAdmin.Prefix}", StringComparison.Ordinal))
            return [new("default", "A refusal by WireMock.Net, or by the emulator.", ContentDescription.Json("AnyValue"), s_problem)];
        var unready = route.Name == "health.ready" ? ContentDescription.Json("HealthStatus") : problem;
        return
        [
            new("400", "The request is wrong; the detail says how.", problem),
            new("401", "The control plane requires a token.", problem),
            new("403", "The request comes from a host or page that may not use the control plane.", problem),
            new("404", "There is nothing of this name.", problem),
            new("503", "The data is still being loaded.", unready),
            new("default", "Another refusal; the detail says why.", problem),
        ];
    }

    // Rows of an overlay, and those whose answers are no JSON.
    private static ControlOperation Unlisted(Route route) =>
        new(route.Method is "POST" or "PUT" ? "AnyValue" : null, "AnyValue", SuccessesOf(route.Method));

    private static int[] SuccessesOf(string method) => method switch
    {
        "GET" => [200],
        "DELETE" => [200, 204],
        _ => [200, 201, 204],
    };

    private static ContentDescription[] ContentsOf(Route route, ControlOperation operation, int status)
    {
        if (status == 204 || operation.Answer is null) return [];
        if (s_types.TryGetValue(route.Name, out var type)) return [new(type, "{}")];
        var json = ContentDescription.Json(operation.Answer);
        return route.Name == "graph.get" ? [json, new("image/svg+xml", String)] : [json];
    }

    private static string TagOf(Route route) => route.Path.Split('/') switch
    {
        [_, ControlApi.Prefix, "reset" or "export" or "import", ..] => "data",
        [_, ControlApi.Prefix, "health" or "info" or "coverage" or "metrics" or "ca.pem" or "codes", ..] => "info",
        [_, ControlApi.Prefix, "openapi" or "docs" or "ui", ..] => "reference",
        [_, ControlApi.Prefix, var area, ..] => area.Split('.')[0],
        [_, ControlApi.AdminPrefix, ..] => "stubs and requests (WireMock)",
        [_, OverlayAdmin.Prefix, ..] => "WireMock.Net",
        _ => "info",
    };
}
