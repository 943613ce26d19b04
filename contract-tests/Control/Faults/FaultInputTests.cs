using System.Text.Json;

namespace Emulation.Tests.Control.Faults;

/// <summary>What is wrong with a rule is said, with the place, and nothing of it is kept.</summary>
class FaultInputTests
{
    [TestCase("", "")]
    [TestCase("[]", "")]
    [TestCase("null", "")]
    [TestCase("{", "")]
    [TestCase("""{"effect":{"status":500},"effect":{"status":500}}""", "")]
    [TestCase("""{"effect":{"status":500,"message":"\udc00"}}""", "")]
    [TestCase("""{}""", "/effect")]
    [TestCase("""{"effect":{"status":500},"colour":1}""", "/colour")]
    [TestCase("""{"effect":{"status":500},"effects":[]}""", "/effects")]
    [TestCase("""{"effects":[]}""", "/effects")]
    [TestCase("""{"effects":{}}""", "/effects")]
    [TestCase("""{"effect":[]}""", "/effect")]
    [TestCase("""{"effect":{}}""", "/effect")]
    [TestCase("""{"effect":{"status":500,"body":"empty"}}""", "/effect")]
    [TestCase("""{"effect":{"status":200}}""", "/effect/status")]
    [TestCase("""{"effect":{"status":600}}""", "/effect/status")]
    [TestCase("""{"effect":{"status":500.5}}""", "/effect/status")]
    [TestCase("""{"effect":{"status":"500"}}""", "/effect/status")]
    [TestCase("""{"effect":{"status":500,"handled":true}}""", "/effect/handled")]
    [TestCase("""{"effect":{"status":500,"message":1}}""", "/effect/message")]
    [TestCase("""{"effect":{"status":500,"headers":{"A b":"c"}}}""", "/effect/headers/A b")]
    [TestCase("""{"effect":{"status":500,"headers":{"A":"b\r\nC: d"}}}""", "/effect/headers/A")]
    [TestCase("""{"effect":{"status":500,"headers":{"A":1}}}""", "/effect/headers/A")]
    [TestCase("""{"effect":{"status":500,"headers":{"content-length":"9"}}}""", "/effect/headers/content-length")]
    [TestCase("""{"effect":{"delay":"1s"}}""", "/effect/delay")]
    [TestCase("""{"effect":{"delay":{}}}""", "/effect/delay")]
    [TestCase("""{"effect":{"delay":{"fixed":"1s","uniform":{"min":"1s","max":"2s"}}}}""", "/effect/delay")]
    [TestCase("""{"effect":{"delay":{"fixed":"soon"}}}""", "/effect/delay/fixed")]
    [TestCase("""{"effect":{"delay":{"fixed":"-1s"}}}""", "/effect/delay/fixed")]
    [TestCase("""{"effect":{"delay":{"fixed":"2h"}}}""", "/effect/delay/fixed")]
    [TestCase("""{"effect":{"delay":{"uniform":{"min":"2s","max":"1s"}}}}""", "/effect/delay/uniform/max")]
    [TestCase("""{"effect":{"delay":{"uniform":{"max":"1s"}}}}""", "/effect/delay/uniform/min")]
    [TestCase("""{"effect":{"delay":{"lognormal":{"median":"1s"}}}}""", "/effect/delay/lognormal/sigma")]
    [TestCase("""{"effect":{"delay":{"lognormal":{"median":"1s","sigma":-1}}}}""", "/effect/delay/lognormal/sigma")]
    [TestCase("""{"effect":{"delay":{"lognormal":{"median":"1s","sigma":1,"mean":1}}}}""", "/effect/delay/lognormal/mean")]
    [TestCase("""{"effect":{"body":"half"}}""", "/effect/body")]
    [TestCase("""{"effect":{"contentType":""}}""", "/effect/contentType")]
    [TestCase("""{"effect":{"contentType":"text/ü"}}""", "/effect/contentType")]
    [TestCase("""{"effect":{"connection":"close"}}""", "/effect/connection")]
    [TestCase("""{"effect":{"connection":"reset","handled":"yes"}}""", "/effect/handled")]
    [TestCase("""{"effects":[{"status":500},{"statuss":500}]}""", "/effects/1")]
    [TestCase("""{"name":"a b","effect":{"status":500}}""", "/name")]
    [TestCase("""{"name":"","effect":{"status":500}}""", "/name")]
    [TestCase("""{"effect":{"status":500},"match":[]}""", "/match")]
    [TestCase("""{"effect":{"status":500},"match":{"query":"a"}}""", "/match/query")]
    [TestCase("""{"effect":{"status":500},"match":{"api":"github"}}""", "/match/api")]
    [TestCase("""{"effect":{"status":500},"match":{"api":"control"}}""", "/match/api")]
    [TestCase("""{"effect":{"status":500},"match":{"route":"owner"}}""", "/match/route")]
    [TestCase("""{"effect":{"status":500},"match":{"api":"threatwinds","route":"user-association"}}""", "/match/route")]
    [TestCase("""{"effect":{"status":500},"match":{"route":"user-association","method":"POST"}}""", "/match/method")]
    [TestCase("""{"effect":{"status":500},"match":{"method":"get"}}""", "/match/method")]
    [TestCase("""{"effect":{"status":500},"match":{"path":"v2/owners"}}""", "/match/path")]
    [TestCase("""{"effect":{"status":500},"match":{"path":"/v2/owners?a=b"}}""", "/match/path")]
    [TestCase("""{"effect":{"status":500},"match":{"path":"/v2/{id"}}""", "/match/path")]
    [TestCase("""{"effect":{"status":500},"match":{"path":"/v2/a{id}"}}""", "/match/path")]
    [TestCase("""{"effect":{"status":500},"match":{"path":"/v2/a**"}}""", "/match/path")]
    [TestCase("""{"effect":{"status":500},"match":{"path":"/v2//a"}}""", "/match/path")]
    [TestCase("""{"effect":{"status":500},"match":{"header":{"A":true}}}""", "/match/header/A")]
    [TestCase("""{"effect":{"status":500},"match":{"body":{"equals":1}}}""", "/match/body/path")]
    [TestCase("""{"effect":{"status":500},"match":{"body":{"path":"$.a[","equals":1}}}""", "/match/body/path")]
    [TestCase("""{"effect":{"status":500},"match":{"body":{"path":"$.a"}}}""", "/match/body/equals")]
    [TestCase("""{"effect":{"status":500},"match":{"body":{"path":"$.a","equals":null,"exists":true}}}""", "/match/body/exists")]
    [TestCase("""{"effect":{"status":500},"match":{"body":{"path":"$.a","contains":1}}}""", "/match/body/contains")]
    [TestCase("""{"effect":{"status":500},"when":{"nth":0}}""", "/when/nth")]
    [TestCase("""{"effect":{"status":500},"when":{"nth":1,"first":2}}""", "/when/first")]
    [TestCase("""{"effect":{"status":500},"when":{"nth":1,"every":2}}""", "/when/every")]
    [TestCase("""{"effect":{"status":500},"when":{"every":-1}}""", "/when/every")]
    [TestCase("""{"effect":{"status":500},"when":{"probability":1.1}}""", "/when/probability")]
    [TestCase("""{"effect":{"status":500},"when":{"probability":"0.5"}}""", "/when/probability")]
    [TestCase("""{"effect":{"status":500},"when":{"limit":0}}""", "/when/limit")]
    [TestCase("""{"effect":{"status":500},"when":{"seed":1e300}}""", "/when/seed")]
    [TestCase("""{"effect":{"status":500},"when":{"onHeader":"x"}}""", "/when/onHeader")]
    [TestCase("""{"effect":{"status":500},"when":{"between":{}}}""", "/when/between")]
    [TestCase("""{"effect":{"status":500},"when":{"between":{"from":"yesterday"}}}""", "/when/between/from")]
    [TestCase("""{"effect":{"status":500},"when":{"between":{"from":"2024-01-01T00:00:00Z","to":"2024-01-01T00:00:00Z"}}}""", "/when/between/to")]
    [TestCase("""{"effect":{"status":500},"when":{"between":{"from":"2024-01-01T00:00:00Z","until":"2024-01-01T00:00:00Z"}}}""", "/when/between/until")]
    [TestCase("""{"rules":[]}""", "/rules")]
    [TestCase("""{"rules":{}}""", "/rules")]
    [TestCase("""{"rules":[7]}""", "/rules/0")]
    [TestCase("""{"rules":[{"effect":{"status":500}}],"name":"a"}""", "/name")]
    [TestCase("""{"rules":[{"effect":{"status":500}},{"effect":{"status":1}}]}""", "/rules/1/effect/status")]
    [TestCase("""{"rules":[{"name":"a","effect":{"status":500}},{"name":"a","effect":{"status":500}}]}""", "/rules/1/name")]
    public async Task A_malformed_rule_is_refused_whole(string json, string pointer)
    {
        await using var emulator = await Faulty.OnTestServer();

        using var added = await emulator.Send("POST", "/_emulator/faults", json);

        ((int)added.StatusCode).Should().Be(400);
        Pointer(await added.Content.ReadAsStringAsync()).Should().Be(pointer);
        if (!json.Contains("rules", StringComparison.Ordinal))
        {
            using var put = await emulator.Send("PUT", "/_emulator/faults/x", json);
            ((int)put.StatusCode).Should().Be(400);
            Pointer(await put.Content.ReadAsStringAsync()).Should().Be(pointer);
        }
        (await emulator.Control("GET", "/_emulator/faults")).GetProperty("faults").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task An_unknown_api_is_told_those_there_are_and_an_unknown_route_the_nearest()
    {
        await using var emulator = await Faulty.OnTestServer();

        using var api = await emulator.Send("POST", "/_emulator/faults", """{"effect":{"status":500},"match":{"api":"github"}}""");
        using var route = await emulator.Send(
            "POST", "/_emulator/faults", """{"effect":{"status":500},"match":{"route":"user-associations"}}""");

        (await api.Content.ReadAsStringAsync()).Should().Contain("threatconnect, deso, threatwinds");
        (await route.Content.ReadAsStringAsync()).Should().Contain("user-association").And.Contain("/_emulator/coverage");
    }

    [Test]
    public async Task A_name_that_is_taken_is_a_conflict_and_nothing_of_the_batch_is_added()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"name":"a","effect":{"status":500}}""");

        using var one = await emulator.Send("POST", "/_emulator/faults", """{"name":"a","effect":{"status":501}}""");
        using var batch = await emulator.Send(
            "POST", "/_emulator/faults", """{"rules":[{"name":"b","effect":{"status":501}},{"name":"a","effect":{"status":501}}]}""");

        ((int)one.StatusCode, (int)batch.StatusCode).Should().Be((409, 409));
        Pointer(await batch.Content.ReadAsStringAsync()).Should().Be("/rules/1/name");
        (await emulator.Control("GET", "/_emulator/faults")).GetProperty("faults").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task There_are_no_more_rules_than_a_thousand()
    {
        await using var emulator = await Faulty.OnTestServer();
        var thousand = string.Join(',', Enumerable.Repeat("""{"match":{"method":"PATCH"},"effect":{"status":500}}""", 1000));
        await emulator.Rule($$"""{"rules":[{{thousand}}]}""");

        using var added = await emulator.Send("POST", "/_emulator/faults", """{"effect":{"status":500}}""");
        using var put = await emulator.Send("PUT", "/_emulator/faults/more", """{"effect":{"status":500}}""");
        using var replaced = await emulator.Send("PUT", "/_emulator/faults/fault-7", """{"effect":{"status":500}}""");

        ((int)added.StatusCode, (int)put.StatusCode, (int)replaced.StatusCode).Should().Be((429, 429, 200));
    }

    [Test]
    public async Task A_rule_is_no_place_for_a_large_text()
    {
        await using var emulator = await Faulty.OnTestServer();

        using var response = await emulator.Send(
            "POST", "/_emulator/faults", $$"""{"rules":[{"effect":{"status":500,"message":"{{new string('x', 70_000)}}"} }]}""");

        ((int)response.StatusCode).Should().Be(400);
        Pointer(await response.Content.ReadAsStringAsync()).Should().Be("/rules/0");
    }

    [TestCase("GET", "/_emulator/faults/none", null, 404)]
    [TestCase("DELETE", "/_emulator/faults/none", null, 404)]
    [TestCase("PUT", "/_emulator/faults/a%20b", """{"effect":{"status":500}}""", 400)]
    [TestCase("PUT", "/_emulator/faults/a", """{"name":"b","effect":{"status":500}}""", 400)]
    [TestCase("PATCH", "/_emulator/faults", null, 405)]
    [TestCase("DELETE", "/_emulator/faults", null, 204)]
    public async Task What_is_asked_of_a_rule_may_be_wrong(string method, string path, string? json, int status)
    {
        await using var emulator = await Faulty.OnTestServer();

        using var response = await emulator.Send(method, path, json);

        ((int)response.StatusCode).Should().Be(status);
    }

    private static string? Pointer(string problem)
    {
        using var document = JsonDocument.Parse(problem);
        return document.RootElement.GetProperty("pointer").GetString();
    }
}
