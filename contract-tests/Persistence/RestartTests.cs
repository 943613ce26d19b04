using System.Net;
using System.Text;
using System.Text.Json;
using Emulation.Apis.Deso;
using Emulation.Http;
using Emulation.Persistence;
using Emulation.Tests.Control.Exports;
using Emulation.Tests.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>What was answered is there after a restart, orderly or not.</summary>
class RestartTests
{
    private static readonly string[] s_worlds = [Worlds.Default, "one", "two"];

    [Test]
    public async Task Whatever_was_written_is_there_after_a_restart([Values("docs", "demo")] string dataset, [Values(1, 2)] int seed)
    {
        using var data = new DataDirectory();
        var options = data.Options(dataset) with { Deso = new DesoOptions { Signatures = Signatures.Trust } };
        Dictionary<string, byte[]> exports = [];
        Dictionary<string, int> lastKeys = [];
        DataDirectory killed;
        await using (var emulator = await Running.OnKestrel(options))
        {
            var (chance, writes) = (new Random(seed), new RandomWrites(emulator.Apis, new Random(seed)));
            for (var i = 0; i < 200; i++)
            {
                var world = s_worlds[chance.Next(s_worlds.Length)];
                var graph = emulator.Emulator.World(world).Store.Current;
                if (i % 40 == 17) await Sent(emulator, "POST", "/_emulator/snapshots/here", world);
                if (i % 40 == 30) await Sent(emulator, "POST", "/_emulator/snapshots/here/restore", world);
                if (i == 120) await Sent(emulator, "POST", "/_emulator/reset", world);
                if (writes.Next(graph) is { } wish) await RandomRequests.Send(emulator, wish, world);
            }
            Note(emulator, exports, lastKeys);
            killed = data.Copy();
        }

        await CheckBoth(options, killed, exports, lastKeys);
    }

    [Test]
    public async Task Clock_faults_limits_stubs_and_snapshots_are_there_after_a_restart()
    {
        using var data = new DataDirectory();
        string[] before;
        await using (var emulator = await data.Start())
        {
            await Sent(emulator, "PUT", "/_emulator/clock", "one", """{"mode":"frozen","now":"2031-02-03T04:05:06Z"}""");
            await Sent(emulator, "POST", "/_emulator/faults", "one",
                """{"name":"busy","match":{"api":"threatconnect","method":"GET"},"when":{"first":2},"effect":{"status":503}}""");
            await Sent(emulator, "PUT", "/_emulator/rate-limits", "one", """{"limits":[{"per":"api","requests":100,"window":"1h"}]}""");
            await Sent(emulator, "POST", "/__admin/mappings", "one",
                """{"request":{"method":"GET","url":"/v2/x"},"response":{"status":201},"scenarioName":"s","newScenarioState":"next"}""");
            await Sent(emulator, "GET", "/v2/x", "one");
            await Sent(emulator, "POST", "/_emulator/snapshots/first", "one");
            await Sent(emulator, "POST", "/_emulator/worlds/two", "one", """{"from":{"world":"one"}}""");
            before = await States(emulator);
        }

        await using var again = await data.Start();

        (await States(again)).Should().Equal(before);
        before[0].Should().Contain("2031-02-03T04:05:06Z");
        before[1].Should().Contain("busy").And.Contain("\"seen\":1");
        before[3].Should().Contain("/v2/x");
        (await Sent(again, "POST", "/_emulator/snapshots/first/restore", "one")).Should().StartWith("200");
        (await Sent(again, "GET", "/_emulator/worlds/two", "default")).Should().StartWith("200");
    }

    [Test]
    public async Task A_deleted_world_and_an_imported_graph_are_kept()
    {
        using var data = new DataDirectory();
        string imported;
        await using (var emulator = await data.Start())
        {
            await Sent(emulator, "POST", "/_emulator/worlds/gone", "default");
            await Sent(emulator, "POST", "/v2/tags", "gone", """{"name":"in a deleted world"}""");
            (await Sent(emulator, "DELETE", "/_emulator/worlds/gone", "default")).Should().StartWith("204");
            (await Sent(emulator, "POST", "/_emulator/import", "default",
                """{"format":1,"name":"mine","start":"2024-01-01T00:00:00Z","tags":[{"name":"imported"}]}""")).Should().StartWith("200");
            (await Sent(emulator, "POST", "/v2/tags", "default", """{"name":"after the import"}""")).Should().StartWith("201");
            imported = await Sent(emulator, "GET", "/_emulator/export", "default");
        }

        await using var again = await data.Start();

        (await Sent(again, "GET", "/_emulator/worlds/gone", "default")).Should().StartWith("404");
        (await Sent(again, "GET", "/_emulator/export", "default")).Should().Be(imported).And.Contain("after the import");
        (await Sent(again, "POST", "/_emulator/reset", "default")).Should().StartWith("200");
        (await Sent(again, "GET", "/v2/tags/imported", "default")).Should().StartWith("404");
    }

    [Test]
    public async Task Concurrent_writers_share_transactions_and_all_are_kept()
    {
        using var data = new DataDirectory();
        DataDirectory killed;
        await using (var emulator = await data.Start())
        {
            var created = await Task.WhenAll(Enumerable.Range(0, 64).Select(
                number => Sent(emulator, "POST", "/v2/tags", s_worlds[number % 3], $$"""{"name":"tag {{number}}"}""")));
            created.Should().OnlyContain(answer => answer.StartsWith("201"));
            killed = data.Copy();
        }

        using (killed)
        {
            await using var again = await killed.Start();
            for (var number = 0; number < 64; number++)
                (await Sent(again, "GET", $"/v2/tags/tag%20{number}", s_worlds[number % 3])).Should().StartWith("200");
        }
    }

    [Test]
    public async Task A_log_that_was_shortened_leads_to_the_same_worlds_and_snapshots()
    {
        const int recordsOfACheckpoint = 5;
        using var data = new DataDirectory();
        var options = data.Options() with { Keep = given => DataFolder.Open(given, recordsOfACheckpoint) };
        Dictionary<string, byte[]> exports = [];
        Dictionary<string, int> lastKeys = [];
        DataDirectory killed;
        await using (var emulator = await Running.OnKestrel(options))
        {
            await Sent(emulator, "POST", "/v2/tags", "one", """{"name":"before the snapshot"}""");
            await Sent(emulator, "POST", "/_emulator/snapshots/first", "one");
            // The log is shortened while writes go on, so they go on until that has happened.
            var written = 0;
            for (var kept = 0L; kept >= written && written < 10_000; kept = await RecordsSinceCheckpoint(emulator))
                await Sent(emulator, "POST", "/v2/tags", s_worlds[++written % 3], $$"""{"name":"tag {{written}}"}""");
            written.Should().BeInRange(recordsOfACheckpoint, 9_999, "the log was shortened");
            await Sent(emulator, "POST", "/v2/tags", "two", """{"name":"after the checkpoint"}""");
            Note(emulator, exports, lastKeys);
            killed = data.Copy();
        }

        await CheckBoth(options, killed, exports, lastKeys);
        await using var again = await Running.OnKestrel(options);
        (await Sent(again, "POST", "/_emulator/snapshots/first/restore", "one")).Should().StartWith("200");
        (await Sent(again, "GET", "/v2/tags/before%20the%20snapshot", "one")).Should().StartWith("200");
        (await Sent(again, "GET", "/v2/tags/tag%201", "one")).Should().StartWith("404");
    }

    [Test]
    public async Task The_info_route_shows_where_changes_are_kept()
    {
        using var data = new DataDirectory();
        await using var emulator = await data.Start();
        using var client = emulator.Emulator.CreateClient();

        await Sent(emulator, "POST", "/v2/tags", "default", """{"name":"kept"}""");

        (await client.GetStringAsync("/_emulator/info")).Should().Contain(data.File).And.Contain("\"sequence\":1,");
    }

    private static async Task<long> RecordsSinceCheckpoint(Running emulator)
    {
        using var client = emulator.Emulator.CreateClient();
        using var info = JsonDocument.Parse(await client.GetStringAsync("/_emulator/info"));
        return info.RootElement.GetProperty("data").GetProperty("recordsSinceCheckpoint").GetInt64();
    }

    private static void Note(Running emulator, Dictionary<string, byte[]> exports, Dictionary<string, int> lastKeys)
    {
        foreach (var world in s_worlds)
        {
            exports[world] = ExportTests.Export(emulator.Emulator.World(world).Store.Current);
            lastKeys[world] = emulator.Emulator.World(world).Store.Current.LastKey;
        }
    }

    /// <summary>Checks the folder of the emulator that was stopped, and the copy that was made while it ran.</summary>
    private static async Task CheckBoth(
        EmulatorOptions options, DataDirectory killed, Dictionary<string, byte[]> exports, Dictionary<string, int> lastKeys)
    {
        using (killed)
        {
            await Check(options, exports, lastKeys);
            await Check(options with { Data = killed.Name }, exports, lastKeys);
        }
    }

    private static async Task Check(EmulatorOptions options, Dictionary<string, byte[]> exports, Dictionary<string, int> lastKeys)
    {
        await using var again = await Running.OnKestrel(options);
        foreach (var (world, export) in exports)
        {
            var graph = again.Emulator.World(world).Store.Current;
            ExportTests.Export(graph).Should().Equal(export);
            graph.LastKey.Should().Be(lastKeys[world]);
        }
    }

    private static async Task<string[]> States(Running emulator) =>
    [
        await Sent(emulator, "GET", "/_emulator/clock", "one"),
        await Sent(emulator, "GET", "/_emulator/faults", "one"),
        await Sent(emulator, "GET", "/_emulator/rate-limits", "one"),
        await Sent(emulator, "GET", "/__admin/mappings", "one"),
        await Sent(emulator, "GET", "/__admin/scenarios", "one"),
        await Sent(emulator, "GET", "/_emulator/snapshots", "one"),
        await Sent(emulator, "GET", "/_emulator/faults", "two"),
    ];

    private static async Task<string> Sent(Running emulator, string method, string target, string world, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await emulator.Send(method, target, content, (Worlds.Header, world));
        response.StatusCode.Should().NotBe(HttpStatusCode.InternalServerError);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }
}
