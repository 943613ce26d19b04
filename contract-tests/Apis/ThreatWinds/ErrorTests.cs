using System.Text;
using Emulation.Http;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>How this API says no when no handler answered (threatwinds/api-docs; go-sdk catcher/errors.go).</summary>
class ErrorTests
{
    private const string Route = "/api/search/v1/associations/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";

    [TestCase("/api/search/v1/nothing")]
    [TestCase("/api/search")]
    [TestCase("/api/feeds/v1")]
    [TestCase("/api/analytics/v2/entity/x/relations")]
    [TestCase("/api/search/v1/associations/")]
    [TestCase("/api/search/v1/associations")]
    [TestCase("/api/search//v1/associations/x")]
    [TestCase("/api/search/v1/entity//relations")]
    [TestCase("/api/auth/v2/")]
    [TestCase(Route + "/")]
    public async Task An_unknown_path_is_not_found(string path)
    {
        await using var winds = await Winds.On();

        (await winds.Get(path)).ShouldRefuse(404, "not found");
        (await winds.Bare("GET", path)).ShouldRefuse(404, "not found");
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    [TestCase("OPTIONS")]
    public async Task A_wrong_method_is_named(string method)
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send(method, Route, null);

        answer.ShouldRefuse(405, "method not allowed");
        answer.Header("Allow").Should().Be("GET");
    }

    [TestCase("/api/search/v1/associations/%zz", "invalid URL escape \"%zz\"")]
    [TestCase("/api/search/v1/associations/a%2", "invalid URL escape \"%2\"")]
    [TestCase("/api/ANALYTICS/v1/entity/%/relations", "invalid URL escape \"%/r\"")]
    public async Task A_bad_escape_in_the_path_is_named(string path, string text)
    {
        await using var winds = await Winds.On();

        (await winds.Get(path)).ShouldRefuse(400, text);
    }

    [Test]
    public async Task Paths_are_found_in_any_case_and_ids_only_in_their_own()
    {
        await using var winds = await Winds.On();

        (await winds.Get(Route.Replace("/api/search/v1/associations", "/API/Search/V1/ASSOCIATIONS", StringComparison.Ordinal))).Status
            .Should().Be(200);
        (await winds.Get(Route.Replace("domain-", "DOMAIN-", StringComparison.Ordinal))).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task An_id_is_decoded_once_and_a_slash_in_it_stays_inside()
    {
        await using var winds = await Winds.On();

        (await winds.Get(Route.Replace("domain-", "domain%2D", StringComparison.Ordinal))).Status.Should().Be(200);
        (await winds.Get("/api/search/v1/associations/a%2Fb")).ShouldRefuse(404, "record not found");
    }

    [Test]
    public async Task Head_is_get_without_a_body()
    {
        await using var winds = await Winds.On();
        var whole = await winds.Get(Route);

        var head = await winds.Send("HEAD", Route, null);
        var missing = await winds.Send("HEAD", "/api/search/v1/associations/unknown", null);

        (head.Status, head.Text, head.Header("Content-Type")).Should().Be((200, "", "application/json; charset=utf-8"));
        head.Header("Content-Length").Should().Be(Encoding.UTF8.GetByteCount(whole.Text).ToString());
        (missing.Status, missing.Text, missing.Header("x-error")).Should().Be((404, "", "record not found"));
    }

    [Test]
    public async Task What_is_known_but_not_served_says_so()
    {
        await using var winds = await Winds.On();

        (await winds.Get("/api/analytics/v1/overview")).ShouldRefuse(
            501, "GET /api/analytics/v1/overview is known but not served by this emulator");
        (await winds.Get("/api/v1/geoip/location/8.8.8.8")).ShouldRefuse(
            501, "GET /api/v1/geoip/location/{ip} is known but not served by this emulator");
        (await winds.Get("/api/gateway/v1/routes")).ShouldRefuse(
            501, "GET /api/gateway/v1/routes is known but not served by this emulator");
    }

    [Test]
    public async Task Paths_beside_the_catalogue_belong_to_others()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Get("/api/gateway/v1/nothing");

        (answer.Status, answer.Header("Content-Type")).Should().Be((404, "application/problem+json"));
    }

    [Test]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send("POST", "/api/search/v1/entities", new string(' ', (10 * 1024 * 1024) + 1));

        answer.ShouldRefuse(400, "request body too large");
    }

    [Test]
    public async Task Error_ids_are_new_each_time_and_the_same_after_a_reset()
    {
        await using var winds = await Winds.On();

        var first = (await winds.Get("/api/search/v1/associations/x")).Text;
        var second = (await winds.Get("/api/search/v1/associations/x")).Text;
        await winds.Send("POST", "/_emulator/reset", null);
        var again = (await winds.Get("/api/search/v1/associations/x")).Text;

        second.Should().NotBe(first);
        again.Should().Be(first);
    }

    [TestCase(Failure.Bug, 500, "Internal Server Error")]
    [TestCase(Failure.Seeding, 503, "The emulator is still seeding")]
    public async Task What_no_request_can_bring_about_has_the_same_shape(Failure failure, int status, string text)
    {
        await using var winds = await Winds.On();
        var api = winds.Running.Apis.OfType<Emulation.Apis.ThreatWinds.ThreatWindsApi>().Single();
        var call = new Call
        {
            Api = api,
            ErrorIds = winds.Running.World.ErrorIds,
            Graph = winds.Running.World.Store.Current,
            Method = "GET",
            Target = Target.Parse(Route),
            Headers = new HeaderDictionary(),
            Now = winds.Clock.GetUtcNow(),
            MachineNow = winds.Clock.GetUtcNow(),
        };

        var reply = api.Fail(call, failure);

        var headers = reply.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        (reply.Status, headers["x-error"], headers.GetValueOrDefault("Retry-After"))
            .Should().Be((status, text, status == 503 ? "1" : null));
        Encoding.UTF8.GetString(reply.Render().Span).Should().Be($$"""{"uuid":"{{headers["x-error-id"]}}","error":"{{text}}"}""");
    }
}
