using Emulation.Tests.Control;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Emulation.Tests.WireMocks;

/// <summary>With many mappings, only requests whose path can match are given to WireMock.Net's matcher; the verdicts are the same.</summary>
class ManyMappingsTests
{
    private static readonly string[] s_paths =
    [
        "/v2/tags", "/v2/tags/", "/V2/TAGS", "/v2/tags/a", "/v2/tags/a/b", "/v2/tags/a%20b", "/v2/tagsx", "/v2/owners", "/v2/owners?name=x", "/v2/%2A",
    ];

    private static IEnumerable<TestCaseData> Requests()
    {
        yield return Case("a whole path", () => Request.Create().WithPath("/v2/tags"));
        yield return Case("a wildcard", () => Request.Create().WithPath("/v2/tags/*"));
        yield return Case("a wildcard of one character", () => Request.Create().WithPath("/v2/tags/?"));
        yield return Case("a leading wildcard", () => Request.Create().WithPath(new WildcardMatcher("*/a")));
        yield return Case("two paths", () => Request.Create().WithPath("/v2/tags", "/v2/owners"));
        yield return Case("both of two paths", () => Request.Create().WithPath(MatchOperator.And, "/v2/tags*", "/v2/*a"));
        yield return Case("an expression", () => Request.Create().WithPath(new RegexMatcher("^/v2/t.*$")));
        yield return Case("an exact path", () => Request.Create().WithPath(new ExactMatcher("/v2/tags")));
        yield return Case("a path in any case", () => Request.Create().WithPath(new WildcardMatcher("/v2/tags", ignoreCase: true)));
        yield return Case("every other path", () => Request.Create().WithPath(new WildcardMatcher(MatchBehaviour.RejectOnMatch, "/v2/tags")));
        yield return Case("a function", () => Request.Create().WithPath(path => path.EndsWith('s')));
        yield return Case("a path and a parameter", () => Request.Create().WithPath("/v2/owners").WithParam("name", "x"));
        yield return Case("a method", () => Request.Create().UsingGet());
        yield return Case("an address", () => Request.Create().WithUrl("*/v2/tags"));
    }

    [TestCaseSource(nameof(Requests))]
    public async Task A_mapping_among_many_matches_what_it_matches_alone(Func<IRequestBuilder> request)
    {
        await using var plane = await Plane.With();
        var (alone, among) = (plane.Running.Emulator.World("alone").WireMock(), plane.Running.Emulator.World("among").WireMock());
        Put(alone, request());
        Put(among, request());
        Fill(among);

        foreach (var path in s_paths)
        {
            var expected = await plane.Ask("GET", "/worlds/alone" + path);
            (await plane.Ask("GET", "/worlds/among" + path)).Status.Should().Be(expected.Status, path);
        }
        among.LogEntries.Count().Should().Be(s_paths.Length, "the request log has every request");
    }

    [Test]
    public async Task A_mapping_that_is_put_later_or_was_removed_counts()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        Fill(server);
        (await plane.Ask("GET", "/v2/nothing")).Status.Should().Be(404);

        Put(server, Request.Create().WithPath("/v2/nothing"));
        (await plane.Ask("GET", "/v2/nothing")).Status.Should().Be(418);

        server.ResetMappings();
        Fill(server);
        (await plane.Ask("GET", "/v2/nothing")).Status.Should().Be(404);
    }

    [Test]
    public async Task Among_few_mappings_the_request_log_names_the_nearest()
    {
        await using var plane = await Plane.With();
        var server = plane.Running.World.WireMock();
        Put(server, Request.Create().WithPath("/v2/nothing").UsingGet());

        await plane.Ask("GET", "/v2/something");

        server.LogEntries.Single().PartialMappingGuid.Should().NotBeNull();
    }

    private static TestCaseData Case(string name, Func<IRequestBuilder> request) => new TestCaseData(request).SetArgDisplayNames(name);

    private static void Put(WireMockServer server, IRequestMatcher request) =>
        server.Given(request).RespondWith(Response.Create().WithStatusCode(418).WithBody("{}"));

    private static void Fill(WireMockServer server)
    {
        for (var i = 0; i < 100; i++) Put(server, Request.Create().WithPath($"/v2/filler/{i}").UsingGet());
    }
}
