using Emulation.Control.Stubs;
using Emulation.Http;
using Emulation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Emulation.Tests.Control.Stubs;

/// <summary>Stubs belong to a world: they are its own, kept by its snapshots, and the same in every run.</summary>
class StubWorldTests
{
    private static readonly EmulatorOptions s_docs = new() { Dataset = "docs", Auth = AuthMode.Off };

    [Test]
    public async Task A_stub_answers_in_its_own_world_alone()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"request":{"url":"/a"},"response":{"body":"mine"}}""", "/worlds/a");

        (await emulator.Ask("/worlds/a/a")).Should().Be("200 mine");
        (await emulator.Ask("/worlds/b/a")).Should().StartWith("404 ");
        (await emulator.Ask("/a")).Should().StartWith("404 ");
        (await emulator.Mappings()).Should().BeEmpty();
    }

    [Test]
    public async Task A_snapshot_keeps_stubs_and_the_states_of_scenarios()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"scenarioName":"s","newScenarioState":"two","request":{"url":"/s"},"response":{"body":"1"}}""");
        await emulator.Stub("""{"scenarioName":"s","requiredScenarioState":"two","request":{"url":"/s"},"response":{"body":"2"}}""");
        await emulator.Ask("/s");
        using var taken = await emulator.Send("POST", "/_emulator/snapshots/one");
        var kept = emulator.World.Stubs.State;
        using var cleared = await emulator.Admin("DELETE", "/mappings");
        await emulator.Stub("""{"request":{"url":"/later"}}""");

        using var restored = await emulator.Send("POST", "/_emulator/snapshots/one/restore");

        emulator.World.Stubs.State.Should().BeSameAs(kept);
        (await emulator.Ask("/s")).Should().Be("200 2");
        (await emulator.Ask("/later")).Should().StartWith("404 ");
    }

    [Test]
    public async Task A_reset_world_has_no_stubs_and_a_fork_has_those_of_its_origin()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"request":{"url":"/a"},"response":{"body":"a"}}""");

        using var forked = await emulator.Send(
            "POST", "/_emulator/worlds", new StringContent("""{"name":"f","from":{"world":"default"}}"""));
        using var reset = await emulator.Send("POST", "/_emulator/reset");

        (await emulator.Ask("/a")).Should().StartWith("404 ");
        (await emulator.Ask("/worlds/f/a")).Should().Be("200 a");
    }

    [Test]
    public async Task The_same_calls_get_the_same_ids_in_every_run_and_after_a_restore()
    {
        await using var one = await Running.OnTestServer(s_docs);
        await using var other = await Running.OnTestServer(s_docs);
        await using var seeded = await Running.OnTestServer(s_docs with { Seed = 2 });

        var ids = new List<string?>();
        foreach (var emulator in new[] { one, other, seeded })
            ids.Add((await emulator.Stub("""{"request":{"url":"/a"}}""")).GetProperty("id").GetString());
        using var reset = await one.Send("POST", "/_emulator/reset");
        ids.Add((await one.Stub("""{"request":{"url":"/a"}}""")).GetProperty("id").GetString());
        ids.Add((await one.Stub("""{"request":{"url":"/a"}}""")).GetProperty("id").GetString());

        ids[1].Should().Be(ids[0]).And.MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        ids[2].Should().NotBe(ids[0]);
        ids[3].Should().Be(ids[0]);
        ids[4].Should().NotBe(ids[0]);
    }

    [Test]
    public async Task Delays_lie_in_their_bounds_and_come_again_after_a_restore()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"request":{"url":"/u"},"response":{"fixedDelayMilliseconds":1000,"delayDistribution":{"type":"uniform","lower":50,"upper":80}}}""");
        await emulator.Stub(
            """{"request":{"url":"/l"},"response":{"delayDistribution":{"type":"lognormal","median":90,"sigma":0.1,"maxValue":95}}}""");
        await emulator.Stub("""{"request":{"url":"/f"},"response":{"delayDistribution":{"type":"fixed","milliseconds":7}}}""");
        var state = emulator.World.Stubs.State;

        var first = Delays(emulator.World, "/u", 50).Concat(Delays(emulator.World, "/l", 50)).ToList();
        emulator.World.Stubs.Restore(state);
        var again = Delays(emulator.World, "/u", 50).Concat(Delays(emulator.World, "/l", 50)).ToList();

        again.Should().Equal(first);
        first.Take(50).Should().OnlyContain(delay => delay >= 1050
            && delay <= 1080).And.Subject.Distinct().Should().HaveCountGreaterThan(10);
        first.Skip(50).Should().OnlyContain(delay => delay > 45 && delay <= 95).And.Subject.Distinct().Should().HaveCountGreaterThan(5);
        Delays(emulator.World, "/f", 1).Should().Equal(7);
    }

    [Test]
    public async Task Settings_hold_for_stubs_that_say_nothing_of_their_own()
    {
        await using var emulator = await Running.OnTestServer(s_docs);
        await emulator.Stub("""{"request":{"url":"/own"},"response":{"fixedDelayMilliseconds":1}}""");
        await emulator.Stub("""{"request":{"url":"/none"}}""");

        using var set = await emulator.Admin("POST", "/settings", """{"fixedDelay":500,"proxyPassThrough":false}""");
        using var get = await emulator.Admin("GET", "/settings");

        (await get.Content.ReadAsStringAsync()).Should().Be("""{"settings":{"fixedDelay":500,"proxyPassThrough":false}}""");
        Delays(emulator.World, "/own", 1).Should().Equal(1);
        Delays(emulator.World, "/none", 1).Should().Equal(500);
    }

    private static IEnumerable<double> Delays(World world, string url, int count) =>
        Enumerable.Range(0, count).Select(_ => world.Stubs.Find(CallOf(world, url))!.Delay.TotalMilliseconds).ToList();

    private static Call CallOf(World world, string url) => new()
    {
        Api = NoApi.Instance,
        Graph = world.Store.Current,
        Method = "GET",
        Target = Target.Parse(url),
        Headers = new HeaderDictionary(),
        Now = default,
        MachineNow = default,
    };
}
