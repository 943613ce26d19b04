using System.Net;
using System.Text.Json;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Journals;

/// <summary>What WireMock 3.13.2 answers to the same, shape by shape.</summary>
class AdminRequestTests
{
    private const string Stub = """
        {"id":"11111111-1111-4111-8111-111111111111","name":"one","metadata":{"team":"blue"},"request":{"method":"POST","urlPath":"/a","headers":{"X-A":{"equalTo":"v"}}},"response":{"status":201,"jsonBody":{"ok":true},"headers":{"X-B":"c"}}}
        """;

    [Test]
    public async Task An_event_has_the_members_of_wiremocks_in_their_order()
    {
        await using var emulator = await Stubbed();

        var events = await emulator.Json("/__admin/requests");

        Names(events).Should().Equal("requests", "meta", "requestJournalDisabled");
        events.GetProperty("meta").GetProperty("total").GetInt32().Should().Be(3);
        var stubbed = events.GetProperty("requests").EnumerateArray().Last();
        Names(stubbed).Should().Equal(
            "id", "request", "responseDefinition", "response", "wasMatched", "timing", "subEvents", "stubMapping");
        Names(stubbed.GetProperty("request")).Should().Equal(
            "url", "absoluteUrl", "method", "clientIp", "headers", "cookies", "browserProxyRequest", "loggedDate", "bodyAsBase64", "body", "protocol", "scheme", "host", "port", "loggedDateString", "queryParams", "formParams");
        Names(stubbed.GetProperty("timing")).Should().Equal("addedDelay", "processTime", "responseSendTime", "serveTime", "totalTime");
        stubbed.Text("request", "url").Should().Be("/a?x=1&y=2&y=3");
        stubbed.Text("request", "absoluteUrl").Should().Be(emulator.Address.GetLeftPart(UriPartial.Authority) + "/a?x=1&y=2&y=3");
        stubbed.Text("request", "queryParams", "y").Should().Be("""{"key":"y","values":["2","3"]}""");
        stubbed.Text("request", "body").Should().Be("""{"q":1}""");
        stubbed.Text("request", "bodyAsBase64").Should().Be("eyJxIjoxfQ==");
        stubbed.Text("responseDefinition", "status").Should().Be("201");
        stubbed.Text("response", "headers", "Matched-Stub-Id").Should().Be("11111111-1111-4111-8111-111111111111");
        stubbed.Text("stubMapping", "uuid").Should().Be("11111111-1111-4111-8111-111111111111");
        stubbed.GetProperty("wasMatched").GetBoolean().Should().BeTrue();
    }

    [Test]
    public async Task What_the_emulator_has_a_route_for_is_matched_and_the_rest_is_not()
    {
        await using var emulator = await Stubbed();

        var events = await emulator.Json("/__admin/requests");
        var unmatched = await emulator.Json("/__admin/requests/unmatched");

        events.GetProperty("requests").EnumerateArray().Select(
            one => one.Text("request", "url") + " " + one.GetProperty("wasMatched").GetBoolean())
            .Should().Equal("/b?z=1 False", "/v2/tasks/123456 True", "/a?x=1&y=2&y=3 True");
        events.GetProperty("requests")[0].GetProperty("subEvents")[0].Text("type").Should().Be("REQUEST_NOT_MATCHED");
        events.GetProperty("requests")[1].Text("responseDefinition", "fromConfiguredStub").Should().Be("False");
        Names(unmatched).Should().Equal("requests", "requestJournalDisabled");
        unmatched.GetProperty("requests").EnumerateArray().Select(one => one.Text("url")).Should().Equal("/b?z=1");
    }

    [TestCase("{}", 3)]
    [TestCase("""{"method":"POST","urlPath":"/a"}""", 1)]
    [TestCase("""{"method":"GET","urlPath":"/a"}""", 0)]
    [TestCase("""{"urlPathPattern":"/v2/.*"}""", 1)]
    [TestCase("""{"url":"/b?z=1"}""", 1)]
    [TestCase("""{"queryParameters":{"y":{"equalTo":"3"}}}""", 1)]
    [TestCase("""{"bodyPatterns":[{"equalToJson":"{\"q\":1}"}]}""", 1)]
    [TestCase("""{"headers":{"X-A":{"absent":true}}}""", 2)]
    [TestCase("""{"headers":{"Authorization":{"matches":"TC-Token APIV2:.*"}}}""", 2)]
    public async Task Requests_are_counted_and_found_by_a_pattern(string pattern, int count)
    {
        await using var emulator = await Stubbed();

        (await emulator.Count(pattern)).Should().Be(count);
        (await emulator.Json("/__admin/requests/find", "POST", pattern)).GetProperty("requests").GetArrayLength().Should().Be(count);
    }

    [Test]
    public async Task In_a_world_the_prefix_is_no_part_of_the_url()
    {
        await using var emulator = await Journalled.Start();
        await emulator.Ask("/worlds/a/v2/tasks/123456");

        var count = await emulator.Json("/worlds/a/__admin/requests/count", "POST", """{"urlPath":"/v2/tasks/123456"}""");

        count.GetProperty("count").GetInt32().Should().Be(1);
        (await emulator.Json("/worlds/a/__admin/requests")).GetProperty("requests")[0].Text("request", "url")
            .Should().Be("/v2/tasks/123456");
        (await emulator.Count("{}")).Should().Be(0);
    }

    [Test]
    public async Task The_list_can_be_narrowed()
    {
        await using var emulator = await Stubbed();
        async Task<string> Listed(string query)
        {
            var events = await emulator.Json("/__admin/requests" + query);
            return $"{events.GetProperty("requests").GetArrayLength()} of {events.Text("meta", "total")}";
        }

        (await Listed("?limit=1")).Should().Be("1 of 3");
        (await Listed("?since=2090-01-01T00:00:00Z")).Should().Be("0 of 3");
        (await Listed("?since=2020-01-01T00:00:00Z")).Should().Be("3 of 3");
        (await Listed("?matchingStub=11111111-1111-4111-8111-111111111111")).Should().Be("1 of 1");
        (await Listed("?unmatched=true")).Should().Be("1 of 1");
    }

    [Test]
    public async Task One_can_be_got_and_deleted()
    {
        await using var emulator = await Stubbed();
        var id = (await emulator.Json("/__admin/requests?limit=1")).GetProperty("requests")[0].Text("id");

        (await emulator.Json("/__admin/requests/" + id)).Text("request", "url").Should().Be("/b?z=1");
        (await emulator.Json("/__admin/requests/" + id, "DELETE")).GetRawText().Should().Be("{}");
        using var gone = await emulator.Send("GET", "/__admin/requests/" + id);

        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await emulator.Count("{}")).Should().Be(2);
    }

    [Test]
    public async Task Some_can_be_removed_by_a_pattern_or_by_their_stubs_metadata()
    {
        await using var emulator = await Stubbed();

        var byPattern = await emulator.Json("/__admin/requests/remove", "POST", """{"urlPath":"/b"}""");
        var byMetadata = await emulator.Json("/__admin/requests/remove-by-metadata", "POST", """{"matchesJsonPath":"$.team"}""");

        byPattern.GetProperty("serveEvents").EnumerateArray().Select(one => one.Text("request", "url")).Should().Equal("/b?z=1");
        byMetadata.GetProperty("serveEvents").EnumerateArray().Select(one => one.Text("request", "url")).Should().Equal("/a?x=1&y=2&y=3");
        (await emulator.Requests()).Select(one => one.Text("target")).Should().Equal("/v2/tasks/123456");
        await emulator.Ask("/v2/tasks/1");
        (await emulator.Count("{}")).Should().Be(2);
    }

    [TestCase("DELETE", "/__admin/requests")]
    [TestCase("POST", "/__admin/requests/reset")]
    public async Task All_can_be_forgotten(string method, string target)
    {
        await using var emulator = await Stubbed();

        (await emulator.Json(target, method)).GetRawText().Should().Be("{}");

        (await emulator.Count("{}")).Should().Be(0);
        (await emulator.Json("/__admin/mappings")).Text("meta", "total").Should().Be("1", "stubs stay");
    }

    [Test]
    public async Task A_near_miss_is_the_nearest_stub_of_a_request_and_the_nearest_request_of_a_pattern()
    {
        await using var emulator = await Stubbed();
        using var other = await emulator.Send(
            "POST", "/__admin/mappings", new StringContent("""{"name":"two","request":{"urlPath":"/quite/another/path"}}"""));
        await emulator.Ask("/a", "POST", "{}");

        var unmatched = (await emulator.Json("/__admin/requests/unmatched/near-misses")).GetProperty("nearMisses");
        var ofRequest = (await emulator.Json(
            "/__admin/near-misses/request", "POST", """{"url":"/a","method":"POST","headers":{"X-A":"w"}}""")).GetProperty("nearMisses");
        var ofPattern = (await emulator.Json(
            "/__admin/near-misses/request-pattern", "POST", """{"urlPath":"/b","method":"PUT"}""")).GetProperty("nearMisses");

        Names(unmatched[0]).Should().Equal("request", "stubMapping", "matchResult");
        Names(unmatched[0].GetProperty("matchResult")).Should().Equal("subEvents", "diffDescriptions", "distance");
        unmatched[0].Text("request", "url").Should().Be("/a");
        unmatched[0].Text("stubMapping", "name").Should().Be("one");
        unmatched[0].GetProperty("matchResult").GetProperty("distance").GetDouble().Should().BeInRange(0.001, 0.5);
        ofRequest[0].Text("stubMapping", "name").Should().Be("one");
        ofRequest[0].Text("request", "headers", "X-A").Should().Be("w");
        Names(ofPattern[0]).Should().Equal("request", "requestPattern", "matchResult");
        ofPattern[0].Text("request", "url").Should().Be("/b?z=1");
        ofPattern.GetArrayLength().Should().Be(3);
    }

    [TestCase("POST", "/__admin/requests/count", "", 422)]
    [TestCase("POST", "/__admin/requests/count", "{", 422)]
    [TestCase("POST", "/__admin/requests/find", """{"foo":1}""", 422)]
    [TestCase("POST", "/__admin/requests/remove", """{"urlPattern":"("}""", 422)]
    [TestCase("POST", "/__admin/requests/remove-by-metadata", """{"nonsense":1}""", 422)]
    [TestCase("POST", "/__admin/near-misses/request", "{}", 422)]
    [TestCase("POST", "/__admin/near-misses/request", """{"url":"/a","headers":{"X":1}}""", 422)]
    [TestCase("POST", "/__admin/near-misses/request", """{"url":"/a","headers":{"":"x"}}""", 422)]
    [TestCase("POST", "/__admin/near-misses/request", """{"url":"/a","bodyAsBase64":"?"}""", 422)]
    [TestCase("POST", "/__admin/near-misses/request-pattern", "", 422)]
    [TestCase("GET", "/__admin/requests/xyz", null, 400)]
    [TestCase("DELETE", "/__admin/requests/xyz", null, 400)]
    [TestCase("GET", "/__admin/requests?limit=x", null, 400)]
    [TestCase("GET", "/__admin/requests?since=2026-99", null, 400)]
    [TestCase("GET", "/__admin/requests?matchingStub=xyz", null, 400)]
    [TestCase("GET", "/__admin/requests?unmatched=perhaps", null, 400)]
    public async Task What_is_wrong_is_said_and_nothing_is_removed(string method, string target, string? body, int status)
    {
        await using var emulator = await Stubbed();

        using var response = await emulator.Send(method, target, body is null ? null : new StringContent(body));

        ((int)response.StatusCode).Should().Be(status);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("errors").GetArrayLength().Should().Be(1);
        (await emulator.Count("{}")).Should().Be(3);
    }

    private static async Task<Running> Stubbed()
    {
        var emulator = await Journalled.Start();
        using var made = await emulator.Send("POST", "/__admin/mappings", new StringContent(Stub));
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        using var stubbed = await emulator.Send("POST", "/a?x=1&y=2&y=3", new StringContent("""{"q":1}"""), ("X-A", "v"));
        stubbed.StatusCode.Should().Be(HttpStatusCode.Created);
        await emulator.Ask("/v2/tasks/123456");
        await emulator.Ask("/b?z=1");
        return emulator;
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
