using System.Text;
using System.Text.Json;
using Emulation.Control.Limits;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.Limits;

/// <summary>Rate limits on a clock that stands still until it is moved.</summary>
class LimitTests
{
    private const string Entity = "/api/search/v1/entity/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396/relations";
    private const string Owners = "/v2/owners";
    private const string Association = "/api/v0/user-associations/22b1dabed784a8ada7c630e1539829df21e485608c13e3b461a37ff97185ff69";

    private static readonly (string Name, string Value) s_bearer = ("Authorization", "Bearer emulator-bearer");
    private static readonly (string Name, string Value) s_token = ("Authorization", "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I=");

    [Test]
    public async Task There_are_none_at_first()
    {
        await using var emulator = await Running.OnTestServer(new EmulatorOptions { Dataset = "docs" });

        using var limits = await emulator.Send("GET", "/_emulator/rate-limits");

        (await limits.Content.ReadAsStringAsync()).Should().Be("""{"limits":[]}""");
    }

    [Test]
    public async Task ThreatWinds_refuses_as_its_pages_say()
    {
        await using var emulator = await Limited("""{"api":"threatwinds","per":"credential","requests":2,"window":"1m"}""");

        (await Status(emulator, Entity, s_bearer)).Should().Be(202);
        (await Status(emulator, Entity, s_bearer)).Should().Be(202);
        using var third = await emulator.Send("GET", Entity, null, s_bearer);

        ((int)third.StatusCode).Should().Be(403);
        third.Headers.GetValues("x-error").Should().Equal("unauthorized");
        third.Headers.Contains("x-error-id").Should().BeTrue();
        third.Headers.Contains("Retry-After").Should().BeFalse();
        using var body = JsonDocument.Parse(await third.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("error").GetString().Should().Be("unauthorized");
    }

    [TestCase("threatwinds", ""","status":429""", Entity)]
    [TestCase("threatconnect", "", Owners)]
    [TestCase("threatconnect", ""","status":429""", Owners)]
    [TestCase("deso", "", Association)]
    public async Task With_429_comes_how_long_to_wait(string api, string status, string target)
    {
        await using var emulator = await Limited($$"""{"api":"{{api}}","per":"api","requests":1,"window":"90s"{{status}}}""");
        (string, string)[] credentials = api switch { "threatwinds" => [s_bearer], "threatconnect" => [s_token], _ => [] };
        await Status(emulator, target, credentials);
        await Advance(emulator, "29500ms");

        using var refused = await emulator.Send("GET", target, null, credentials);
        ((int)refused.StatusCode).Should().Be(429);
        refused.Headers.GetValues("Retry-After").Should().Equal("61");
        await Advance(emulator, "61s");
        (await Status(emulator, target, credentials)).Should().BeInRange(200, 202);
    }

    [Test]
    public async Task A_window_begins_with_its_first_request()
    {
        await using var emulator = await Limited("""{"per":"api","requests":2,"window":"10s"}""");
        await Advance(emulator, "7s");
        var seen = new List<int>();

        foreach (var step in new[] { "0s", "9s", "900ms", "100ms", "0s", "0s" })
        {
            await Advance(emulator, step);
            seen.Add(await Status(emulator, Owners, s_token));
        }

        seen.Should().Equal(200, 200, 429, 200, 200, 429);
    }

    [Test]
    public async Task A_clock_that_is_put_back_begins_a_new_window()
    {
        await using var emulator = await Limited("""{"per":"api","requests":1,"window":"1h"}""");
        await Status(emulator, Owners, s_token);

        await Advance(emulator, "-5m");

        (await Status(emulator, Owners, s_token)).Should().Be(200);
        (await Status(emulator, Owners, s_token)).Should().Be(429);
    }

    [Test]
    public async Task Each_credential_has_its_own_window_or_all_of_an_api_share_one()
    {
        (string, string)[] other = [("api-key", "emulator-key"), ("api-secret", "emulator-secret")];
        await using var own = await Limited("""{"per":"credential","requests":1,"window":"1m","status":429}""");
        await using var shared = await Limited("""{"per":"api","requests":1,"window":"1m","status":429}""");

        (await Status(own, Entity, s_bearer), await Status(own, Entity, other), await Status(own, Entity, s_bearer))
            .Should().Be((202, 202, 429));
        (await Status(shared, Entity, s_bearer), await Status(shared, Entity, other), await Status(shared, Owners, s_token))
            .Should().Be((202, 429, 200));
    }

    [Test]
    public async Task Who_needs_no_credential_counts_with_all_others_of_the_api()
    {
        await using var emulator = await Limited("""{"per":"credential","requests":1,"window":"1m"}""");

        (await Status(emulator, Association), await Status(emulator, Association)).Should().Be((200, 429));
    }

    [Test]
    public async Task Who_is_not_let_in_does_not_count()
    {
        await using var emulator = await Limited("""{"per":"api","requests":1,"window":"1m","status":429}""");

        (
            await Status(emulator, Owners),
            await Status(emulator, Owners),
            await Status(emulator, Owners, s_token),
            await Status(emulator, Owners, s_token)).Should().Be((403, 403, 200, 429));
    }

    [Test]
    public async Task A_request_that_one_limit_refuses_counts_in_none()
    {
        await using var emulator = await Limited(
            """{"name":"long","per":"api","requests":3,"window":"1h"},{"name":"short","per":"api","requests":1,"window":"1s"}""");
        var seen = new List<int>();

        foreach (var step in new[] { "0s", "0s", "0s", "1s", "0s", "1s", "1s" })
        {
            await Advance(emulator, step);
            seen.Add(await Status(emulator, Owners, s_token));
        }

        seen.Should().Equal(200, 429, 429, 200, 429, 200, 429);
    }

    [Test]
    public async Task Windows_go_back_with_a_snapshot_and_limits_with_a_reset()
    {
        await using var emulator = await Limited("""{"per":"api","requests":2,"window":"1h"}""");
        await Status(emulator, Owners, s_token);
        await Control(emulator, "POST", "/_emulator/snapshots/one");

        for (var i = 0; i < 3; i++)
        {
            (await Status(emulator, Owners, s_token), await Status(emulator, Owners, s_token)).Should().Be((200, 429));
            await Control(emulator, "POST", "/_emulator/snapshots/one/restore");
        }
        await Control(emulator, "POST", "/_emulator/reset");

        for (var i = 0; i < 5; i++) (await Status(emulator, Owners, s_token)).Should().Be(200);
    }

    [Test]
    public async Task Another_world_counts_by_itself()
    {
        await using var emulator = await Limited("""{"per":"api","requests":1,"window":"1h"}""");
        await Status(emulator, Owners, s_token);
        await Control(emulator, "POST", "/_emulator/worlds", """{"name":"fork","from":{"world":"default"}}""");

        (await Status(emulator, "/worlds/new" + Owners, s_token), await Status(emulator, "/worlds/new" + Owners, s_token))
            .Should().Be((200, 200));
        (await Status(emulator, "/worlds/fork" + Owners, s_token)).Should().Be(429);
    }

    [Test]
    public async Task Limits_that_are_put_begin_with_new_windows_and_lifted_ones_are_gone()
    {
        await using var emulator = await Limited("""{"per":"api","requests":1,"window":"1h"}""");
        await Status(emulator, Owners, s_token);
        var shown = await Control(emulator, "GET", "/_emulator/rate-limits");

        await Control(emulator, "PUT", "/_emulator/rate-limits", shown);
        (await Status(emulator, Owners, s_token), await Status(emulator, Owners, s_token)).Should().Be((200, 429));
        await Control(emulator, "DELETE", "/_emulator/rate-limits");

        shown.Should().Be("""{"limits":[{"name":"limit-1","per":"api","requests":1,"window":"01:00:00"}]}""");
        (await Status(emulator, Owners, s_token)).Should().Be(200);
    }

    [Test]
    public async Task Of_a_hundred_requests_at_once_as_many_pass_as_may()
    {
        await using var emulator = await Running.OnKestrel(new EmulatorOptions { Dataset = "docs" });
        await Control(emulator, "PUT", "/_emulator/rate-limits", """{"limits":[{"per":"credential","requests":37,"window":"7d"}]}""");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Status(emulator, Owners, s_token)));

        statuses.Count(status => status == 200).Should().Be(37);
        statuses.Count(status => status == 429).Should().Be(63);
    }

    [TestCase("", "/limits")]
    [TestCase("[]", "")]
    [TestCase("{}", "/limits")]
    [TestCase("""{"limits":{}}""", "/limits")]
    [TestCase("""{"limits":[],"burst":1}""", "/burst")]
    [TestCase("""{"limits":[7]}""", "/limits/0")]
    [TestCase("""{"limits":[{"requests":1,"window":"1m"}]}""", "/limits/0/per")]
    [TestCase("""{"limits":[{"per":"user","requests":1,"window":"1m"}]}""", "/limits/0/per")]
    [TestCase("""{"limits":[{"per":"api","window":"1m"}]}""", "/limits/0/requests")]
    [TestCase("""{"limits":[{"per":"api","requests":0,"window":"1m"}]}""", "/limits/0/requests")]
    [TestCase("""{"limits":[{"per":"api","requests":1.5,"window":"1m"}]}""", "/limits/0/requests")]
    [TestCase("""{"limits":[{"per":"api","requests":1}]}""", "/limits/0/window")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"0s"}]}""", "/limits/0/window")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"400d"}]}""", "/limits/0/window")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":60}]}""", "/limits/0/window")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"1m","status":503}]}""", "/limits/0/status")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"1m","api":"github"}]}""", "/limits/0/api")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"1m","name":"a b"}]}""", "/limits/0/name")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"1m"},{"name":"limit-1","per":"api","requests":1,"window":"1m"}]}""", "/limits/1/name")]
    [TestCase("""{"limits":[{"per":"api","requests":1,"window":"1m"},{"per":"api","requests":1,"window":"1m","every":1}]}""", "/limits/1/every")]
    public async Task Malformed_limits_are_refused_and_those_there_were_stay(string json, string pointer)
    {
        await using var emulator = await Limited("""{"name":"kept","per":"api","requests":1,"window":"1m"}""");

        using var response = await emulator.Send("PUT", "/_emulator/rate-limits", Json(json));

        ((int)response.StatusCode).Should().Be(400);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("pointer").GetString().Should().Be(pointer);
        (await Control(emulator, "GET", "/_emulator/rate-limits")).Should().Contain("kept");
    }

    [Test]
    public void Windows_are_bounded()
    {
        var limits = new LimitList();
        limits.Set([new Limit("one", null, true, 1, TimeSpan.FromHours(1), null)]);

        for (var caller = 0; caller < LimitList.MaxWindows + 10; caller++) limits.Refuse(Call.Of(caller, minutes: 0)).Should().BeNull();
        limits.Windows.Should().BeInRange(1, LimitList.MaxWindows);
    }

    [Test]
    public void Windows_that_are_over_go_first()
    {
        var limits = new LimitList();
        limits.Set([new Limit("one", null, true, 1, TimeSpan.FromHours(1), null)]);
        for (var caller = 0; caller < LimitList.MaxWindows - 1; caller++) limits.Refuse(Call.Of(caller, minutes: 0));

        limits.Refuse(Call.Of(-1, minutes: 30)).Should().BeNull();
        limits.Refuse(Call.Of(-2, minutes: 61)).Should().BeNull();

        limits.Windows.Should().Be(2);
        limits.Refuse(Call.Of(-1, minutes: 62)).Should().NotBeNull();
    }

    private static async Task<Running> Limited(string limits)
    {
        var emulator = await Running.OnTestServer(new EmulatorOptions { Dataset = "docs" });
        await Control(emulator, "PUT", "/_emulator/clock", """{"mode":"frozen","now":"2024-03-01T12:00:00Z"}""");
        await Control(emulator, "PUT", "/_emulator/rate-limits", $$"""{"limits":[{{limits}}]}""");
        return emulator;
    }

    private static Task Advance(Running emulator, string by) =>
        Control(emulator, "POST", "/_emulator/clock/advance", $$"""{"by":"{{by}}"}""");

    private static async Task<string> Control(Running emulator, string method, string path, string? json = null)
    {
        using var response = await emulator.Send(method, path, json is null ? null : Json(json));
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0} {1} answered {2}", method, path, text);
        return text;
    }

    private static async Task<int> Status(Running emulator, string target, params (string, string)[] headers)
    {
        using var response = await emulator.Send("GET", target, null, headers);
        return (int)response.StatusCode;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
