namespace Emulation.Tests.Control.Faults;

/// <summary>Rules and their counts belong to a world, and are the same for the same calls.</summary>
class FaultStateTests
{
    [Test]
    public async Task Counts_go_back_with_a_snapshot_as_often_as_it_is_restored()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"name":"third","when":{"nth":3},"effect":{"status":599}}""");
        await emulator.Statuses(2);
        await emulator.Control("POST", "/_emulator/snapshots/two");

        for (var i = 0; i < 3; i++)
        {
            (await emulator.Statuses(2)).Should().Equal(599, 200);
            await emulator.Control("POST", "/_emulator/snapshots/two/restore");
        }

        (await emulator.Count("seen", "third")).Should().Be(2);
    }

    [Test]
    public async Task A_restore_brings_rules_back_and_a_reset_drops_them()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"effect":{"status":599}}""");
        await emulator.Control("POST", "/_emulator/snapshots/with");

        await emulator.Control("POST", "/_emulator/reset");
        var reset = await emulator.Status("/v2/owners");
        await emulator.Control("POST", "/_emulator/snapshots/with/restore");
        var restored = await emulator.Status("/v2/owners");

        (reset, restored).Should().Be((200, 599));
    }

    [Test]
    public async Task Another_world_has_its_own_rules_and_a_fork_those_of_its_origin()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Control("POST", "/worlds/one/_emulator/faults", """{"when":{"nth":2},"effect":{"status":599}}""");
        await emulator.Status("/worlds/one/v2/owners");
        await emulator.Control("POST", "/_emulator/worlds", """{"name":"two","from":{"world":"one"}}""");

        (await emulator.Status("/v2/owners")).Should().Be(200);
        (await emulator.Status("/worlds/two/v2/owners")).Should().Be(599);
        (await emulator.Status("/worlds/one/v2/owners")).Should().Be(599);
    }

    [Test]
    public async Task The_same_seed_rules_and_calls_give_the_same_faults()
    {
        const string Rules = """{"rules":[{"name":"a","when":{"probability":0.3},"effect":{"status":501}},{"name":"b","when":{"probability":0.3},"effect":{"status":502}},{"name":"c","when":{"probability":0.3,"seed":9},"effect":{"status":503}}]}""";
        var runs = new List<int[]>();
        foreach (var seed in new long[] { 7, 7, 8 })
        {
            await using var emulator = await Faulty.OnTestServer(seed: seed);
            await emulator.Rule(Rules);
            runs.Add(await emulator.Statuses(100));
        }

        runs[1].Should().Equal(runs[0]);
        runs[2].Should().NotEqual(runs[0]);
        runs[0].Distinct().Should().BeEquivalentTo([200, 501, 502, 503]);
        // A rule with a seed of its own does not mind the world's.
        runs[2].Select(status => status == 503).Should().Equal(runs[0].Select(status => status == 503));
    }

    [Test]
    public async Task Chance_comes_about_as_often_as_asked()
    {
        await using var emulator = await Faulty.OnTestServer();
        await emulator.Rule("""{"name":"quarter","when":{"probability":0.25},"effect":{"status":599}}""");

        await emulator.Statuses(1000);

        // Four standard deviations to either side.
        (await emulator.Count("strikes", "quarter")).Should().BeInRange(195, 305);
    }

    [Test]
    public async Task Of_a_hundred_requests_at_once_the_fiftieth_is_struck_and_no_other()
    {
        await using var emulator = await Faulty.OnKestrel();
        await emulator.Rule("""{"name":"fiftieth","match":{"path":"/v2/owners"},"when":{"nth":50},"effect":{"status":599}}""");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => emulator.Status("/v2/owners")));

        statuses.Count(status => status == 599).Should().Be(1);
        (await emulator.Count("seen", "fiftieth")).Should().Be(100);
        (await emulator.Count("strikes", "fiftieth")).Should().Be(1);
    }

    [Test]
    public async Task Rules_that_are_added_at_once_are_all_there()
    {
        await using var emulator = await Faulty.OnKestrel();
        var asking = Enumerable.Range(0, 50).Select(_ => (Task)emulator.Status("/v2/owners"));

        await Task.WhenAll(
            [.. Enumerable.Range(0, 50).Select(_ => emulator.Rule("""{"effect":{"contentType":"text/plain"}}""")), .. asking]);

        (await emulator.Control("GET", "/_emulator/faults")).GetProperty("faults").GetArrayLength().Should().Be(50);
    }
}
