using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Apis.ThreatWinds;

/// <summary>How OpenAPI describes this API: its credentials, its parameters and its error shape.</summary>
static class ThreatWindsDescription
{
    private const string Text = """
        The ThreatWinds APIs for search, analytics, ingest, feeds and accounts, emulated. A request carries a session's bearer, or a key
        pair in the headers `api-key` and `api-secret`. An error has a text and an id, which the headers `x-error` and `x-error-id` repeat.
        """;

    private const string String = """{"type":"string"}""";

    private static readonly ParameterDescription[] s_paging =
    [
        new("limit", """{"type":"integer","minimum":1,"default":10}""", "Items per page."),
        new("page",  """{"type":"integer","minimum":0}""",              "The page; the first is 1, or 0 in the older edition."),
        new("sort",  String,                                             "The field to sort by."),
        new("order", """{"type":"string","enum":["asc","desc"]}""",     "The order."),
    ];

    private static readonly ParameterDescription s_groups = new("groups", String, "Groups of the caller, with commas.");

    private static readonly ParameterDescription[] s_graph =
    [
        new("limit",  """{"type":"integer","minimum":1,"maximum":1000,"default":10}""", "Neighbours per node."),
        new("levels", """{"type":"integer","minimum":1,"maximum":10,"default":1}""",    "The depth of the graph."),
    ];

    private static readonly ParameterDescription[] s_checksum =
        [new("level", String, "The level of the feed."), new("type", String, "Its period."), new("name", String, "Its name.")];

    private static readonly NamedJson[] s_schemas =
    [
        new("AnyObject", """{"type":"object","additionalProperties":true}"""),
        new("AnyValue",  "{}"),
        new("Page", """
            {"type":"object","required":["pages","items","results"],
             "properties":{"pages":{"type":"integer"},"items":{"type":"integer"},"results":{"type":["array","null"]}}}
            """),
        new("Graph", """
            {"type":"object","required":["nodes","relations"],
             "properties":{"nodes":{"type":["array","null"]},"relations":{"type":["array","null"]}}}
            """),
        new("Error", """
            {"type":"object","required":["uuid","error"],
             "properties":{"uuid":{"type":"string"},"error":{"type":"string"}}}
            """),
    ];

    private static readonly NamedJson[] s_schemes =
    [
        new("bearer",    """{"type":"http","scheme":"bearer","description":"The bearer of a session.","x-credential":"Authorization"}"""),
        new("apiKey", """
            {"type":"apiKey","in":"header","name":"api-key","description":"A key pair's key, together with `api-secret`.",
             "x-credential":"api-key"}
            """),
        new("apiSecret", """
            {"type":"apiKey","in":"header","name":"api-secret",
             "description":"A key pair's secret, together with `api-key`.","x-credential":"api-secret"}
            """),
    ];

    private static readonly ResponseDescription[] s_failures =
    [
        new("400", "The request is wrong; the error says how.", ContentDescription.Json("Error")),
        new("401", "The credentials are missing or not valid.", ContentDescription.Json("Error")),
        new("403", "The caller lacks a role, or made too many requests.", ContentDescription.Json("Error")),
        new("404", "There is no such item.",                    ContentDescription.Json("Error")),
        new("500", "The server failed.",                        ContentDescription.Json("Error")),
        new("503", "The data is still being loaded.",           ContentDescription.Json("Error")),
    ];

    public static ApiDescription Make() => new()
    {
        Text = Text, SecuritySchemes = s_schemes, Schemas = s_schemas, Operation = Describe,
    };

    private static OperationDescription Describe(Route route, RouteEvidence? evidence) => new()
    {
        Tag = route.Path.Split('/')[2],
        Credentials = CredentialsOf((route.Policy as Access)?.CredentialKind ?? CredentialKind.Any),
        Query = QueryOf(route),
        Body = route.Method is "POST" or "PUT" ? ContentDescription.Json("AnyObject") : null,
        Responses = [new($"{evidence?.Status ?? 200}", "Success.", ContentOf(route)), .. s_failures],
    };

    private static IReadOnlyList<string>[] CredentialsOf(CredentialKind kind) => kind switch
    {
        CredentialKind.None => [],
        CredentialKind.Session => [["bearer"]],
        CredentialKind.KeyPair => [["apiKey", "apiSecret"]],
        CredentialKind.Any or CredentialKind.AnyOrPublic => [["bearer"], ["apiKey", "apiSecret"]],
        _ => throw new InvalidOperationException($"Unknown credentials {kind}."),
    };

    private static ParameterDescription[] QueryOf(Route route) => route.Name switch
    {
        "search.entity.relations.get" => [.. s_paging, new("types", String, "Types of entity, with commas."), s_groups],
        "search.associations.get" => [.. s_paging, s_groups],
        "analytics.entity.relations.get" => s_graph,
        "feeds.download.checksum.get" => s_checksum,
        _ when IsPage(route) => s_paging,
        _ => [],
    };

    private static ContentDescription[] ContentOf(Route route) => route.Name switch
    {
        "feeds.download.list.get" => [new("text/plain", String), new("application/x-ndjson", String), new("application/gzip", "{}")],
        "feeds.download.checksum.get" => [new("text/plain", String)],
        "analytics.entity.relations.get" => [ContentDescription.Json("Graph")],
        _ => [ContentDescription.Json(IsPage(route) ? "Page" : "AnyValue")],
    };

    private static bool IsPage(Route route) =>
        route.Path.StartsWith("/api/search/", StringComparison.Ordinal)
        && route.Name is not ("search.entity.get" or "search.entity.post");
}
