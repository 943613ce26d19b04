using Emulation.Apis.ThreatConnect.Authentication;

namespace Emulation.Tests.Control;

class ClockTests
{
    private const string Clock = "/_emulator/clock";
    private const string TaskList = "/v2/tasks";

    [Test]
    public async Task It_is_real_until_it_is_set()
    {
        await using var plane = await Plane.With();

        (await plane.Do("GET", Clock)).GetRawText().Should().Be("""{"mode":"real","now":"2024-05-01T12:00:00Z","signatures":"both"}""");
        plane.Machine.Advance(TimeSpan.FromHours(1));
        (await Now(plane)).Should().Be("2024-05-01T13:00:00Z");
    }

    [Test]
    public async Task Shifted_it_goes_on_with_the_machine()
    {
        await using var plane = await Plane.With();

        (await plane.Do("PUT", Clock, """{"offset":"-1.00:00:00"}""")).GetRawText()
            .Should().Be("""{"mode":"offset","now":"2024-04-30T12:00:00Z","offset":"-1.00:00:00","signatures":"both"}""");
        plane.Machine.Advance(TimeSpan.FromHours(1));
        (await Now(plane)).Should().Be("2024-04-30T13:00:00Z");
        (await plane.Do("PUT", Clock, """{"now":"2031-01-01T00:00:00+01:00"}""")).GetProperty("now").GetString()
            .Should().Be("2030-12-31T23:00:00Z");
        plane.Machine.Advance(TimeSpan.FromHours(1));
        (await Now(plane)).Should().Be("2031-01-01T00:00:00Z");
    }

    [Test]
    public async Task Frozen_it_stands_still_where_it_is_or_where_it_is_put()
    {
        await using var plane = await Plane.With();

        (await plane.Do("PUT", Clock, """{"mode":"frozen"}""")).GetRawText()
            .Should().Be("""{"mode":"frozen","now":"2024-05-01T12:00:00Z","signatures":"both"}""");
        plane.Machine.Advance(TimeSpan.FromHours(1));
        (await Now(plane)).Should().Be("2024-05-01T12:00:00Z");
        (await plane.Do("PUT", Clock, """{"mode":"frozen","now":"2031-01-01T00:00:00.5Z"}""")).GetProperty("now").GetString()
            .Should().Be("2031-01-01T00:00:00.5Z");
        (await plane.Do("PUT", Clock, """{"mode":"offset"}""")).GetProperty("now").GetString()
            .Should().Be("2031-01-01T00:00:00.5Z", "it goes on from where it stood");
        (await plane.Do("PUT", Clock, """{"mode":"real"}""")).GetProperty("now").GetString().Should().Be("2024-05-01T13:00:00Z");
    }

    [Test]
    public async Task Stepped_it_goes_on_with_each_request_to_an_api_and_with_no_other()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", Clock, """{"mode":"stepped","now":"2031-01-01T00:00:00Z","step":"90s"}""");

        var first = await Added(plane, "a");
        await plane.Do("GET", "/_emulator/info");
        var second = await Added(plane, "b");

        (first, second).Should().Be(("2031-01-01T00:00:00Z", "2031-01-01T00:01:30Z"));
        (await plane.Do("GET", Clock)).GetRawText()
            .Should().Be("""{"mode":"stepped","now":"2031-01-01T00:03:00Z","step":"00:01:30","signatures":"both"}""");
        (await plane.Do("PUT", Clock, """{"mode":"stepped"}""")).GetProperty("step").GetString()
            .Should().Be("00:01:30", "what is not said stays");
    }

    [TestCase("""{"mode":"real"}""", "offset")]
    [TestCase("""{"mode":"offset","offset":"0s"}""", "offset")]
    [TestCase("""{"mode":"frozen"}""", "frozen")]
    [TestCase("""{"mode":"stepped"}""", "stepped")]
    public async Task It_is_moved_forth_and_back_in_every_mode(string setting, string mode)
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", Clock, setting);

        await plane.Do("POST", Clock + "/advance", """{"by":"PT2H"}""");
        var moved = await plane.Do("POST", Clock + "/advance", """{"by":"-1h"}""");

        (moved.GetProperty("mode").GetString(), moved.GetProperty("now").GetString()).Should().Be((mode, "2024-05-01T13:00:00Z"));
    }

    [Test]
    public async Task Each_world_has_its_own_and_reset_puts_it_back()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", "/worlds/a" + Clock, """{"mode":"frozen","now":"2031-01-01T00:00:00Z","signatures":"world"}""");

        (await Now(plane)).Should().Be("2024-05-01T12:00:00Z");
        await plane.Do("POST", "/worlds/a/_emulator/reset");

        (await plane.Do("GET", "/worlds/a" + Clock)).GetRawText()
            .Should().Be("""{"mode":"real","now":"2024-05-01T12:00:00Z","signatures":"both"}""");
    }

    [Test]
    public async Task Reset_puts_a_clock_of_the_dataset_back_to_its_start()
    {
        await using var plane = await Plane.With(options => options with { ClockOfDataset = true });
        var start = await Now(plane);
        plane.Machine.Advance(TimeSpan.FromHours(1));
        await plane.Do("POST", Clock + "/advance", """{"by":"7d"}""");

        await plane.Do("POST", "/_emulator/reset");

        (await Now(plane)).Should().Be(start).And.StartWith("2017-");
    }

    [TestCase(null, "/mode")]
    [TestCase("{}", "/mode")]
    [TestCase("""{"step":"1s"}""", "/mode")]
    [TestCase("""{"mode":"fast"}""", "/mode")]
    [TestCase("""{"mode":1}""", "/mode")]
    [TestCase("""{"mode":"frozen","now":"yesterday"}""", "/now")]
    [TestCase("""{"mode":"frozen","now":"2024-05-01T12:00:00"}""", "/now")]
    [TestCase("""{"mode":"frozen","now":"2024-02-30T12:00:00Z"}""", "/now")]
    [TestCase("""{"mode":"frozen","now":1714564800}""", "/now")]
    [TestCase("""{"mode":"frozen","now":"1969-12-31T23:59:59Z"}""", "/now")]
    [TestCase("""{"mode":"frozen","now":"9999-12-31T23:59:59Z"}""", "/now")]
    [TestCase("""{"mode":"real","now":"2024-05-01T12:00:00Z"}""", "/now")]
    [TestCase("""{"offset":"soon"}""", "/offset")]
    [TestCase("""{"offset":"5 minutes"}""", "/offset")]
    [TestCase("""{"offset":7}""", "/offset")]
    [TestCase("""{"offset":"-70000d"}""", "/offset")]
    [TestCase("""{"offset":"99999999999d"}""", "/offset")]
    [TestCase("""{"mode":"frozen","offset":"1s"}""", "/offset")]
    [TestCase("""{"offset":"1s","now":"2024-05-01T12:00:00Z"}""", "/offset")]
    [TestCase("""{"mode":"stepped","step":"0s"}""", "/step")]
    [TestCase("""{"mode":"stepped","step":"-1s"}""", "/step")]
    [TestCase("""{"mode":"stepped","step":"4000d"}""", "/step")]
    [TestCase("""{"mode":"frozen","step":"1s"}""", "/step")]
    [TestCase("""{"mode":"real","signatures":"none"}""", "/signatures")]
    [TestCase("""{"mode":"real","speed":2}""", "/speed")]
    [TestCase("[1]", "")]
    [TestCase("{", "")]
    public async Task What_is_wrong_is_pointed_at_and_nothing_is_set(string? body, string pointer)
    {
        await using var plane = await Plane.With();

        (await plane.Ask("PUT", Clock, body)).ShouldRefuse(400, pointer);

        (await plane.Do("GET", Clock)).GetRawText().Should().Be("""{"mode":"real","now":"2024-05-01T12:00:00Z","signatures":"both"}""");
    }

    [TestCase(null, "/by")]
    [TestCase("""{"by":"5x"}""", "/by")]
    [TestCase("""{"by":""}""", "/by")]
    [TestCase("""{"by":"NaNs"}""", "/by")]
    [TestCase("""{"by":"P"}""", "/by")]
    [TestCase("""{"by":"00:99:00"}""", "/by")]
    [TestCase("""{"by":"-60y"}""", "/by")]
    [TestCase("""{"by":"-20000d"}""", "/by")]
    [TestCase("""{"by":"1s","to":"x"}""", "/to")]
    public async Task A_wrong_step_is_pointed_at_and_nothing_is_moved(string? body, string pointer)
    {
        await using var plane = await Plane.With();

        (await plane.Ask("POST", Clock + "/advance", body)).ShouldRefuse(400, pointer);

        (await Now(plane)).Should().Be("2024-05-01T12:00:00Z");
    }

    [Test]
    public async Task Time_does_not_leave_the_years_that_can_be_written()
    {
        await using var plane = await Plane.With();
        for (var thousands = 2024; thousands < 8000; thousands += 900) await plane.Do("POST", Clock + "/advance", """{"by":"328725d"}""");

        (await plane.Ask("POST", Clock + "/advance", """{"by":"328725d"}""")).ShouldRefuse(400, "/by");
        await plane.Do("PUT", Clock, """{"mode":"stepped","now":"8999-12-31T23:59:59Z","step":"3000d"}""");
        for (var i = 0; i < 3; i++) await plane.Do("GET", TaskList, null, ("Authorization", Plane.Token), ("X-Emulator-World", "other"));
        await plane.Ask("GET", TaskList);
        await plane.Ask("GET", TaskList);
        (await Now(plane)).Should().Be("8999-12-31T23:59:59Z");
    }

    [Test]
    public async Task Tokens_of_ThreatConnect_expire_by_it()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", Clock, """{"mode":"frozen","now":"2099-12-31T23:59:59Z"}""");
        (await plane.Ask("GET", TaskList)).Status.Should().Be(200);

        await plane.Do("POST", Clock + "/advance", """{"by":"1s"}""");

        var refused = await plane.Ask("GET", TaskList);
        (refused.Status, refused.Text).Should().Be((401, """{"status":"Failure","message":"Unauthorized"}"""));
    }

    [Test]
    public async Task Sessions_of_ThreatWinds_expire_by_it()
    {
        const string route = "/api/auth/v2/session";
        await using var plane = await Plane.With();
        var session = await plane.Do("POST", route, """{"email":"emulator@example.org"}""");
        var id = session.GetProperty("verificationCodeID").GetString();
        var code = plane.Running.Log.ToString().Split("verification code ")[1][..6];
        await plane.Do("PUT", route + "/verification", $$"""{"verificationCodeID":"{{id}}","code":"{{code}}"}""");
        (string, string) bearer = ("Authorization", session.GetProperty("bearer").GetString()!);
        (await plane.Ask("GET", route, null, bearer)).Status.Should().Be(202);
        var left = DateTimeOffset.FromUnixTimeSeconds(session.GetProperty("expireAt").GetInt64()) - Plane.Noon;

        await plane.Do("POST", Clock + "/advance", $$"""{"by":"{{left.TotalSeconds}}s"}""");

        (await plane.Ask("GET", route, null, bearer)).Status.Should().Be(404);
    }

    [TestCase("both", true, true)]
    [TestCase("world", true, false)]
    public async Task A_signature_may_have_the_worlds_time_or_the_machines_or_the_worlds_alone(
        string signatures, bool worlds, bool machines)
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", Clock, $$"""{"mode":"frozen","now":"2031-01-01T00:00:00Z","signatures":"{{signatures}}"}""");

        async Task<bool> IsIn(DateTimeOffset at) => (await plane.Ask("GET", TaskList, null, Signed(at))).Status == 200;

        (await IsIn(new(2031, 1, 1, 0, 5, 0, TimeSpan.Zero))).Should().Be(worlds);
        (await IsIn(new(2031, 1, 1, 0, 5, 1, TimeSpan.Zero))).Should().BeFalse();
        (await IsIn(Plane.Noon)).Should().Be(machines);
        (await IsIn(Plane.Noon.AddSeconds(301))).Should().BeFalse();
    }

    [Test]
    public async Task Whose_time_signatures_have_is_set_alone_and_leaves_the_clock_as_it_goes()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", Clock, """{"offset":"2h"}""");

        var set = await plane.Do("PUT", Clock, """{"signatures":"world"}""");

        set.GetRawText().Should().Be("""{"mode":"offset","now":"2024-05-01T14:00:00Z","offset":"02:00:00","signatures":"world"}""");
    }

    private static (string, string)[] Signed(DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds();
        return [("Authorization", $"TC 12345678901234567890:{Signature.Of("emulator-secret-key", "GET", TaskList, seconds)}"), ("Timestamp", $"{seconds}")];
    }

    private static async Task<string?> Now(Plane plane) => (await plane.Do("GET", Clock)).GetProperty("now").GetString();

    private static async Task<string?> Added(Plane plane, string name)
    {
        var made = await plane.Do("POST", "/v2/groups/adversaries", $$"""{"name":"{{name}}"}""");
        return made.GetProperty("data").GetProperty("adversary").GetProperty("dateAdded").GetString();
    }
}
