using Emulation.Tests.Control;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Emulation.Tests.WireMocks;

/// <summary>
/// What the stubs of WireMock's dialect and WireMock.Net have in common, asked of both: two implementations that share no code. Where the
/// two products differ by design, the row says how.
/// </summary>
class WitnessTests
{
    private const int Matched = 299;

    private static IEnumerable<TestCaseData> Rows()
    {
        foreach (var row in s_rows) yield return new TestCaseData(row).SetArgDisplayNames(row.Name);
    }

    private static readonly Row[] s_rows =
    [
        // Paths.
        new("a path", """{"urlPath":"/api/v2/one"}""", At("/api/v2/one"), "GET /api/v2/one", Both),
        new("a path with a query", """{"urlPath":"/api/v2/one"}""", At("/api/v2/one"), "GET /api/v2/one?a=b", Both),
        new("another path", """{"urlPath":"/api/v2/one"}""", At("/api/v2/one"), "GET /api/v2/two", Neither),
        new("a longer path", """{"urlPath":"/api/v2/one"}""", At("/api/v2/one"), "GET /api/v2/one/more", Neither),
        new("a path in another case", """{"urlPath":"/api/v2/one"}""", At("/api/v2/one"), "GET /api/v2/ONE", Neither),
        new("a path with a trailing slash", """{"urlPath":"/api/v2/one"}""", At("/api/v2/one"), "GET /api/v2/one/", Neither),
        new("an expression over a path", """{"urlPathPattern":"/api/v2/[a-z]+"}""", Where(new RegexMatcher("^/api/v2/[a-z]+$")), "GET /api/v2/one", Both),
        new("an expression over another path", """{"urlPathPattern":"/api/v2/[a-z]+"}""", Where(new RegexMatcher("^/api/v2/[a-z]+$")), "GET /api/v2/1", Neither),
        new("an expression that fits a part", """{"urlPathPattern":"/api"}""", Where(new RegexMatcher("/api")), "GET /api/v2/one", OnlyNet("an expression of WireMock.Net may fit a part")),

        // Methods.
        new("a method", """{"method":"DELETE","urlPath":"/api/v2/one"}""", At("/api/v2/one").UsingDelete(), "DELETE /api/v2/one", Both),
        new("another method", """{"method":"DELETE","urlPath":"/api/v2/one"}""", At("/api/v2/one").UsingDelete(), "GET /api/v2/one", Neither),
        new("any method", """{"method":"ANY","urlPath":"/api/v2/one"}""", At("/api/v2/one").UsingAnyMethod(), "PUT /api/v2/one", Both),

        // Query parameters.
        new("a parameter", Query("""{"equalTo":"a"}"""), One.WithParam("q", "a"), "GET /x?q=a", Both),
        new("another value", Query("""{"equalTo":"a"}"""), One.WithParam("q", "a"), "GET /x?q=b", Neither),
        new("no parameter", Query("""{"equalTo":"a"}"""), One.WithParam("q", "a"), "GET /x", Neither),
        new("a value in another case", Query("""{"equalTo":"a"}"""), One.WithParam("q", new ExactMatcher("a")), "GET /x?q=A", Neither),
        new("a name in another case", Query("""{"equalTo":"a"}"""), One.WithParam("q", "a"), "GET /x?Q=a", Neither),
        new("an escaped value", Query("""{"equalTo":"a b"}"""), One.WithParam("q", "a b"), "GET /x?q=a%20b", Both),
        new("a plus", Query("""{"equalTo":"a b"}"""), One.WithParam("q", "a b"), "GET /x?q=a+b", Both),
        new("a part of a value", Query("""{"contains":"b"}"""), One.WithParam("q", new WildcardMatcher("*b*")), "GET /x?q=abc", Both),
        new("an expression over a value", Query("""{"matches":"[0-9]+"}"""), One.WithParam("q", new RegexMatcher("^[0-9]+$")), "GET /x?q=42", Both),
        new("an expression over another value", Query("""{"matches":"[0-9]+"}"""), One.WithParam("q", new RegexMatcher("^[0-9]+$")), "GET /x?q=4a", Neither),
        new("one of two values", Query("""{"equalTo":"a"}"""), One.WithParam("q", "a"), "GET /x?q=a&q=b", OnlyJava("WireMock.Net compares all the values that a request has")),
        new("two parameters", """{"queryParameters":{"q":{"equalTo":"a"},"r":{"equalTo":"b"}}}""", One.WithParam("q", "a").WithParam("r", "b"), "GET /x?r=b&q=a", Both),
        new("one of two parameters", """{"queryParameters":{"q":{"equalTo":"a"},"r":{"equalTo":"b"}}}""", One.WithParam("q", "a").WithParam("r", "b"), "GET /x?q=a", Neither),

        // Headers.
        new("a header", Header("""{"equalTo":"a"}"""), One.WithHeader("X-H", "a"), "GET /x", Both, "X-H: a"),
        new("a header whose name is in another case", Header("""{"equalTo":"a"}"""), One.WithHeader("X-H", "a"), "GET /x", Both, "x-h: a"),
        new("another header", Header("""{"equalTo":"a"}"""), One.WithHeader("X-H", "a"), "GET /x", Neither, "X-H: b"),
        new("no header", Header("""{"equalTo":"a"}"""), One.WithHeader("X-H", "a"), "GET /x", Neither),
        new("a header's value in another case", Header("""{"equalTo":"a"}"""), One.WithHeader("X-H", "a"), "GET /x", OnlyNet("WireMock.Net ignores the case of header values unless told not to"), "X-H: A"),
        new("a header's value in another case, compared exactly", Header("""{"equalTo":"a"}"""), One.WithHeader("X-H", "a", ignoreCase: false), "GET /x", Neither, "X-H: A"),
        new("an expression over a header", Header("""{"matches":"a[0-9]"}"""), One.WithHeader("X-H", new RegexMatcher("^a[0-9]$")), "GET /x", Both, "X-H: a1"),

        // Bodies.
        new("a body", Body("""{"equalTo":"text"}"""), Post.WithBody(new ExactMatcher("text")), "POST /x text", Both),
        new("another body", Body("""{"equalTo":"text"}"""), Post.WithBody(new ExactMatcher("text")), "POST /x other", Neither),
        new("a part of a body", Body("""{"contains":"ex"}"""), Post.WithBody(new WildcardMatcher("*ex*")), "POST /x text", Both),
        new("a JSON body", Body("""{"equalToJson":"{\"a\":1,\"b\":[1,2]}"}"""), Post.WithBody(new JsonMatcher("""{"a":1,"b":[1,2]}""")), """POST /x { "b": [1, 2], "a": 1 }""", Both),
        new("a JSON body with another value", Body("""{"equalToJson":"{\"a\":1}"}"""), Post.WithBody(new JsonMatcher("""{"a":1}""")), """POST /x {"a":2}""", Neither),
        new("a JSON body with a further member", Body("""{"equalToJson":"{\"a\":1}"}"""), Post.WithBody(new JsonMatcher("""{"a":1}""")), """POST /x {"a":1,"b":2}""", Neither),
        new("a JSON body in which further members are ignored", Body("""{"equalToJson":"{\"a\":1}","ignoreExtraElements":true}"""), Post.WithBody(new JsonPartialMatcher("""{"a":1}""")), """POST /x {"a":1,"b":2}""", Both),
        new("a JSON array in another order", Body("""{"equalToJson":"[1,2]"}"""), Post.WithBody(new JsonMatcher("[1,2]")), "POST /x [2,1]", Neither),
        new("a body that is not JSON", Body("""{"equalToJson":"{\"a\":1}"}"""), Post.WithBody(new JsonMatcher("""{"a":1}""")), "POST /x {a", Neither),
        new("a JSON path", Body("""{"matchesJsonPath":"$.a.b"}"""), Post.WithBody(new JsonPathMatcher("$.a.b")), """POST /x {"a":{"b":1},"c":2}""", Both),
        new("a JSON path in an object with one member", Body("""{"matchesJsonPath":"$.a.b"}"""), Post.WithBody(new JsonPathMatcher("$.a.b")), """POST /x {"a":{"b":1}}""", OnlyJava("WireMock.Net reads the only member of an object as an array")),
        new("a JSON path that leads nowhere", Body("""{"matchesJsonPath":"$.a.c"}"""), Post.WithBody(new JsonPathMatcher("$.a.c")), """POST /x {"a":{"b":1}}""", Neither),
        new("a JSON path with a filter", Body("""{"matchesJsonPath":"$.a[?(@.b == 2)]"}"""), Post.WithBody(new JsonPathMatcher("$.a[?(@.b == 2)]")), """POST /x {"a":[{"b":1},{"b":2}]}""", Both),
        new("a JSON path with a filter that nothing meets", Body("""{"matchesJsonPath":"$.a[?(@.b == 3)]"}"""), Post.WithBody(new JsonPathMatcher("$.a[?(@.b == 3)]")), """POST /x {"a":[{"b":1},{"b":2}]}""", Neither),
    ];

    [TestCaseSource(nameof(Rows))]
    public async Task Both_engines_judge_a_request_alike(Row row)
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", "/worlds/java/__admin/mappings", $"{{\"request\":{row.Java},\"response\":{{\"status\":{Matched}}}}}");
        plane.Running.Emulator.World("net").WireMock().Given(row.Net).RespondWith(Response.Create().WithStatusCode(Matched));

        var java = await Ask(plane, "java", row);
        var net = await Ask(plane, "net", row);

        (java, net).Should().Be((row.Expected.Java, row.Expected.Net), row.Expected.Difference ?? "both have the same rule");
    }

    private static async Task<bool> Ask(Plane plane, string world, Row row)
    {
        var parts = row.Request.Split(' ', 3);
        var headers = new List<(string Name, string Value)> { ("X-Emulator-World", world) };
        if (row.Header?.Split(": ") is [var name, var value]) headers.Add((name, value));
        return (await plane.Ask(parts[0], parts[1], parts.ElementAtOrDefault(2), [.. headers])).Status == Matched;
    }

    private static Verdict Both => new(true, true, null);

    private static Verdict Neither => new(false, false, null);

    private static IRequestBuilder One => At("/x");

    private static IRequestBuilder Post => At("/x").UsingPost();

    private static Verdict OnlyJava(string difference) => new(true, false, difference);

    private static Verdict OnlyNet(string difference) => new(false, true, difference);

    private static IRequestBuilder At(string path) => Request.Create().WithPath(path);

    private static IRequestBuilder Where(IStringMatcher path) => Request.Create().WithPath(path);

    private static string Query(string matcher) => "{\"urlPath\":\"/x\",\"queryParameters\":{\"q\":" + matcher + "}}";

    private static string Header(string matcher) => "{\"urlPath\":\"/x\",\"headers\":{\"X-H\":" + matcher + "}}";

    private static string Body(string matcher) => "{\"urlPath\":\"/x\",\"bodyPatterns\":[" + matcher + "]}";

    /// <summary>Which of the engines says that the request matches.</summary>
    public sealed record Verdict(bool Java, bool Net, string? Difference);

    /// <summary>One rule in both engines, and a request: method, target and body, separated by spaces.</summary>
    public sealed record Row(string Name, string Java, IRequestBuilder Net, string Request, Verdict Expected, string? Header = null);
}
