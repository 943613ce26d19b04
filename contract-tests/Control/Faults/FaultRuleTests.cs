using System.Net;
using System.Text.Json;

namespace Emulation.Tests.Control.Faults;

/// <summary>Which requests rules strike, and how they come together.</summary>
class FaultRuleTests
{
    private const string Query = "/api/v0/user-associations/query";

    [TestCase("""{"api":"threatconnect"}""", "/v2/owners", true)]
    [TestCase("""{"api":"deso"}""", "/v2/owners", false)]
    [TestCase("""{"api":"threatconnect","method":"GET"}""", "/v2/owners", true)]
    [TestCase("""{"method":"POST"}""", "/v2/owners", false)]
    [TestCase("""{"path":"/v2/owners"}""", "/v2/owners", true)]
    [TestCase("""{"path":"/v2/owners"}""", "/v2/owners/?x=1", true)]
    [TestCase("""{"path":"/v2/owners"}""", "/worlds/default/v2/owners", true)]
    [TestCase("""{"path":"/**"}""", "/v2/owners", true)]
    [TestCase("""{"path":"/v2/{x}"}""", "/v2/owners", true)]
    [TestCase("""{"path":"/v2/{x}/y"}""", "/v2/owners", false)]
    [TestCase("""{"path":"/v2/own*"}""", "/v2/owners", true)]
    [TestCase("""{"route":"user-association"}""", "/api/v0/user-associations/1", true)]
    [TestCase("""{"route":"user-association"}""", "/user-associations/1", true)]
    [TestCase("""{"route":"post-association"}""", "/user-associations/1", false)]
    public async Task A_rule_strikes_the_requests_it_is_about(string match, string target, bool struck)
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule($$"""{"match":{{match}},"effect":{"status":599} }""");

        (await emulator.Status(target) == 599).Should().Be(struck);
    }

    [TestCase("""{"path":"$.AssociationType","equals":"LIKE"}""", true)]
    [TestCase("""{"path":"$.AssociationType","equals":"like"}""", false)]
    [TestCase("""{"path":"$['Limit']","equals":2}""", true)]
    [TestCase("""{"path":"$.Limit","equals":2.0}""", true)]
    [TestCase("""{"path":"$.List[1]","equals":{"a":null}}""", true)]
    [TestCase("""{"path":"$.List[*].a","equals":null}""", true)]
    [TestCase("""{"path":"$.List","exists":true}""", true)]
    [TestCase("""{"path":"$.List[2]","exists":true}""", false)]
    [TestCase("""{"path":"$.List[2]","exists":false}""", true)]
    [TestCase("""{"path":"$","exists":true}""", true)]
    public async Task A_rule_may_look_into_the_body(string body, bool struck)
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule($$"""{"match":{"body":{{body}} },"effect":{"status":599} }""");

        using var response = await emulator.Send("POST", Query, """{"AssociationType":"LIKE","Limit":2,"List":[1,{"a":null}]}""");

        ((int)response.StatusCode == 599).Should().Be(struck);
    }

    [TestCase("not json")]
    [TestCase("""{"a":"\ud800"}""")]
    [TestCase("""{"a":1,"a":2}""")]
    [TestCase("")]
    public async Task What_is_no_json_has_nothing_in_it(string body)
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"name":"there","match":{"body":{"path":"$.a","exists":true}},"effect":{"status":598}}""");
        await emulator.Rule("""{"name":"not-there","match":{"body":{"path":"$.a","exists":false}},"effect":{"status":599}}""");

        using var response = await emulator.Send("POST", Query, body);

        ((int)response.StatusCode).Should().Be(599);
    }

    [Test]
    public async Task A_rule_may_look_at_headers()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"match":{"header":{"X-Part":"two"}},"effect":{"status":599} }""");

        (await emulator.Status("/v2/owners")).Should().Be(200);
        (await emulator.Status("/v2/owners", ("X-Part", "one"))).Should().Be(200);
        (await emulator.Status("/v2/owners", ("x-part", "two"))).Should().Be(599);
    }

    [TestCase("""{"nth":3}""", "..x...")]
    [TestCase("""{"first":2}""", "xx....")]
    [TestCase("""{"every":2}""", ".x.x.x")]
    [TestCase("""{"every":2,"first":4}""", ".x.x..")]
    [TestCase("""{"every":2,"limit":1}""", ".x....")]
    [TestCase("""{"probability":1,"limit":3}""", "xxx...")]
    [TestCase("""{"probability":0}""", "......")]
    [TestCase("{}", "xxxxxx")]
    public async Task A_rule_strikes_when_its_turn_comes(string when, string struck)
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule($$"""{"match":{"path":"/v2/owners"},"when":{{when}},"effect":{"status":599} }""");

        var seen = "";
        for (var i = 0; i < 6; i++)
        {
            await emulator.Status("/v2/tasks");
            seen += await emulator.Status("/v2/owners") == 599 ? 'x' : '.';
        }

        seen.Should().Be(struck);
    }

    [Test]
    public async Task A_rule_may_have_its_time_on_the_worlds_clock()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Control("PUT", "/_emulator/clock", """{"mode":"frozen","now":"2024-03-01T11:59:59Z"}""");
        await emulator.Rule(
            """{"when":{"between":{"from":"2024-03-01T12:00:00Z","to":"2024-03-01T12:00:10Z"}},"effect":{"status":599} }""");

        var before = await emulator.Status("/v2/owners");
        await emulator.Control("POST", "/_emulator/clock/advance", """{"by":"1s"}""");
        var from = await emulator.Status("/v2/owners");
        await emulator.Control("POST", "/_emulator/clock/advance", """{"by":"10s"}""");
        var to = await emulator.Status("/v2/owners");

        new[] { before, from, to }.Should().Equal(200, 599, 200);
    }

    [Test]
    public async Task A_rule_that_waits_for_the_header_strikes_whoever_names_it()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"rules":[{"name":"one","when":{"onHeader":true},"effect":{"status":501}},{"name":"two","when":{"onHeader":true,"nth":2},"effect":{"status":502}}]}""");

        (await emulator.Status("/v2/owners")).Should().Be(200);
        (await emulator.Status("/v2/owners", ("X-Emulator-Fault", "one"))).Should().Be(501);
        (await emulator.Status("/v2/owners", ("X-Emulator-Fault", "two"))).Should().Be(200);
        (await emulator.Status("/v2/owners", ("X-Emulator-Fault", "one, two"))).Should().Be(502);
    }

    [TestCase("typo")]
    [TestCase("waits, typo")]
    [TestCase("does-not-wait")]
    public async Task A_header_that_names_no_rule_that_waits_is_told_so(string named)
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"name":"waits","when":{"onHeader":true},"effect":{"status":501}}""");
        await emulator.Rule("""{"name":"does-not-wait","match":{"method":"POST"},"effect":{"status":501}}""");

        using var response = await emulator.Send("GET", "/v2/owners", null, ("X-Emulator-Fault", named));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync()).Should().Contain("waits");
        (await emulator.Count("seen", "waits")).Should().Be(0);
    }

    [Test]
    public async Task Without_any_rule_a_named_one_is_unknown_too()
    {
        await using var emulator = await Faulty.OnTestServer();

        (await emulator.Status("/v2/owners", ("X-Emulator-Fault", "gone"))).Should().Be(400);
    }

    [TestCase("""{"status":500},{"body":"empty"}""", 500, "")]
    [TestCase("""{"body":"empty"},{"status":500,"message":"x"}""", 500, """{"status":"Failure","message":"x"}""")]
    [TestCase("""{"status":500},{"status":503,"message":"x"}""", 503, """{"status":"Failure","message":"x"}""")]
    [TestCase("""{"connection":"reset"},{"status":503,"message":"x"}""", 503, """{"status":"Failure","message":"x"}""")]
    [TestCase("""{"status":503,"message":"x"},{"body":"malformed"}""", 503, """{]"status":"Failure","message":"x"}""")]
    public async Task Effects_lie_on_top_of_those_before_them(string effects, int status, string body)
    {
        await using var together = await Faulty.OnTestServer();
        await using var apart = await Faulty.OnTestServer();
        await together.Rule($$"""{"effects":[{{effects}}]}""");
        using var each = JsonDocument.Parse($"[{effects}]");
        foreach (var effect in each.RootElement.EnumerateArray()) await apart.Rule($$"""{"effect":{{effect.GetRawText()}} }""");

        foreach (var emulator in new[] { together, apart })
        {
            using var response = await emulator.Send("GET", "/v2/owners");
            ((int)response.StatusCode).Should().Be(status);
            (await response.Content.ReadAsStringAsync()).Should().Be(body);
        }
    }

    [Test]
    public async Task Delays_add_up_and_all_who_struck_are_named()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"rules":[{"name":"slow","effects":[{"delay":{"fixed":"1ms"}},{"delay":{"fixed":"2ms"}}]},{"name":"idle","match":{"method":"POST"},"effect":{"status":500}},{"name":"bare","effect":{"body":"empty"}}]}""");

        var applied = emulator.World.Faults.Find(Call(emulator));

        applied!.Name.Should().Be("slow, bare");
        applied.Delay.Should().Be(TimeSpan.FromMilliseconds(3));
    }

    [Test]
    public async Task A_rule_that_is_shown_can_be_sent_again()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"match":{"header":{"A":"b"}},"when":{"every":2},"effects":[{"status":500},{"delay":{"lognormal":{"median":"1ms","sigma":0.5}}}]}""");
        var shown = (await emulator.Control("GET", "/_emulator/faults")).GetProperty("faults")[0].GetProperty("rule");

        var again = await emulator.Control("PUT", $"/_emulator/faults/{shown.GetProperty("name").GetString()}", shown.GetRawText());

        JsonElement.DeepEquals(again.GetProperty("rule"), shown).Should().BeTrue();
    }

    [Test]
    public async Task Rules_are_kept_in_order_and_a_put_rule_keeps_its_place_and_counts_anew()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"rules":[{"name":"b","effect":{"body":"empty"}},{"effect":{"body":"empty"}},{"name":"a","effect":{"body":"empty"}},{"effect":{"body":"empty"}}]}""");
        await emulator.Status("/v2/owners");

        using var replaced = await emulator.Send("PUT", "/_emulator/faults/b", """{"effect":{"status":500}}""");
        using var added = await emulator.Send("PUT", "/_emulator/faults/c", """{"effect":{"status":500}}""");

        (replaced.StatusCode, added.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.Created));
        var faults = (await emulator.Control("GET", "/_emulator/faults")).GetProperty("faults").EnumerateArray().ToList();
        faults.Select(one => one.GetProperty("rule").GetProperty("name").GetString()).Should().Equal("b", "fault-1", "a", "fault-2", "c");
        faults.Select(one => one.GetProperty("seen").GetInt32()).Should().Equal(0, 1, 1, 1, 0);
    }

    [Test]
    public async Task The_control_plane_is_never_faulted()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"effect":{"status":500}}""");

        (await emulator.Status("/_emulator/info")).Should().Be(200);
    }

    private static Emulation.Http.Call Call(Faulty emulator) => new()
    {
        Api = new Emulation.Tests.Http.FakeApi(),
        Graph = emulator.World.Store.Current,
        Method = "GET",
        Target = Emulation.Http.Target.Parse("/any"),
        Headers = new Microsoft.AspNetCore.Http.HeaderDictionary(),
        Now = default,
        MachineNow = default,
    };
}
