using System.Text;
using System.Text.RegularExpressions;
using Emulation.Recordings.Drifts;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Tests.Recordings;

/// <summary>One way in which a service may differ from the emulator.</summary>
/// <param name="Kind">The kind that a report names.</param>
/// <param name="Path">The path that a report names.</param>
/// <param name="Request">Method, target and body of the request that shows it.</param>
/// <param name="Distort">Makes the service's answer of the emulator's.</param>
sealed record PlantedDifference(DifferenceKind Kind, string Path, string Request, Func<CapturedExchange, CapturedExchange> Distort)
{
    public override string ToString() => $"{Difference.NameOf(Kind)} at {Path} of {Request.Split('{')[0]}";
}

/// <summary>A service with at least forty kinds of differences.</summary>
static class PlantedDifferences
{
    private const string Groups = "GET /v2/groups?resultLimit=3";
    private const string Host = "GET /v2/indicators/hosts/example.org?includeTags=true&includeAttributes=true";
    private const string Missing = "GET /v2/groups/incidents/1";
    private const string Create = """POST /v2/groups/incidents {"name":"A new incident of the week","eventDate":"2024-02-03T04:05:06Z"}""";
    private const string Relations = "GET /api/search/v1/relations/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";
    private const string Post = """POST /api/v0/get-single-post {"PostHashHex":"7bf79e2fe04f8eadb66b9877ce04d55b64e2663fb34b392c2f215ca9d6fba938"}""";
    private const string Query = """POST /api/v0/user-associations/query {"TransactorPublicKeyBase58Check":"tBCKXFJEDSF7Thcc6BUBcB6kicE5qzmLbAtvFf9LfKSXN4LwFt36oX"}""";
    private const string State = "GET /api/v0/health-check";

    public static IReadOnlyList<PlantedDifference> All { get; } =
    [
        new(DifferenceKind.Status,            "status",                       Groups,    answer => answer with { Status = 206 }),
        new(DifferenceKind.Status,            "status",                       Missing,   answer => answer with { Status = 400 }),
        new(DifferenceKind.HeaderMissing,     "header Retry-After",           Missing,   answer => answer.WithResponseHeader("Retry-After", "1")),
        new(DifferenceKind.HeaderExtra,       "header Content-Type",          Groups,    Without("Content-Type")),
        new(DifferenceKind.HeaderRepeated,    "header Content-Type",          Groups,    answer => answer.WithResponseHeader("Content-Type", "application/json")),
        new(DifferenceKind.HeaderValue,       "header Allow",                 "PATCH /v2/groups", Header("Allow", "GET, PURGE")),
        new(DifferenceKind.MediaType,         "header Content-Type",          Groups,    Header("Content-Type", "text/json")),
        new(DifferenceKind.Charset,           "header Content-Type",          Groups,    Header("Content-Type", "application/json; charset=iso-8859-1")),
        new(DifferenceKind.HeaderMissing,     "header Content-Encoding",      Groups,    Gzip),
        new(DifferenceKind.RedirectTarget,    "header Location",              "GET /api/v0/health-check/", Header("Location", "/api/v0/other/place")),
        new(DifferenceKind.ErrorText,         "header x-error",               "GET /api/search/v1/associations/%20", Header("x-error", "value must not be empty")),
        new(DifferenceKind.BodyExtra,         "body",                         Groups,    Body(_ => "")),
        new(DifferenceKind.BodyMissing,       "body",                         "OPTIONS /api/v0/get-single-post", Body(_ => "{}")),
        new(DifferenceKind.BodyTruncated,     "body",                         Groups,    Body(text => text[..^20])),
        new(DifferenceKind.BodyMalformed,     "body",                         Groups,    Body(text => text.Replace("\"data\":", "\"data\"=", StringComparison.Ordinal))),
        new(DifferenceKind.BodyFormat,        "body",                         Groups,    Body(_ => "<html>not found</html>")),
        new(DifferenceKind.ByteOrderMark,     "body",                         Groups,    Body(text => "\uFEFF" + text)),
        new(DifferenceKind.FinalNewline,      "body",                         Groups,    Body(text => text + "\n")),
        new(DifferenceKind.CharacterEncoding, "body",                         Groups,    Bytes(text => [.. Encoding.UTF8.GetBytes(text[..^2]), 0xE4, .. "}}"u8])),
        new(DifferenceKind.MemberMissing,     "$.data.group[].score",         Groups,    Body(text => Each(text, "\"webLink\"", "\"score\":1,\"webLink\""))),
        new(DifferenceKind.MemberExtra,       "$.data.group[].ownerName",     Groups,    Body(text => Each(text, "\"ownerName\":\"[^\"]*\",", ""))),
        new(DifferenceKind.MemberCasing,      "$.data.ResultCount",           Groups,    Body(text => Each(text, "resultCount", "ResultCount"))),
        new(DifferenceKind.MemberRepeated,    "$.data.resultCount",           Groups,    Body(text => Each(text, "\"resultCount\":160", "\"resultCount\":160,\"resultCount\":160"))),
        new(DifferenceKind.AbsentForNull,     "$.data.group[].xid",           Groups,    Body(text => Each(text, "\"webLink\"", "\"xid\":null,\"webLink\""))),
        new(DifferenceKind.NullForAbsent,     "$.PostFound.ParentPosts",      Post,      Body(text => Each(text, "\"ParentPosts\":null,", ""))),
        new(DifferenceKind.NullForValue,      "$.PostFound.Comments",         Post,      Body(text => Each(text, "\"Comments\":null,\"(?=Like|Dia|Ret)", "\"Comments\":7,\""))),
        new(DifferenceKind.ValueForNull,      "$.data.group[].ownerName",     Groups,    Body(text => Each(text, "\"ownerName\":\"[^\"]*\"", "\"ownerName\":null"))),
        new(DifferenceKind.NullForEmptyList,  "$.PostFound.ImageURLs",        Post,      Body(text => Each(text, "\"ImageURLs\":null", "\"ImageURLs\":[]"))),
        new(DifferenceKind.EmptyListForNull,  "$.data.email",                 "GET /v2/groups/emails?resultLimit=1", Body(text => Each(text, "\\[\\]", "null"))),
        new(DifferenceKind.Type,              "$.data.resultCount",           Groups,    Body(text => Each(text, ":160", ":\"160\""))),
        new(DifferenceKind.Type,              "$.data.group[].id",            Groups,    Body(text => Each(text, "\"id\":(\\d+)", "\"id\":\"$1\""))),
        new(DifferenceKind.ItemsMissing,      "$.data.group",                 Groups,    Body(text => Each(text, "(\\{\"id\":54160[^}]*\\})", "$1,{\"id\":9,\"name\":\"x\",\"type\":\"Incident\"}"))),
        new(DifferenceKind.ItemsExtra,        "$.data.group",                 Groups,    Body(text => Each(text, "\\{\"id\":54159[^}]*\\},", ""))),
        new(DifferenceKind.Order,             "$.data.group",                 Groups,    Body(text => Each(text, "(\\{\"id\":54160[^}]*\\}),(\\{\"id\":54159[^}]*\\})", "$2,$1"))),
        new(DifferenceKind.Count,             "$.data.resultCount",           Groups,    Body(text => Each(text, ":160", ":161"))),
        new(DifferenceKind.Boolean,           "$.PostFound.IsHidden",         Post,      Body(text => Once(text, "\"IsHidden\":false", "\"IsHidden\":true"))),
        new(DifferenceKind.FixedValue,        "$.status",                     Groups,    Body(text => Each(text, "\"Success\"", "\"Complete\""))),
        new(DifferenceKind.FixedValue,        "$.data.group[].type",          Groups,    Body(text => Each(text, "\"Incident\"", "\"Threat\""))),
        new(DifferenceKind.EchoedValue,       "$.data.incident.name",         Create,    Body(text => Each(text, "A new incident of the week", "Something else entirely"))),
        new(DifferenceKind.ErrorText,         "$.message",                    Missing,   Body(text => Each(text, "was not found", "does not exist"))),
        new(DifferenceKind.Casing,            "$.data.group[].type",          Groups,    Body(text => Each(text, "\"Incident\"", "\"incident\""))),
        new(DifferenceKind.Casing,            "$.message",                    Missing,   Body(text => Each(text, "The requested", "the requested"))),
        new(DifferenceKind.WhiteSpace,        "$.status",                     Groups,    Body(text => Each(text, "\"Success\"", "\"Success \""))),
        new(DifferenceKind.Escaping,          "$.error",                      "GET /api/analytics/v1/entity/x/relations?limit=ten", Body(text => Each(text, "\\\\\"", "&#34;"))),
        new(DifferenceKind.TextTruncated,     "$.message",                    Missing,   Body(text => Each(text, " was not found", "..."))),
        new(DifferenceKind.TrailingSlash,     "$.data.group[].webLink",       Groups,    Body(text => Each(text, "\\.xhtml", ".xhtml/"))),
        new(DifferenceKind.UrlScheme,         "$.data.group[].webLink",       Groups,    Body(text => Each(text, "https://", "http://"))),
        new(DifferenceKind.UrlPath,           "$.data.group[].webLink",       Groups,    Body(text => Each(text, "/auth/incident/", "/auth/"))),
        new(DifferenceKind.UrlQuery,          "$.data.group[].webLink",       Groups,    Body(text => Each(text, "\\?incident=", "?group="))),
        new(DifferenceKind.EmptyText,         "$.data.group[].webLink",       Groups,    Body(text => Each(text, "\"webLink\":\"[^\"]*\"", "\"webLink\":\"\""))),
        new(DifferenceKind.DateFormat,        "$.data.group[].dateAdded",     Groups,    Body(text => Each(text, "\"dateAdded\":\"(.{10})T(.{8})Z\"", "\"dateAdded\":\"$1 $2Z\""))),
        new(DifferenceKind.DatePrecision,     "$.data.group[].dateAdded",     Groups,    Body(text => Each(text, "\"dateAdded\":\"(.{19})Z\"", "\"dateAdded\":\"$1.123Z\""))),
        new(DifferenceKind.DateZone,          "$.data.group[].dateAdded",     Groups,    Body(text => Each(text, "\"dateAdded\":\"(.{19})Z\"", "\"dateAdded\":\"$1+00:00\""))),
        new(DifferenceKind.DatePrecision,     "$.PostFound.TimestampNanos",   Post,      Body(text => Each(text, "\"TimestampNanos\":(\\d{13})\\d{6}", "\"TimestampNanos\":$1"))),
        new(DifferenceKind.NumberFormat,      "$.PostFound.LikeCount",        Post,      Body(text => Each(text, "\"LikeCount\":0", "\"LikeCount\":0.0"))),
        new(DifferenceKind.IdFormat,          "$.Associations[].AssociationID", Query,   Body(text => Each(text, "\"AssociationID\":\"[0-9a-f]+\"", "\"AssociationID\":\"00000000-0000-4000-8000-000000000001\""))),
        new(DifferenceKind.HashLength,        "$.Associations[].AssociationID", Query,   Body(text => Each(text, "\"AssociationID\":\"([0-9a-f]{40})[0-9a-f]+\"", "\"AssociationID\":\"$1\""))),
        new(DifferenceKind.HashCasing,        "$.PostFound.PostHashHex",      Post,      Body(text => Regex.Replace(text, "\"PostHashHex\":\"[0-9a-f]+\"", hash => hash.Value.ToUpperInvariant().Replace("POSTHASHHEX", "PostHashHex", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)))),
    ];

    private static Func<CapturedExchange, CapturedExchange> Body(Func<string, string> change) =>
        Bytes(text => Encoding.UTF8.GetBytes(change(text)));

    private static Func<CapturedExchange, CapturedExchange> Bytes(Func<string, byte[]> change) => answer =>
    {
        var text = Encoding.UTF8.GetString(answer.ResponseBody.Bytes.Span);
        return answer with { ResponseBody = Captured.Body(change(text)) };
    };

    private static Func<CapturedExchange, CapturedExchange> Without(string header) => answer => answer with
    {
        ResponseHeaders = [.. answer.ResponseHeaders.Where(one => !one.Name.Equals(header, StringComparison.OrdinalIgnoreCase))],
    };

    private static Func<CapturedExchange, CapturedExchange> Header(string name, string value) => answer =>
        Without(name)(answer).WithResponseHeader(name, value);

    private static CapturedExchange Gzip(CapturedExchange answer)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            gzip.Write(answer.ResponseBody.Bytes.Span);
        return answer.WithResponseHeader("Content-Encoding", "gzip") with { ResponseBody = Captured.Body(compressed.ToArray()) };
    }

    private static string Each(string text, string pattern, string replacement) => Replace(text, pattern, replacement, int.MaxValue);

    private static string Once(string text, string pattern, string replacement) => Replace(text, pattern, replacement, 1);

    private static string Replace(string text, string pattern, string replacement, int most)
    {
        var changed = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(text, replacement, most);
        return changed == text ? throw new InvalidOperationException($"{pattern} is not in {text}") : changed;
    }
}
