using System.Text;

namespace Emulation.Tests.Control;

class SnapshotTests
{
    private const string Snapshots = "/_emulator/snapshots";

    [Test]
    public async Task A_snapshot_is_listed_with_what_it_holds()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", "/_emulator/clock", """{"mode":"frozen","now":"2031-01-01T00:00:00Z"}""");

        var taken = await plane.Do("POST", Snapshots, """{"name":"s"}""");
        var list = await plane.Do("GET", Snapshots);

        taken.EnumerateObject().Select(member => member.Name).Should().Equal("name", "taken", "graphVersion", "nodes");
        taken.GetProperty("taken").GetString().Should().Be("2031-01-01T00:00:00Z");
        list.GetProperty("world").GetString().Should().Be("default");
        list.GetProperty("snapshots")[0].GetRawText().Should().Be(taken.GetRawText());
        (await plane.Do("GET", $"{Snapshots}/s")).GetRawText().Should().Be(taken.GetRawText());
    }

    [Test]
    public async Task A_restore_puts_back_data_counters_clock_and_error_ids()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", "/_emulator/clock", """{"mode":"stepped","now":"2031-01-01T00:00:00Z","step":"1s"}""");
        await plane.Do("POST", $"{Snapshots}/s");
        async Task<string> Story()
        {
            var told = new StringBuilder();
            // An id from a counter, a date from the clock, an error id from its own counter.
            told.AppendLine(
                (await plane.Ask("POST", "/v2/groups/incidents", """{"name":"New","eventDate":"2030-01-01T00:00:00Z"}""")).Text);
            told.AppendLine((
                await plane.Ask("GET", "/api/analytics/v1/entity/nope/relations", null, ("Authorization", "Bearer emulator-bearer"))).Text);
            told.AppendLine((await plane.Ask("GET", "/v2/groups/incidents?resultLimit=2")).Text);
            return told.ToString();
        }
        var first = await Story();
        var second = await Story();

        await plane.Do("POST", $"{Snapshots}/s/restore");
        var again = await Story();

        second.Should().NotBe(first);
        again.Should().Be(first);
    }

    [Test]
    public async Task It_is_restored_as_often_as_wanted_and_a_reset_keeps_it()
    {
        await using var plane = await Plane.With();
        await plane.Mark("one");
        await plane.Do("POST", $"{Snapshots}/s");
        for (var time = 0; time < 3; time++)
        {
            await plane.Mark("two");
            await plane.Do("POST", time == 1 ? "/_emulator/reset" : $"{Snapshots}/s/restore");
            (await plane.Marks()).Contains("one").Should().Be(time != 1);
            (await plane.Marks()).Should().NotContain("two");
        }
        (await plane.Do("GET", Snapshots)).GetProperty("snapshots").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task Snapshots_belong_to_their_world()
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", $"/worlds/a{Snapshots}/s");

        (await plane.Ask("POST", $"{Snapshots}/s/restore")).ShouldRefuse(404);
        (await plane.Do("GET", Snapshots)).GetProperty("snapshots").GetArrayLength().Should().Be(0);
        await plane.Do("POST", $"{Snapshots}/s/restore", null, ("X-Emulator-World", "a"));
    }

    [Test]
    public async Task A_name_taken_again_stands_for_the_later_state()
    {
        await using var plane = await Plane.With();
        await plane.Do("PUT", $"{Snapshots}/s");
        await plane.Mark("one");
        await plane.Do("POST", $"{Snapshots}/s");
        await plane.Mark("two");

        await plane.Do("POST", $"{Snapshots}/s/restore");

        (await plane.Marks()).Should().Contain("one").And.NotContain("two");
    }

    [Test]
    public async Task Deleted_is_gone_and_so_is_everything_when_they_are_cleared()
    {
        await using var plane = await Plane.With();
        foreach (var name in new[] { "a", "b", "c" }) await plane.Do("POST", $"{Snapshots}/{name}");

        (await plane.Ask("DELETE", $"{Snapshots}/a")).Status.Should().Be(204);
        (await plane.Ask("DELETE", $"{Snapshots}/a")).ShouldRefuse(404);
        (await plane.Ask("GET", $"{Snapshots}/a")).ShouldRefuse(404);
        (await plane.Ask("DELETE", Snapshots)).Status.Should().Be(204);

        (await plane.Do("GET", Snapshots)).GetProperty("snapshots").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task There_are_at_most_256_of_a_world()
    {
        await using var plane = await Plane.With();
        for (var i = 0; i < 256; i++) await plane.Do("POST", $"{Snapshots}/s{i}");

        (await plane.Ask("POST", $"{Snapshots}/more")).ShouldRefuse(429);
        await plane.Do("POST", $"{Snapshots}/s7");
        await plane.Do("POST", $"/worlds/a{Snapshots}/more");
        (await plane.Do("GET", Snapshots)).GetProperty("max").GetInt32().Should().Be(256);
    }

    [TestCase("POST", Snapshots, null, 400, "/name")]
    [TestCase("POST", Snapshots, """{"name":null}""", 400, "/name")]
    [TestCase("POST", Snapshots, """{"name":1}""", 400, "/name")]
    [TestCase("POST", Snapshots, """{"name":"a/b"}""", 400, "/name")]
    [TestCase("POST", Snapshots, """{"name":"b","at":"now"}""", 400, "/at")]
    [TestCase("POST", Snapshots, "7", 400, "")]
    [TestCase("POST", Snapshots, "{,}", 400, "")]
    [TestCase("POST", "/_emulator/snapshots/b", """{"name":"c"}""", 400, "/name")]
    [TestCase("POST", "/_emulator/snapshots/%C3%A4", null, 400, null)]
    [TestCase("PUT", "/_emulator/snapshots/a%2Fb", null, 400, null)]
    [TestCase("POST", "/_emulator/snapshots/b/restore", null, 404, null)]
    [TestCase("PATCH", "/_emulator/snapshots/s", null, 405, null)]
    public async Task What_is_wrong_is_pointed_at_and_nothing_is_done(
        string method, string target, string? body, int status, string? pointer)
    {
        await using var plane = await Plane.With();
        await plane.Do("POST", $"{Snapshots}/s");
        var before = (await plane.Do("GET", Snapshots)).GetRawText();

        (await plane.Ask(method, target, body)).ShouldRefuse(status, pointer);

        (await plane.Do("GET", Snapshots)).GetRawText().Should().Be(before);
    }

    [Test, NonParallelizable]
    public async Task A_thousand_restores_give_the_same_bytes_and_leave_nothing_behind()
    {
        const string list = "/v2/indicators?resultLimit=100&includeTags=true";
        await using var plane = await Plane.With(options => options with { Dataset = "demo", ClockOfDataset = true });
        await plane.Do("POST", $"{Snapshots}/s");
        var expected = (await plane.Ask("GET", list)).Text;
        async Task Restored(int times)
        {
            for (var time = 0; time < times; time++)
            {
                await plane.Mark($"mark-{time}");
                await plane.Do("POST", "/v2/indicators/addresses", """{"ip":"203.0.113.77","rating":3}""");
                await plane.Do("POST", $"{Snapshots}/s/restore");
                (await plane.Ask("GET", list)).Text.Should().Be(expected);
            }
        }
        // The journal is bounded; it is full before anything is counted.
        await Restored(100);
        await plane.Do("POST", "/_emulator/reset");
        await Restored(50);
        await plane.Do("POST", "/_emulator/reset");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Restored(1000);

        await plane.Do("POST", "/_emulator/reset");
        // One graph of this size is 3 MB, one kept change of it some kilobytes: a thousand of either would show.
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(1_000_000);
    }
}
