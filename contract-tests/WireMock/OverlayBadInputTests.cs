using Emulation.Tests.Control;
using WireMock;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Emulation.Tests.WireMocks;

/// <summary>A mapping that fails is named in a 500 of that API's shape, and every other request is answered.</summary>
class OverlayBadInputTests
{
    private const string Path = "/api/v2/stub";

    private static IEnumerable<TestCaseData> Failing()
    {
        yield return Case("a callback that throws", response => response.WithCallback(Throw), "thrown {0}");
        yield return Case("a template that fails", response => response.WithBody("{{#each}}").WithTransformer(), "#each");
        yield return Case("a body file that does not exist", response => response.WithBodyFromFile("missing.txt"), "missing.txt");
        yield return Case("a header with a line break", response => response.WithHeader("X-Bad", "a\r\nSet-Cookie: b"), "X-Bad");
        yield return Case("a header that has no name", response => response.WithHeader("X Bad", "a"), "X Bad");
        yield return Case("an interim status", response => response.WithStatusCode(101), "101");
        yield return Case("a status of four digits", response => response.WithStatusCode(1000), "1000");
    }

    [TestCaseSource(nameof(Failing))]
    public async Task The_request_gets_a_500_that_names_the_mapping(Func<IResponseBuilder, IResponseBuilder> respond, string cause)
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        var id = Guid.Parse("5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11");
        server.Given(Request.Create().WithPath(Path)).WithGuid(id).WithTitle("broken").RespondWith(respond(Response.Create()));

        var told = await plane.Ask("GET", Path);

        told.Status.Should().Be(500);
        told.Json.GetProperty("status").GetString().Should().Be("Failure", "that is ThreatConnect's shape");
        told.Json.GetProperty("message").GetString().Should().Contain($"{id} broken").And.Contain(cause);
        plane.Running.Log.ToString().Should().Contain($"{id} broken");
        (await plane.Ask("GET", "/api/v2/whoami")).Status.Should().Be(200);
    }

    [Test]
    public async Task A_regular_expression_that_does_not_end_is_stopped_and_names_its_mapping()
    {
        await using var plane = await Plane.With();
        var id = Guid.Parse("5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11");
        plane.Running.World.WireMock().WithMapping($$"""
            {
              "Guid": "{{id}}",
              "Request": { "Path": { "Matchers": [ { "Name": "RegexMatcher", "Pattern": "^/api/v2/(a+)+$" } ] } },
              "Response": { "StatusCode": 200 }
            }
            """);

        var told = await plane.Ask("GET", "/api/v2/" + new string('a', 40) + "!");

        told.Status.Should().Be(500);
        told.Text.Should().Contain(id.ToString());
    }

    [Test]
    public async Task An_expression_without_a_limit_is_given_up_and_its_mapping_disabled()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        // Half a minute or more: the thread is free again before the tests end.
        var slow = "/api/v2/" + new string('a', 31) + "!";
        server.Given(Request.Create().WithPath(new RegexMatcher("^/api/v2/(a+)+$"))).WithTitle("endless").RespondWith(Response.Create());

        var told = await plane.Ask("GET", slow);

        told.Status.Should().Be(500);
        told.Text.Should().Contain("endless");
        (await plane.Ask("GET", slow)).Status.Should().Be(404, "the mapping is disabled");
    }

    [Test]
    public async Task A_body_that_is_not_JSON_does_not_match_and_goes_to_the_api()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        var json = new JsonMatcher("""{"a":1}""");
        server.Given(Request.Create().UsingPost().WithBody(json)).RespondWith(Response.Create().WithStatusCode(202));

        var told = await plane.Ask("POST", "/v2/groups/incidents", "{ not JSON");

        told.Status.Should().Be(400);
        plane.Running.Log.ToString().Should().NotContain("could not be evaluated");
    }

    [Test]
    public async Task A_matcher_that_throws_counts_as_not_matching_and_is_named_in_the_log()
    {
        await using var plane = await Plane.With();
        var id = Guid.Parse("5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11");
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Throw)).WithGuid(id).RespondWith(Response.Create());

        (await plane.Ask("GET", "/api/v2/whoami")).Status.Should().Be(200);

        plane.Running.Log.ToString().Should().Contain(id.ToString()).And.Contain("counts as not matching");
    }

    [Test]
    public async Task A_body_that_is_not_what_its_encoding_says_goes_to_the_api()
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithStatusCode(202));

        (await plane.Ask("POST", Path, "not compressed", ("Content-Encoding", "gzip"))).Status.Should().Be(202);
        (await plane.Ask("POST", "/v2/groups/incidents", "not compressed", ("Content-Encoding", "gzip"))).Status.Should().Be(400);
    }

    [TestCase("a b")]
    [TestCase("")]
    [TestCase("[")]
    public async Task A_request_whose_host_is_not_a_host_is_matched(string host)
    {
        await using var plane = await Plane.With();
        plane.Running.World.WireMock().Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithStatusCode(202));

        (await plane.Ask("GET", Path, null, ("Host", host))).Status.Should().Be(202);
    }

    [Test]
    public async Task A_server_that_is_stopped_by_its_owner_still_belongs_to_the_world()
    {
        await using var plane = await Plane.With();
        WireMockServer server = plane.Running.World.WireMock();
        server.Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithStatusCode(202));

        server.Stop();

        (await plane.Ask("GET", Path)).Status.Should().Be(202);
    }

    private static IResponseMessage Throw(IRequestMessage request) => throw new InvalidOperationException("thrown {0}");

    private static bool Throw(string path) => throw new InvalidOperationException("matcher");

    private static TestCaseData Case(string name, Func<IResponseBuilder, IResponseBuilder> respond, string cause) =>
        new TestCaseData(respond, cause).SetArgDisplayNames(name);
}
