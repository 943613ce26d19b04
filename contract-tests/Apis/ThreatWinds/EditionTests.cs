using System.Text.Json;
using Emulation.Apis.ThreatWinds;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>
/// The routes of both editions of the pages: status, shape and what nothing found means (threatwinds/api-docs, both editions of search/,
/// 6.1, 6.2).
/// </summary>
class EditionTests
{
    private const string Md5 = "md5-2bef618643db4b0f1b8631b1567abf2262dc4161e94f671c5a9197d3b22a2c52";
    private const string Malware = "malware-efefabf74562def7d4fba5e384896ef59a08ba45b54c98fb98a3772f96a6d3cb";
    private const string Relation = "84a7a37a89a3e444caa9ffed78363cbcc5092db455fb938ee39799dfd4bad49d";
    private const string Nothing = """{"query":{"must":[{"term":{"type":"nothing"}}]}}""";

    private static readonly string[] s_full =
        ["id", "type", "@timestamp", "reputation", "bestReputation", "worstReputation", "accuracy", "lastSeen", "tags", "visibleBy", "attributes"];

    [Test]
    public async Task An_entity_by_id_is_200_whole_and_404_when_unknown()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Get("/api/search/v1/entity/" + Md5);

        answer.Status.Should().Be(200);
        Names(answer.Json).Should().BeEquivalentTo(s_full);
        answer.Json.GetProperty("@timestamp").GetString().Should().Be("2023-04-12T14:31:07.99960127Z");
        (await winds.Get("/api/search/v1/entity/unknown")).ShouldRefuse(404, "record not found");
        (await winds.Get("/api/search/v1/entity/%20")).ShouldRefuse(400, "value cannot be empty");
    }

    [TestCase("""{"type":"md5","value":"2ED56A78D957DCDE2DB76E830F5F0741"}""", Md5)]
    [TestCase("""{"type":"malware","value":"Win Exploit CVE_2023_21823"}""", Malware)]
    [TestCase("""{"type":"ip","value":"8.8.8.8"}""", "ip-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z6a7b8c9d0e1f2")]
    public async Task An_entity_by_value_is_202_and_found_in_its_normal_form(string body, string id)
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send("POST", "/api/search/v1/entity", body);

        (answer.Status, answer.Json.GetProperty("id").GetString()).Should().Be((202, id));
    }

    [Test]
    public async Task Of_two_entities_of_one_value_the_one_whose_id_is_the_hash_is_found()
    {
        await using var winds = await Winds.On();

        await winds.Send("POST", "/api/ingest/v1/entity", """{"type":"ip","attributes":{"ip":"8.8.8.8"},"reputation":1}""");

        (await winds.Send("POST", "/api/search/v1/entity", """{"type":"ip","value":"8.8.8.8"}""")).Json.GetProperty("id").GetString()
            .Should().Be("ip-ba7fa36bff8d58ee45b973615e83d9aaeb921f1cc477d9c156e8a9cae8cca16e");
        (await winds.Get("/api/search/v1/entity/ip-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z6a7b8c9d0e1f2")).Json.GetProperty("reputation").GetInt32().Should().Be(3);
    }

    [TestCase("""{"type":"ip","value":"9.9.9.9"}""", 404, "entity not found")]
    [TestCase("""{"type":"ip","value":""}""", 400, "value cannot be empty")]
    [TestCase("""{"type":"","value":"x"}""", 400, "value cannot be empty")]
    [TestCase("""{"type":"ip"}""", 400, "value cannot be empty")]
    [TestCase("""{"type":"nothing","value":"x"}""", 400, "unknown type: nothing")]
    [TestCase("""{"type":"ip","value":"x"}""", 400, "invalid IP: x")]
    [TestCase("""{"type":"ip","value":5}""", 400, "value is not string: 5")]
    [TestCase("nothing", 400, "incorrect json format")]
    public async Task A_value_that_is_not_there_or_none_is_named(string body, int status, string text)
    {
        await using var winds = await Winds.On();

        (await winds.Send("POST", "/api/search/v1/entity", body)).ShouldRefuse(status, text);
    }

    [Test]
    public async Task Unknown_is_204_by_option_on_both()
    {
        await using var winds = await Winds.On(
            "docs", options => options with { ThreatWinds = new ThreatWindsOptions { NotFound = NotFoundStyle.NoContent } });

        var byId = await winds.Get("/api/search/v1/entity/unknown");
        var byValue = await winds.Send("POST", "/api/search/v1/entity", """{"type":"ip","value":"9.9.9.9"}""");

        (byId.Status, byId.Text, byId.Header("x-error")).Should().Be((204, "", "record not found"));
        (byValue.Status, byValue.Text, byValue.Header("x-error")).Should().Be((204, "", "entity not found"));
    }

    [Test]
    public async Task Entities_of_2023_are_202_with_score_sort_and_version()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send("POST", "/api/search/v1/entities", """{"query":{"bool":{"must":[{"term":{"type":"md5"}}]}}}""");

        answer.Status.Should().Be(202);
        answer.Json.GetProperty("results")[0].GetRawText().Should().Be($$"""
            {"@timestamp":"2023-04-12T14:31:07.99960127Z","accuracy":1,"attributes":{"md5":"2ed56a78d957dcde2db76e830f5f0741"},"id":"{{Md5}}","reputation":-3,"tags":["malware","common-file"],"type":"md5","score":null,"sort":[1681309867999],"version":1}
            """);
        (await winds.Send("POST", "/api/search/v1/entities", Nothing)).ShouldRefuse(404, "entity not found");
        (await winds.Send("POST", "/api/search/v1/entities?page=0", "{}")).Items.Should().Be(6);
        Names((await winds.Send("POST", "/api/search/v1/entities", """{"source":{"includes":["type"]}}""")).Json.GetProperty("results")[0])
            .Should().Equal("id", "type", "score", "sort", "version");
    }

    [Test]
    public async Task Histories_come_in_both_shapes()
    {
        await using var winds = await Winds.On();
        const string Query =
            """{"query":{"must":[{"term":{"entityID.keyword":"md5-2bef618643db4b0f1b8631b1567abf2262dc4161e94f671c5a9197d3b22a2c52"}}]}}""";

        var old = await winds.Send("POST", "/api/search/v1/entities/history", Query);
        var current = await winds.Send("POST", "/api/search/v1/entities/history/advanced", Query);

        old.Status.Should().Be(202);
        Names(old.Json.GetProperty("results")[0])
            .Should().BeEquivalentTo(
                "@timestamp", "attributes", "entityID", "id", "reputation", "score", "sort", "tags", "type", "userID", "version");
        current.Status.Should().Be(200);
        Names(current.Json.GetProperty("results")[0])
            .Should().BeEquivalentTo(
                "id", "@timestamp", "entityID", "type", "userID", "reputation", "accuracy", "attributes", "tags", "visibleBy");
        (await winds.Send("POST", "/api/search/v1/entities/history", Nothing)).ShouldRefuse(404, "record not found");
        var none = await winds.Send("POST", "/api/search/v1/entities/history/advanced", Nothing);
        (none.Status, none.Text, none.Header("x-error")).Should().Be((204, "", "record not found"));
    }

    [Test]
    public async Task Relations_hold_both_ends()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send("POST", "/api/search/v1/relations", """{"query":{"must":[{"term":{"entity.type.keyword":"md5"}},{"term":{"relation.attributes.malware.keyword":"win exploit cve_2023_21823"}}]}}""");
        var history = await winds.Send(
            "POST",
            "/api/search/v1/relations/history",
            """{"query":{"must":[{"term":{"relationID.keyword":"84a7a37a89a3e444caa9ffed78363cbcc5092db455fb938ee39799dfd4bad49d"}}]}}""");
        var none = await winds.Send("POST", "/api/search/v1/relations", Nothing);

        answer.Status.Should().Be(202);
        var relation = answer.Json.GetProperty("results")[0];
        Names(relation).Should().BeEquivalentTo("@timestamp", "entity", "id", "mode", "relation", "score", "sort", "version");
        Names(relation.GetProperty("entity"))
            .Should().BeEquivalentTo("@timestamp", "accuracy", "attributes", "entityID", "reputation", "tags", "type", "visibleBy");
        (relation.GetProperty("id").GetString(), relation.GetProperty("mode").GetString(), relation.GetProperty("@timestamp").GetString())
            .Should().Be((Relation, "association", "2023-04-12T14:31:09.07498005Z"));
        var record = history.Json.GetProperty("results")[0];
        Names(record).Should().BeEquivalentTo(
            "@timestamp", "entity", "id", "mode", "relation", "relationID", "userID", "score", "sort", "version");
        Names(record.GetProperty("relation"))
            .Should().BeEquivalentTo("@timestamp", "attributes", "entityID", "reputation", "tags", "type", "userID", "visibleBy");
        (none.Status, none.Text).Should().Be((202, """{"pages":0,"items":0,"results":[]}"""));
    }

    [Test]
    public async Task The_history_of_a_pair_is_found_from_either_end()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Get($"/api/search/v1/relation/{Md5}/{Malware}/history");
        var turned = await winds.Get($"/api/search/v1/relation/{Malware}/{Md5}/history?sort=mode&order=desc");

        (answer.Status, answer.Items).Should().Be((200, 1));
        Names(answer.Json.GetProperty("results")[0])
            .Should().BeEquivalentTo("@timestamp", "entityID", "id", "mode", "relatedEntityID", "userID");
        turned.Ids.Should().Equal(answer.Ids);
        (await winds.Get($"/api/search/v1/relation/{Md5}/unknown/history")).ShouldRefuse(404, "record not found");
        (await winds.Get($"/api/search/v1/relation/{Md5}/%20/history")).ShouldRefuse(400, "value cannot be empty");
        (await winds.Get($"/api/search/v1/relation/{Md5}/{Malware}/history?sort=x")).ShouldRefuse(
            400, "No mapping found for [x] in order to sort on");
    }

    [Test]
    public async Task Associations_are_searched_among_the_neighbours()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send(
            "POST",
            $"/api/search/v1/associations/{Md5}/advanced",
            """{"query":{"must":[{"term":{"type":"malware"}}]},"aggs":{"n":{"value_count":{"field":"type"}}}}""");

        (answer.Status, answer.Items).Should().Be((200, 1));
        Names(answer.Json).Should().Equal("pages", "items", "results", "aggregations");
        Names(answer.Json.GetProperty("results")[0])
            .Should().BeEquivalentTo("@timestamp", "accuracy", "attributes", "id", "reputation", "type");
        (await winds.Send("POST", $"/api/search/v1/associations/{Md5}/advanced", Nothing)).ShouldRefuse(404, "entity not found");
        (await winds.Send("POST", "/api/search/v1/associations/unknown/advanced", "{}")).ShouldRefuse(404, "entity not found");
    }

    [Test]
    public async Task A_search_sees_what_its_caller_sees()
    {
        await using var winds = await Winds.On();

        (await winds.SendAs([Winds.Limited], "POST", "/api/search/v1/entities/advanced", "{}")).Status.Should().Be(204);
        (await winds.SendAs([Winds.Limited], "POST", "/api/search/v1/relations", "{}")).Items.Should().Be(0);
        (await winds.SendAs(
            [Winds.Limited], "GET", $"/api/search/v1/relation/{Md5}/{Malware}/history")).ShouldRefuse(404, "record not found");
    }

    private static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];
}
