using System.Net;
using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Stubs;

/// <summary>Stubs over the emulated APIs. What WireMock decides was observed on WireMock 3.13.2.</summary>
class StubTests
{
    private static readonly EmulatorOptions s_docs = new() { Dataset = "docs", Auth = AuthMode.Off };

    [Test]
    public async Task A_stub_answers_instead_of_the_api_and_without_credentials_until_it_is_deleted()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var stub = await emulator.Stub(
            """{"request":{"method":"GET","urlPath":"/api/v2/owners"},"response":{"jsonBody":{"a":[1, 1.50]}}}""");

        var stubbed = await emulator.Ask("/api/v2/owners?x=1");
        using var deleted = await emulator.Admin("DELETE", $"/mappings/{stub.GetProperty("id").GetString()}");
        var after = await emulator.Ask("/api/v2/owners?x=1");

        stubbed.Should().Be("""200 {"a":[1,1.50]}""");
        (await deleted.Content.ReadAsStringAsync()).Should().Be("{}");
        after.Should().StartWith("403 ");
    }

    [Test]
    public async Task What_no_stub_matches_is_answered_by_the_api()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        var before = await emulator.Ask("/api/v2/owners");
        await emulator.Stub("""{"request":{"method":"POST","urlPath":"/api/v2/owners"}}""");
        await emulator.Stub("""{"request":{"urlPath":"/api/v2/owners","headers":{"X-Stub":{"equalTo":"1"}}}}""");

        (await emulator.Ask("/api/v2/owners")).Should().Be(before).And.StartWith("200 ");
    }

    [Test]
    public async Task A_stub_answers_where_no_api_has_a_path()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"request":{"urlPath":"/another/service"},"response":{"body":"here"}}""");

        (await emulator.Ask("/another/service")).Should().Be("200 here");
        (await emulator.Ask("/another")).Should().StartWith("404 ");
    }

    [Test]
    public async Task An_answer_has_the_status_the_words_the_headers_and_the_name_of_its_stub()
    {
        await using var emulator = await Running.OnKestrel("docs");
        var stub = await emulator.Stub("""{"name":"teapot","request":{"urlPath":"/t"},"response":{"status":418,"statusMessage":"Short and stout","body":"a,b","headers":{"X-Many":["1","2"],"X-Empty":"","Content-Type":"text/csv","Content-Length":"3"}}}""");

        using var answer = await emulator.Send("GET", "/t");

        ((int)answer.StatusCode).Should().Be(418);
        answer.ReasonPhrase.Should().Be("Short and stout");
        answer.Headers.GetValues("X-Many").Should().Equal("1", "2");
        answer.Headers.GetValues("X-Empty").Should().Equal("");
        answer.Headers.GetValues("Matched-Stub-Id").Should().Equal(stub.GetProperty("id").GetString());
        answer.Headers.GetValues("Matched-Stub-Name").Should().Equal("teapot");
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/csv");
        (await answer.Content.ReadAsStringAsync()).Should().Be("a,b");
    }

    [TestCase(204)]
    [TestCase(205)]
    [TestCase(304)]
    public async Task A_status_without_a_body_has_none_whatever_the_stub_says(int status)
    {
        await using var emulator = await Running.OnKestrel("docs");
        await emulator.Stub($$$"""{"request":{"urlPath":"/t"},"response":{"status":{{{status}}},"body":"x"}}""");

        (await emulator.Ask("/t")).Should().Be($"{status} ");
    }

    [TestCase("EMPTY_RESPONSE")]
    [TestCase("MALFORMED_RESPONSE_CHUNK")]
    [TestCase("RANDOM_DATA_THEN_CLOSE")]
    [TestCase("CONNECTION_RESET_BY_PEER")]
    public async Task A_fault_breaks_the_connection_and_the_api_handles_nothing(string fault)
    {
        await using var emulator = await Running.OnKestrel(s_docs);
        var version = emulator.World.Store.Current.Version;
        await emulator.Stub($$$"""{"request":{"method":"POST","urlPath":"/api/v2/groups/incidents"},"response":{"fault":"{{{fault}}}"}}""");

        var broken = async () => await emulator.Ask(
            "/api/v2/groups/incidents", "POST", """{"name":"x","eventDate":"2017-01-01T00:00:00Z"}""");

        await broken.Should().ThrowAsync<HttpRequestException>();
        emulator.World.Store.Current.Version.Should().Be(version);
    }

    [Test]
    public async Task The_smaller_priority_is_asked_first_then_the_later_stub()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"priority":1,"request":{"urlPathPattern":"/p/.*"},"response":{"body":"one"}}""");
        await emulator.Stub("""{"request":{"urlPath":"/p/a"},"response":{"body":"usual"}}""");
        await emulator.Stub("""{"request":{"urlPathPattern":"/q/.*"},"response":{"body":"older"}}""");
        await emulator.Stub("""{"request":{"urlPath":"/q/a"},"response":{"body":"newer"}}""");
        await emulator.Stub("""{"priority":9,"request":{"urlPath":"/q/a"},"response":{"body":"last"}}""");

        (await emulator.Ask("/p/a")).Should().Be("200 one");
        (await emulator.Ask("/q/a")).Should().Be("200 newer");
        (await emulator.Ask("/q/b")).Should().Be("200 older");
    }

    [Test]
    public async Task A_scenario_moves_from_state_to_state()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"two","request":{"url":"/s"},"response":{"body":"1"}}""");
        await emulator.Stub("""{"scenarioName":"s","requiredScenarioState":"two","request":{"url":"/s"},"response":{"body":"2"}}""");

        var answers = new[] { await emulator.Ask("/s"), await emulator.Ask("/s"), await emulator.Ask("/s") };
        using var reset = await emulator.Admin("POST", "/scenarios/reset");
        var again = await emulator.Ask("/s");
        using var set = await emulator.Admin("PUT", "/scenarios/s/state", """{"state":"Started"}""");
        using var unknown = await emulator.Admin("PUT", "/scenarios/s/state", """{"state":"nope"}""");

        answers.Should().Equal("200 1", "200 2", "200 2");
        again.Should().Be("200 1");
        set.StatusCode.Should().Be(HttpStatusCode.OK);
        (await emulator.Ask("/s")).Should().Be("200 1");
        ((int)unknown.StatusCode).Should().Be(422);
        (await unknown.Json()).GetProperty("errors")[0].GetProperty("title").GetString()
            .Should().Be("Scenario s does not support state nope");
    }

    [Test]
    public async Task A_scenario_keeps_its_state_when_its_only_stub_is_updated()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        var stub = await emulator.Stub("""{"scenarioName":"s","newScenarioState":"two","request":{"url":"/s"}}""");
        await emulator.Ask("/s");

        using var updated = await emulator.Admin(
            "PUT",
            $"/mappings/{stub.GetProperty("id").GetString()}",
            """{"scenarioName":"s","requiredScenarioState":"two","request":{"url":"/s"},"response":{"body":"in two"}}""");

        (await emulator.Ask("/s")).Should().Be("200 in two");
    }

    [Test]
    public async Task Of_many_requests_at_once_one_moves_a_scenario()
    {
        await using var emulator = await Running.OnKestrel(s_docs);
        await emulator.Stub("""{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"taken","request":{"url":"/s"},"response":{"body":"first"}}""");
        await emulator.Stub("""{"scenarioName":"s","requiredScenarioState":"taken","request":{"url":"/s"},"response":{"body":"later"}}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => emulator.Ask("/s")));

        answers.Count(answer => answer == "200 first").Should().Be(1);
        answers.Count(answer => answer == "200 later").Should().Be(39);
    }

    [Test]
    public async Task A_scenario_is_listed_with_its_states_and_stubs_and_goes_with_the_last()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        var stub = await emulator.Stub("""{"scenarioName":"s","newScenarioState":"two","request":{"url":"/s"}}""");

        using var listed = await emulator.Admin("GET", "/scenarios");
        using var deleted = await emulator.Admin("DELETE", "/mappings");
        using var empty = await emulator.Admin("GET", "/scenarios");

        var id = stub.GetProperty("id").GetString();
        (await listed.Content.ReadAsStringAsync()).Should().Be(
            $$$"""{"scenarios":[{"id":"s","name":"s","state":"Started","possibleStates":["two"],"mappings":[{"id":"{{{id}}}","request":{"url":"/s","method":"ANY"},"response":{"status":200},"uuid":"{{{id}}}","scenarioName":"s","newScenarioState":"two"}]}]}""");
        (await empty.Content.ReadAsStringAsync()).Should().Be("""{"scenarios":[]}""");
    }

    [Test]
    public async Task A_mapping_is_written_in_WireMocks_order()
    {
        await using var emulator = await Running.OnTestServer(s_docs);

        var stub = await emulator.Stub("""{"metadata":{"b":1,"a":2},"newScenarioState":"x","requiredScenarioState":"Started","scenarioName":"s","priority":3,"persistent":false,"name":"nm","response":{"fault":"EMPTY_RESPONSE","delayDistribution":{"type":"uniform","lower":1,"upper":2},"fixedDelayMilliseconds":5,"headers":{"Z":"1","A":["2"]},"body":"b","statusMessage":"msg","status":201},"request":{"method":"post","urlPath":"/a"},"uuid":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11"}""");

        stub.GetRawText().Should().Be("""{"id":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11","name":"nm","request":{"urlPath":"/a","method":"post"},"response":{"status":201,"statusMessage":"msg","body":"b","headers":{"Z":"1","A":"2"},"fixedDelayMilliseconds":5,"delayDistribution":{"type":"uniform","lower":1,"upper":2},"fault":"EMPTY_RESPONSE"},"uuid":"5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11","persistent":false,"priority":3,"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"x","metadata":{"b":1,"a":2}}""");
    }

    [Test]
    public async Task A_second_stub_with_an_id_is_refused_and_an_update_keeps_its_place()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        const string Id = "5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11";
        await emulator.Stub($$$"""{"id":"{{{Id}}}","request":{"url":"/a"},"response":{"body":"old"}}""");
        await emulator.Stub("""{"request":{"url":"/a"},"response":{"body":"new"}}""");

        using var twice = await emulator.Admin("POST", "/mappings", $$$"""{"id":"{{{Id}}}","request":{"url":"/b"}}""");
        using var updated = await emulator.Admin("PUT", $"/mappings/{Id}", """{"request":{"url":"/a"},"response":{"body":"updated"}}""");

        ((int)twice.StatusCode).Should().Be(422);
        (await twice.Json()).GetProperty("errors")[0].GetProperty("code").GetInt32().Should().Be(109);
        ((int)updated.StatusCode).Should().Be(200);
        (await emulator.Ask("/a")).Should().Be("200 new");
        (await emulator.Ask("/b")).Should().StartWith("404 ");
        (await emulator.Mappings())[1].GetProperty("response").GetProperty("body").GetString().Should().Be("updated");
    }

    [Test]
    public async Task A_list_is_paged_and_tells_the_total()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        foreach (var url in new[] { "/1", "/2", "/3" }) await emulator.Stub($$$"""{"request":{"url":"{{{url}}}"}}""");

        using var page = await emulator.Admin("GET", "/mappings?limit=1&offset=1");

        var list = await page.Json();
        list.GetProperty("meta").GetProperty("total").GetInt32().Should().Be(3);
        list.GetProperty("mappings").EnumerateArray().Select(mapping => mapping.GetProperty("request").GetProperty("url").GetString())
            .Should().Equal("/2");
    }

    [TestCase("OVERWRITE", "imported")]
    [TestCase("IGNORE", "there")]
    public async Task An_import_puts_the_first_above_the_others_and_treats_known_ids_by_its_policy(string policy, string body)
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        const string Id = "5d5e2f9c-6d1e-4f0e-9a49-2f5b0e6f3a11";
        await emulator.Stub($$$"""{"id":"{{{Id}}}","request":{"url":"/known"},"response":{"body":"there"}}""");
        await emulator.Stub("""{"request":{"url":"/gone"}}""");

        using var answer = await emulator.Admin("POST", "/mappings/import", $$$"""{"mappings":[{"request":{"url":"/i"},"response":{"body":"one"}},{"request":{"url":"/i"},"response":{"body":"two"}},{"id":"{{{Id}}}","request":{"url":"/known"},"response":{"body":"imported"}}],"importOptions":{"duplicatePolicy":"{{{policy}}}","deleteAllNotInImport":true}}""");

        ((int)answer.StatusCode).Should().Be(200);
        (await emulator.Ask("/i")).Should().Be("200 one");
        (await emulator.Ask("/known")).Should().Be($"200 {body}");
        (await emulator.Mappings()).Should().HaveCount(3);
    }

    [Test]
    public async Task Stubs_are_found_and_removed_by_metadata_by_likeness_and_for_not_having_matched()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"metadata":{"suite":"x"},"request":{"url":"/m"}}""");
        await emulator.Stub("""{"request":{"url":"/r","method":"GET"}}""");
        await emulator.Stub("""{"request":{"url":"/used"}}""");
        await emulator.Stub("""{"request":{"url":"/unused"}}""");
        await emulator.Ask("/used");

        using var found = await emulator.Admin(
            "POST", "/mappings/find-by-metadata", """{"matchesJsonPath":{"expression":"$.suite","equalTo":"x"}}""");
        using var byMetadata = await emulator.Admin("POST", "/mappings/remove-by-metadata", """{"matchesJsonPath":"$.suite"}""");
        using var byLikeness = await emulator.Admin(
            "POST", "/mappings/remove", """{"request":{"method":"GET","url":"/r"},"response":{"status":404}}""");
        using var unmatched = await emulator.Admin("GET", "/mappings/unmatched");
        using var removed = await emulator.Admin("DELETE", "/mappings/unmatched");

        (await found.Json()).GetProperty("mappings").GetArrayLength().Should().Be(1);
        (await unmatched.Json()).GetProperty("mappings").EnumerateArray().Select(Url).Should().Equal("/unused");
        (await emulator.Mappings()).Select(Url).Should().Equal("/used");
    }

    [Test]
    public async Task Reset_leaves_what_persists()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"persistent":true,"request":{"url":"/asked"}}""");
        await emulator.Stub("""{"request":{"url":"/saved"}}""");
        using var saved = await emulator.Admin("POST", "/mappings/save");
        await emulator.Stub("""{"request":{"url":"/gone"}}""");

        using var reset = await emulator.Admin("POST", "/mappings/reset");

        (await emulator.Mappings()).Select(Url).Should().Equal("/saved", "/asked");
    }

    [Test]
    public async Task Only_whoever_may_drive_the_control_plane_makes_stubs()
    {
        await using var emulator = await Running.OnKestrel("docs");

        using var refused = await emulator.Send("GET", "/__admin/mappings", null, ("Origin", "http://evil.example"));
        using var open = await emulator.Send("GET", "/__admin/health", null, ("Origin", "http://evil.example"));

        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        open.StatusCode.Should().Be(HttpStatusCode.OK);
        (await open.Json()).GetProperty("status").GetString().Should().Be("healthy");
    }

    private static string? Url(JsonElement mapping) => mapping.GetProperty("request").GetProperty("url").GetString();
}
