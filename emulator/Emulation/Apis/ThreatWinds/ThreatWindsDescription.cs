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

    private static readonly ParameterDescription s_groups =
        new("groups", String, "Groups of the caller, with commas; without it, or `global`: all. The header `groups` is read as well.");

    private static readonly ParameterDescription[] s_graph =
    [
        new("limit",  """{"type":"integer","minimum":1,"maximum":1000,"default":10}""", "Neighbours per node."),
        new("levels", """{"type":"integer","minimum":1,"maximum":10,"default":1}""",    "The depth of the graph."),
        new("depth",  """{"type":"integer","minimum":1,"maximum":10,"default":1}""",    "The same as `levels`, which wins."),
    ];

    private static readonly ParameterDescription[] s_checksum =
    [
        new("level", Level, "The lowest accuracy of the feed.")  { Required = true },
        new("type", Period, "Its period.")                       { Required = true },
        new("name", String, "Its entity type.")                  { Required = true },
    ];

    private const string Level = """{"type":"string","enum":["level1","level2","level3"]}""";
    private const string Period = """{"type":"string","enum":["accumulative","daily"]}""";

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
        new("429", "Too many requests, with a rate limit.", ContentDescription.Json("Error")),
        new("500", "The server failed.",                        ContentDescription.Json("Error")),
        new("503", "The data is still being loaded.",           ContentDescription.Json("Error")),
    ];

    public static ApiDescription Make() => new()
    {
        Text = Text, SecuritySchemes = s_schemes, Schemas = SchemaFiles.Of("threatwinds"), Operation = Describe,
    };

    private static OperationDescription Describe(Route route, RouteEvidence? evidence)
    {
        var operation = ThreatWindsOperations.All[route.Name];
        return new()
        {
            Tag = route.Path.Split('/')[2],
            Credentials = CredentialsOf((route.Policy as Access)?.CredentialKind ?? CredentialKind.Any),
            Query = QueryOf(route, operation),
            PathSchema = parameter => PathSchema(route.Name, parameter),
            Body = operation.Body is null ? null : ContentDescription.Json(operation.Body),
            BodyRequired = operation.Body is not null,
            Responses = [.. Successes(route, operation, evidence?.Status ?? 200), .. s_failures],
        };
    }

    private static IEnumerable<ResponseDescription> Successes(Route route, ThreatWindsOperation operation, int status)
    {
        int[] statuses = operation.OtherStatus == 0 ? [status] : [operation.OtherStatus, status];
        foreach (var one in statuses.Order()) yield return new($"{one}", "Success.", ContentOf(route, operation));
        if (operation.MayBeEmpty) yield return new("204", "Nothing is found.");
    }

    private static IReadOnlyList<string>[] CredentialsOf(CredentialKind kind) => kind switch
    {
        CredentialKind.None => [],
        CredentialKind.Session => [["bearer"]],
        CredentialKind.KeyPair => [["apiKey", "apiSecret"]],
        CredentialKind.Any or CredentialKind.AnyOrPublic => [["bearer"], ["apiKey", "apiSecret"]],
        _ => throw new InvalidOperationException($"Unknown credentials {kind}."),
    };

    private static ParameterDescription[] QueryOf(Route route, ThreatWindsOperation operation) => route.Name switch
    {
        "search.entity.relations.get" => [.. PagingOf(operation), new("types", String, "Entity types, with commas."), s_groups],
        "analytics.entity.relations.get" => s_graph,
        "feeds.download.checksum.get" => s_checksum,
        _ when operation.MaxPerPage > 0 => PagingOf(operation),
        _ => [],
    };

    private static ParameterDescription[] PagingOf(ThreatWindsOperation operation)
    {
        var (limit, first) = (operation.MaxPerPage, operation.FirstPage);
        return
        [
            new("limit", $$"""{"type":"integer","minimum":1,"maximum":{{limit}},"default":10}""", "Items per page."),
            new("page",  $$"""{"type":"integer","minimum":{{first}},"default":{{first}} }""",   $"The page; the first is {first}."),
            new("sort",  String, "The field to sort by; without it and without an order, the newest are first."),
            new("order", """{"type":"string","enum":["asc","desc"]}""", "The order."),
        ];
    }

    private static ContentDescription[] ContentOf(Route route, ThreatWindsOperation operation) => route.Name switch
    {
        "feeds.download.list.get" => [new("text/plain", String), new("application/x-ndjson", String), new("application/gzip", "{}")],
        "feeds.download.checksum.get" => [new("text/plain", String)],
        _ => [ContentDescription.Json(operation.Answer!)],
    };

    private static string PathSchema(string route, string parameter) => parameter switch
    {
        "level" => Level,
        "type" => Period,
        "id" when route.StartsWith("auth.", StringComparison.Ordinal) => """{"type":"string","format":"uuid"}""",
        _ => String,
    };
}
