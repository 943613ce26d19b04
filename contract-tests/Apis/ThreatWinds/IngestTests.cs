using System.Text.Json;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Tests.Apis.ThreatWinds;

/// <summary>
/// What is reported is readable at once, under the ids and the time of the world (threatwinds/api-docs ingest/entity.md).
/// </summary>
class IngestTests
{
    private const string Ack = """{"message":"acknowledged"}""";
    private const string Root = "/api/ingest/v1";

    [Test]
    public async Task A_report_is_readable_at_once()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Send("POST", $"{Root}/entity", """{"type":"malware","attributes":{"malware":"Win Trojan Agent","malware-family":"Agents"},"reputation":-5,"tags":["b","a","b"]}""");

        (answer.Status, answer.Text).Should().Be((202, Ack));
        var entity = await winds.Get("/api/search/v1/entity/malware-98bfacefdfb602a0bce99248894cb4b74f0f674336c000677709a8a3393581e8");
        entity.Text.Should().Be("""{"id":"malware-98bfacefdfb602a0bce99248894cb4b74f0f674336c000677709a8a3393581e8","type":"malware","@timestamp":"2023-06-20T12:00:00Z","reputation":-3,"bestReputation":-3,"worstReputation":-3,"accuracy":1,"lastSeen":"2023-06-20T12:00:00Z","tags":["b","a"],"visibleBy":["public"],"attributes":{"malware":"win trojan agent","malware-family":"agents"}}""");
    }

    [Test]
    public async Task Reports_of_one_entity_become_one()
    {
        await using var winds = await Winds.On();
        var other = await NewUser(winds);
        await winds.Send("POST", $"{Root}/entity", """{"type":"ip","attributes":{"ip":"9.9.9.9"},"reputation":-2,"tags":["a"]}""");
        winds.Clock.Advance(TimeSpan.FromTicks(10_000_001));
        await winds.Send(
            "POST",
            $"{Root}/entity",
            """{"type":"ip","attributes":{"ip":"9.9.9.9","asn":"19281"},"reputation":1,"tags":["b"],"visibleBy":["team","public"]}""");
        await winds.SendAs([other], "POST", $"{Root}/entity", """{"type":"ip","attributes":{"ip":"9.9.9.9"},"reputation":0}""");

        var entity = (await winds.Get("/api/search/v1/entity/" + Ids.OfEntity("ip", "9.9.9.9"))).Json;

        entity.GetProperty("@timestamp").GetString().Should().Be("2023-06-20T12:00:01.0000001Z");
        Scores(entity).Should().Be((0, 1, -2, 2));
        entity.GetProperty("tags").GetRawText().Should().Be("""["a","b"]""");
        entity.GetProperty("visibleBy").GetRawText().Should().Be("""["public","team"]""");
        entity.GetProperty("attributes").GetRawText().Should().Be("""{"ip":"9.9.9.9","asn":19281}""");
        var history = await winds.Send(
            "POST", "/api/search/v1/entities/history", """{"query":{"must":[{"term":{"attributes.ip":"9.9.9.9"}}]}}""");
        history.Items.Should().Be(3);
        history.Json.GetProperty("results").EnumerateArray().Select(
            record => record.GetProperty("userID").GetString()).Distinct(StringComparer.Ordinal).Should().HaveCount(2);
        (await winds.Send("POST", "/api/search/v1/entities", """{"query":{"must":[{"term":{"attributes.ip":"9.9.9.9"}}]}}""")).Json.GetProperty("results")[0].GetProperty("version").GetInt32().Should().Be(3);
    }

    [Test]
    public async Task Associations_and_correlated_attributes_become_related_entities()
    {
        await using var winds = await Winds.On();
        const string Body = """
            {"type":"file","attributes":{"file":"2ed56a78d957dcde2db76e830f5f0741","md5":"2ed56a78d957dcde2db76e830f5f0741","sha1":"da39a3ee5e6b4b0d3255bfef95601890afd80709"},
             "reputation":-3,"correlate":["md5","nothing"],
             "associations":[{"mode":"association","type":"domain","attributes":{"domain":"Evil.example.org"},
               "associations":[{"mode":"description","type":"ip","attributes":{"ip":"9.9.9.9"}}]}]}
            """;

        (await winds.Send("POST", $"{Root}/entity", Body)).Text.Should().Be(Ack);

        var file = Ids.OfEntity("file", "2ed56a78d957dcde2db76e830f5f0741");
        var domain = Ids.OfEntity("domain", "evil.example.org");
        var ip = Ids.OfEntity("ip", "9.9.9.9");
        var md5 = Ids.OfEntity("md5", "2ed56a78d957dcde2db76e830f5f0741");
        (await winds.Get($"/api/search/v1/associations/{file}")).Ids.Should().BeEquivalentTo(domain, md5);
        (await winds.Get($"/api/search/v1/associations/{domain}")).Ids.Should().BeEquivalentTo(file, ip);
        (await Mode(winds, file, md5), await Mode(winds, file, domain), await Mode(winds, domain, ip))
            .Should().Be(("aggregation", "association", "aggregation"));
        var graph = (await winds.Get($"/api/analytics/v1/entity/{file}/relations?levels=2")).Json;
        graph.GetProperty("relations").EnumerateArray().Select(
            edge => (edge.GetProperty("source").GetString(), edge.GetProperty("target").GetString()))
            .Should().BeEquivalentTo(new[] { (file, md5), (file, domain), (domain, ip), (md5, "malware-efefabf74562def7d4fba5e384896ef59a08ba45b54c98fb98a3772f96a6d3cb") });
    }

    [TestCase("", "incorrect json format")]
    [TestCase("[]", "incorrect json format")]
    [TestCase("""{"type":5}""", "incorrect json format")]
    [TestCase("""{"type":"ip","attributes":[]}""", "incorrect json format")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9"},"tags":"x"}""", "incorrect json format")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9"},"reputation":"x"}""", "incorrect json format")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9"},"associations":{}}""", "incorrect json format")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9"},"associations":[5]}""", "incorrect json format")]
    [TestCase("{}", "value cannot be empty")]
    [TestCase("""{"type":"ip"}""", "value cannot be empty")]
    [TestCase("""{"type":"ip","attributes":{"domain":"example.org"}}""", "value cannot be empty")]
    [TestCase("""{"type":"ip","attributes":{"ip":null}}""", "value cannot be empty")]
    [TestCase("""{"type":"ip","attributes":{"ip":""}}""", "value cannot be empty")]
    [TestCase("""{"type":"nothing","attributes":{"nothing":"x"}}""", "unknown type: nothing")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9","nothing":"x"}}""", "unknown type: nothing")]
    [TestCase("""{"type":"ip","attributes":{"ip":"10.0.0.1"}}""", "cannot accept private IP: 10.0.0.1")]
    [TestCase("""{"type":"ip","attributes":{"ip":{}}}""", "value is not string: {}")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9"},"associations":[{"mode":"other","type":"ip","attributes":{"ip":"9.9.9.9"}}]}""", "invalid mode: other")]
    [TestCase("""{"type":"ip","attributes":{"ip":"9.9.9.9"},"associations":[{"type":"ip","attributes":{"ip":"x"}}]}""", "invalid IP: x")]
    public async Task A_refused_report_leaves_no_trace(string body, string text)
    {
        await using var winds = await Winds.On();
        var before = winds.Running.World.Store.Current;

        (await winds.Send("POST", $"{Root}/entity", body)).ShouldRefuse(400, text);

        winds.Running.World.Store.Current.Should().BeSameAs(before);
    }

    [Test]
    public async Task What_is_well_known_is_never_bad()
    {
        await using var winds = await Winds.On();
        await winds.Send("POST", $"{Root}/entity", """{"type":"ip","attributes":{"ip":"9.9.9.9"},"reputation":-3}""");

        (await winds.Send("POST", $"{Root}/well-known", """{"type":"ip","attributes":{"ip":"9.9.9.9"}}""")).Text.Should().Be(Ack);
        (await winds.Send("POST", $"{Root}/well-known", """{"type":"domain","attributes":{"domain":"example.org"}}""")).Text
            .Should().Be(Ack);
        await winds.Send("POST", $"{Root}/entity", """{"type":"domain","attributes":{"domain":"example.org"},"reputation":-3}""");

        Scores((await winds.Get("/api/search/v1/entity/" + Ids.OfEntity("ip", "9.9.9.9"))).Json).Should().Be((0, 0, 0, 1));
        Scores((await winds.Get("/api/search/v1/entity/" + Ids.OfEntity("domain", "example.org"))).Json).Should().Be((0, 3, 0, 1));
        (await winds.Send("POST", "/api/search/v1/entities/advanced", """{"query":{"must":[{"term":{"wellKnown":true}}]}}""")).Items
            .Should().Be(2);
        (await winds.Send(
            "POST", $"{Root}/well-known", """{"type":"domain","attributes":{}}""")).ShouldRefuse(400, "value cannot be empty");
    }

    [Test]
    public async Task Two_known_entities_are_associated()
    {
        var data = new Data { Users = AllGroups() }.Entity("a").Entity("b").Entity(
            "theirs", more: row => row["visibleBy"] = new System.Text.Json.Nodes.JsonArray("team"));
        await using var winds = await Winds.On(data);
        string Body(string from, string to) => $$"""{"entityID":"{{data.IdOf(from)}}","relatedEntityID":"{{data.IdOf(to)}}"}""";
        var caller = ("Authorization", "all");

        (await winds.SendAs([caller], "POST", $"{Root}/association", Body("a", "b"))).Text.Should().Be(Ack);
        (await winds.SendAs([caller], "POST", $"{Root}/association", Body("a", "theirs"))).ShouldRefuse(403, "unauthorized");
        (await winds.SendAs([caller], "POST", $"{Root}/association", $$"""{"entityID":"{{data.IdOf("a")}}","relatedEntityID":"unknown"}""")).ShouldRefuse(404, "record not found");
        (await winds.SendAs([caller], "POST", $"{Root}/association", """{"entityID":"a"}""")).ShouldRefuse(400, "value cannot be empty");

        (await winds.SendAs([caller], "GET", $"/api/search/v1/associations/{data.IdOf("b")}")).Ids.Should().Equal(data.IdOf("a"));
        (await winds.SendAs([caller], "GET", $"/api/search/v1/relation/{data.IdOf("a")}/{data.IdOf("b")}/history")).Items.Should().Be(1);
    }

    [Test]
    public async Task Comments_are_listed_from_page_1_and_none_is_204()
    {
        await using var winds = await Winds.On();
        const string Md5 = "md5-2bef618643db4b0f1b8631b1567abf2262dc4161e94f671c5a9197d3b22a2c52";
        const string Relation = "84a7a37a89a3e444caa9ffed78363cbcc5092db455fb938ee39799dfd4bad49d";

        var none = await winds.Get($"/api/search/v1/comments/{Md5}");
        (await winds.Send("POST", $"{Root}/comment", $$"""{"entityID":"{{Md5}}","comment":"first"}""")).Text.Should().Be(Ack);
        var parent = (await winds.Get($"/api/search/v1/comments/{Md5}")).Ids[0];
        winds.Clock.Advance(TimeSpan.FromSeconds(1));
        (await winds.Send("POST", $"{Root}/comment", $$"""{"entityId":"{{Md5}}","content":"second","parentId":"{{parent}}"}""")).Text
            .Should().Be(Ack);
        (await winds.Send("POST", $"{Root}/comment", $$"""{"entityID":"{{Relation}}","comment":"on a relation","visibleBy":["team"]}""")).Text.Should().Be(Ack);

        (none.Status, none.Text, none.Header("x-error")).Should().Be((204, "", "entity not found"));
        var list = await winds.Get($"/api/search/v1/comments/{Md5}");
        (list.Status, list.Items).Should().Be((200, 2));
        var newest = list.Json.GetProperty("results")[0];
        newest.EnumerateObject().Select(member => member.Name)
            .Should().BeEquivalentTo("id", "entityID", "comment", "userID", "parentID", "@timestamp", "visibleBy");
        (newest.GetProperty("comment").GetString(), newest.GetProperty("parentID").GetString()).Should().Be(("second", parent));
        list.Json.GetProperty("results")[1].GetProperty("parentID").GetString().Should().Be("00000000-0000-0000-0000-000000000000");
        (await winds.Get($"/api/search/v1/comments/{Md5}?limit=1&page=2")).Ids.Should().Equal(parent);
        (await winds.Get($"/api/search/v1/comments/{Md5}?sort=comment&order=asc")).Ids[0].Should().Be(parent);
        (await winds.Get($"/api/search/v1/comments/{Md5}?page=0")).ShouldRefuse(400, "invalid page: 0");
        (await winds.Get($"/api/search/v1/comments/{Relation}")).Status.Should().Be(204);
    }

    [TestCase("""{"entityID":"","comment":"x"}""", 400, "value cannot be empty")]
    [TestCase("""{"entityID":"unknown","comment":" "}""", 400, "value cannot be empty")]
    [TestCase("""{"entityID":"unknown","comment":"x"}""", 404, "record not found")]
    [TestCase("""{"entityID":"unknown","comment":"x","parentID":"6070686d-917d-44bb-ad11-02345a7f193"}""", 400, "invalid UUID length: 35")]
    [TestCase("""{"entityID":"md5-2bef618643db4b0f1b8631b1567abf2262dc4161e94f671c5a9197d3b22a2c52","comment":"x","parentID":"6070686d-917d-44bb-ad11-02345a7f1939"}""", 404, "record not found")]
    [TestCase("x", 400, "incorrect json format")]
    public async Task A_comment_that_cannot_be_made_is_named(string body, int status, string text)
    {
        await using var winds = await Winds.On();

        (await winds.Send("POST", $"{Root}/comment", body)).ShouldRefuse(status, text);
    }

    [Test]
    public async Task Roles_are_asked_for_before_the_body()
    {
        await using var winds = await Winds.On();

        foreach (var route in new[] { "entity", "well-known", "association", "comment", "scan" })
        {
            (await winds.SendAs([Winds.Limited], "POST", $"{Root}/{route}", "x")).ShouldRefuse(403, "unauthorized");
            (await winds.Bare("POST", $"{Root}/{route}", "x")).ShouldRefuse(401, "authentication required");
        }
        (await winds.Get($"{Root}/definitions", Winds.Limited)).ShouldRefuse(403, "unauthorized");
    }

    [Test]
    public async Task A_scan_is_new_once()
    {
        await using var winds = await Winds.On();

        var first = await winds.Send("POST", $"{Root}/scan", """{"target":"WWW.example.org","type":"fqdn","webhook":{"url":"https://example.org/hook","headers":[{"key":"a","value":"b"}]}}""");
        var second = await winds.Send("POST", $"{Root}/scan", """{"target":"www.example.org"}""");
        winds.Clock.Advance(TimeSpan.FromSeconds(2));
        var third = await winds.Send("POST", $"{Root}/scan", """{"target":"www.example.org"}""");
        winds.Clock.Advance(TimeSpan.FromSeconds(10));
        var last = await winds.Send("POST", $"{Root}/scan", """{"target":"www.example.org"}""");

        new[] { first, second, third, last }.Select(answer => (answer.Status, answer.Json.GetProperty("status").GetString()))
            .Should().Equal((202, "new"), (200, "queued"), (200, "running"), (200, "done"));
        last.Json.GetProperty("id").GetString().Should().Be(first.Json.GetProperty("id").GetString());
        (await winds.Send("POST", $"{Root}/scan", """{"target":"10.0.0.1"}""")).ShouldRefuse(400, "cannot accept private IP: 10.0.0.1");
        (await winds.Send("POST", $"{Root}/scan", """{"target":""}""")).ShouldRefuse(400, "value cannot be empty");
        (await winds.Send("POST", $"{Root}/scan", """{"target":"x y"}""")).Status.Should().Be(400);
    }

    [Test]
    public async Task Definitions_name_all_types()
    {
        await using var winds = await Winds.On();

        var answer = await winds.Get($"{Root}/definitions");

        answer.Status.Should().Be(200);
        var types = answer.Json.EnumerateArray().ToDictionary(type => type.GetProperty("type").GetString()!, StringComparer.Ordinal);
        types.Should().HaveCount(129);
        types["ip"].EnumerateObject().Select(member => member.Name)
            .Should().Equal("type", "description", "dataType", "label", "attributes", "associations", "tags", "correlate", "example");
        types["ip"].GetProperty("attributes").EnumerateArray().Select(type => type.GetProperty("type").GetString())
            .Should().Equal("cidr", "link");
        types["file"].GetProperty("correlate").GetRawText().Should().Be("""["md5","sha1","sha256","sha3-256","file-data"]""");
        (
            types["aso"].GetProperty("label").GetString(),
            types["process-state"].GetProperty("label").GetString(),
            types["asn"].GetProperty("example").ValueKind).Should().Be(("ASO", "Process State", JsonValueKind.Number));
    }

    [Test]
    public async Task A_well_connected_entity_is_reported_again_without_touching_its_neighbours()
    {
        var data = new Data().Entity("hub", type: "threat");
        for (var i = 0; i < 500; i++) data.Entity($"n{i}").Related("hub", $"n{i}");
        await using var winds = await Winds.On(data);
        var before = winds.Running.World.Store.Current;

        await winds.Send("POST", $"{Root}/entity", """{"type":"threat","attributes":{"threat":"hub"},"reputation":-1}""");

        var after = winds.Running.World.Store.Current;
        (after.Version - before.Version).Should().BeLessThan(5, "a report is the entity, its record and the record's number");
        (await winds.Get($"/api/search/v1/associations/{data.IdOf("n7")}")).Json.GetProperty("results")[0].GetProperty("@timestamp").GetString().Should().Be("2023-06-20T12:00:00Z");
        (await winds.Get($"/api/search/v1/associations/{data.IdOf("hub")}")).Items.Should().Be(500);
    }

    private static async Task<string> Mode(Winds winds, string from, string to) =>
        (await winds.Get($"/api/search/v1/relation/{from}/{to}/history")).Json.GetProperty("results")[0].GetProperty("mode").GetString()!;

    private static (int, int, int, int) Scores(JsonElement entity) =>
        (entity.GetProperty("reputation").GetInt32(), entity.GetProperty("bestReputation").GetInt32(),
        entity.GetProperty("worstReputation").GetInt32(), entity.GetProperty("accuracy").GetInt32());

    private static async Task<(string, string)> NewUser(Winds winds)
    {
        var created = await winds.Bare("POST", "/api/auth/v2/user", """{"email":"other@example.org","fullName":"Other","alias":"other"}""");
        var code = VerificationCode.Pending(winds.Running.World.Store.Current).Single();
        await winds.Bare("PUT", "/api/auth/v2/session/verification", $$"""{"verificationCodeID":"{{code.Id}}","code":"{{code.Code}}"}""");
        return ("Authorization", created.Json.GetProperty("bearer").GetString()!);
    }

    private static System.Text.Json.Nodes.JsonArray AllGroups() =>
        [System.Text.Json.Nodes.JsonNode.Parse("""{ "alias": "all", "roles": ["user", "reporter"], "groups": ["public", "team"], "sessions": [{ "bearer": "all" }] }""")];
}
