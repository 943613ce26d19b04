using Emulation.Graphs.ThreatConnect;
using Emulation.Http;
using Emulation.Http.Descriptions;

namespace Emulation.Apis.ThreatConnect;

/// <summary>How OpenAPI describes this API: its credentials, its parameters and its envelope.</summary>
static class ThreatConnectDescription
{
    private const string Text = """
        ThreatConnect's REST API v2, emulated. A request carries a token (`Authorization: TC-Token TOKEN`) or is signed:
        `Timestamp` is the time in seconds since 1970, and `Authorization` is
        `TC ACCESSID:SIGNATURE`, where SIGNATURE is the Base64 text of the HMAC-SHA256 of `PATH?QUERY:METHOD:TIMESTAMP`
        with the secret key; path and query exactly as sent. `api-emulator sign METHOD TARGET` prints both headers.
        """;

    private const string String = """{"type":"string"}""";
    private const string Id = """{"type":"integer","format":"int64","minimum":0}""";
    private const string Flag = """{"type":"boolean"}""";

    private static readonly IReadOnlyList<string>[] s_credentials = [["token"], ["signature", "timestamp"]];

    private static readonly ParameterDescription s_owner =
        new("owner", String, "The name of the owner; without it the caller's own organization, or every owner that the caller may read.");

    private static readonly ParameterDescription[] s_includes =
    [
        new("includes",          String, "What to include, with commas: `additional`, `attributes`, `tags`, `labels`."),
        new("includeAdditional", Flag,   "Includes the fields that lists leave out."),
        new("includeAttributes", Flag,   "Includes attributes."),
        new("includeTags",       Flag,   "Includes tags."),
        new("includeLabels",     Flag,   "Includes security labels."),
    ];

    private static readonly ParameterDescription[] s_paging =
    [
        new("resultStart", """{"type":"integer","minimum":0,"default":0}""",                  "The position of the first item."),
        new("resultLimit", """{"type":"integer","minimum":1,"maximum":10000,"default":100}""", "The number of items."),
        new("filters",     String, "Conditions with commas, such as `rating>3,summary^exa`."),
        new("orParams",    Flag,   "Items need to meet only one of the conditions."),
    ];

    // What only some rows read.
    private static readonly Dictionary<string, ParameterDescription[]> s_own = new(StringComparer.Ordinal)
    {
        ["indicators.list"]            = [new("modifiedSince", String, "Items changed since this date.")],
        ["indicators.list-of-type"]    = [new("modifiedSince", String, "Items changed since this date.")],
        ["indicators.observed"]        = [new("dateObserved", String, "Observed on this date.")],
        ["indicators.deleted"]         = [new("deletedSince", String, "Deleted since this date.")],
        ["indicators.deleted-of-type"] = [new("deletedSince", String, "Deleted since this date.")],
        ["document.upload"]            = [new("updateIfExists", Flag, "Replaces content that there is.")],
        ["report.upload"]              = [new("updateIfExists", Flag, "Replaces content that there is.")],
        ["metric.add"]                 = [new("returnValue", Flag, "Returns the value that is then stored.")],
        ["bulk.status"]                = [new("runNow", Flag, "Starts the job.")],
        ["batch.errors"]               =
        [
            new("code", String, "Errors with this code."), new("contains", String, "Errors whose text contains this."),
            new("severity", String, "Errors of this severity."),
        ],
    };

    private static readonly NamedJson[] s_schemes =
    [
        new("token", """
            {"type":"apiKey","in":"header","name":"Authorization","description":"`TC-Token TOKEN`","x-credential":"token",
             "x-prefix":"TC-Token "}
            """),
        new("signature", """
            {"type":"apiKey","in":"header","name":"Authorization",
             "description":"`TC ACCESSID:SIGNATURE`, see the description of the API. It goes together with `Timestamp`."}
            """),
        new("timestamp", """
            {"type":"apiKey","in":"header","name":"Timestamp",
             "description":"Seconds since 1970, as signed; accepted within 300 s."}
            """),
    ];

    private static readonly string s_groupTypes =
        $$"""{"type":"string","enum":["{{string.Join("\",\"", GroupType.All.Select(type => type.Branch))}}"]}""";

    // An instance may have custom types as well.
    private static readonly string s_indicatorTypes = $$"""
        {"type":"string","description":"{{string.Join(", ", IndicatorTypes.BuiltIn.All.Select(type => type.Branch))}}, or a custom type"}
        """;

    private static readonly ContentDescription s_file = new("application/octet-stream", "{}");

    // Rows that answer with something else than JSON, or with several media types.
    private static readonly Dictionary<string, ContentDescription[]> s_contents = new(StringComparer.Ordinal)
    {
        ["group.pdf"]          = [new("application/pdf", "{}")],
        ["document.download"]  = [s_file],
        ["report.download"]    = [s_file],
        ["signature.download"] = [new("text/plain", String)],
        ["batch.errors"]       = [s_file],
        ["batch.results"]      = [ContentDescription.Json("BatchResults")],
        ["bulk.download"]      = [ContentDescription.Json("BulkReport"), new("text/csv", String)],
    };

    private static readonly ResponseDescription[] s_failures =
    [
        new("400", "The request is wrong; the message says how.",      ContentDescription.Json("Failure")),
        new("401", "The credentials are not valid.",                    ContentDescription.Json("Failure")),
        new("403", "No credentials, or the caller may not do this.",    ContentDescription.Json("Failure")),
        new("404", "There is no such item.",                            ContentDescription.Json("Failure")),
        new("429", "Too many requests, with a rate limit.", ContentDescription.Json("Failure")),
        new("500", "The server failed.",                                ContentDescription.Json("Failure")),
        new("503", "The data is still being loaded, or the instance has no license.", ContentDescription.Json("Failure")),
    ];

    public static ApiDescription Make() => new()
    {
        Text = Text, Roots = ["/api", ""], SecuritySchemes = s_schemes,
        Schemas = [.. SchemaFiles.Of("threatconnect"), .. ThreatConnectAnswers.Envelopes()],
        Operation = Describe,
    };

    private static OperationDescription Describe(Route route, RouteEvidence? evidence)
    {
        var policy = route.Policy as ThreatConnectPolicy ?? new ThreatConnectPolicy();
        var body = BodyOf(route, policy);
        return new()
        {
            Tag = route.Path.Split('/') is [_, "v2", var tag, ..] ? tag : "tokens",
            Credentials = policy.Open ? [] : s_credentials,
            Query = policy.Open
                ? [new("expiredToken", String, "The token to renew.")]
                : [.. QueryOf(route), .. s_own.GetValueOrDefault(route.Name) ?? []],
            PathSchema = parameter => PathSchema(route.Path, parameter),
            Body = body,
            BodyRequired = body is not null && ThreatConnectBodies.IsRequired(route.Name),
            Responses = [.. Successes(route, evidence), .. s_failures],
        };
    }

    private static ParameterDescription[] QueryOf(Route route)
    {
        if (route.Method != "GET") return [s_owner];
        if (route.Name.Contains("list", StringComparison.Ordinal)) return [s_owner, .. s_paging, .. s_includes];
        return route.Path.EndsWith('}') ? [s_owner, .. s_includes] : [s_owner];
    }

    private static ContentDescription? BodyOf(Route route, ThreatConnectPolicy policy) => (route.Method, policy.Body) switch
    {
        ("GET" or "DELETE", _) => null,
        (_, BodyKind.Json) => ThreatConnectBodies.SchemaOf(route.Name) is { } schema ? ContentDescription.Json(schema) : null,
        (_, BodyKind.Batch) when route.Path.EndsWith("createAndUpload", StringComparison.Ordinal) =>
            new("multipart/form-data", """{"type":"object","properties":{"config":{"type":"string"},"content":{"type":"string"}}}"""),
        _ => s_file,
    };

    private static IEnumerable<ResponseDescription> Successes(Route route, RouteEvidence? evidence)
    {
        // Some routes are documented to refuse every request.
        if (evidence is { Status: >= 400 }) yield break;
        var status = evidence?.Status ?? 200;
        if (status == 204)
        {
            yield return new("204", "Done.");
            status = 200;
        }
        // What exists already is not created again.
        if (status == 201) yield return new("200", "It was there already.", ContentsOf(route, evidence));
        yield return new($"{status}", "Success.", ContentsOf(route, evidence));
        if (route.Name is "bulk.status" or "bulk.download")
            yield return new("202", "The report is made; with `--tc-bulk accepted`.", ContentDescription.Json("BulkStatusAnswer"));
    }

    private static ContentDescription[] ContentsOf(Route route, RouteEvidence? evidence)
    {
        if (s_contents.TryGetValue(route.Name, out var contents)) return contents;
        return [ContentDescription.Json(ThreatConnectAnswers.SchemaOf(route.Name, evidence?.DataKey) ?? "Done")];
    }

    private static string PathSchema(string path, string parameter) => parameter switch
    {
        "type" when path.StartsWith("/v2/groups/", StringComparison.Ordinal) => s_groupTypes,
        "associatedGroupType" or "groupType" => s_groupTypes,
        "type" or "associatedIndicatorType" or "indicatorType" or "targetType" => s_indicatorTypes,
        "id" when path.StartsWith("/v2/groups/", StringComparison.Ordinal) => """{"type":"string","description":"An id, or an xid."}""",
        "id" or "attributeId" or "assetId" or "victimId" or "taskId" or "associatedTaskId" or "associatedVictimId" or "fileOccurrenceId"
            or "incidentId" => Id,
        _ => String,
    };
}
