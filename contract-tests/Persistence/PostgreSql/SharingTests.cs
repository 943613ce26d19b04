using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.Control.Exports;
using Emulation.Tests.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>Emulators that share a database show one state.</summary>
[CancelAfter(120_000)]
class SharingTests
{
    private static readonly string[] s_worlds = [Worlds.Default, "one", "two"];

    [Test]
    public async Task Two_instances_and_a_later_one_export_the_same_bytes([Values("docs", "demo")] string dataset, [Values(1, 2)] int seed)
    {
        var address = SharedServer.Server.NewDatabase();
        Dictionary<string, string> exports = [];
        await using (var first = await Instances.Start(address, dataset))
        await using (var second = await Instances.Start(address, dataset))
        {
            var (chance, writes) = (new Random(seed), new RandomWrites(first.Apis, new Random(seed)));
            for (var i = 0; i < 200; i++)
            {
                var (emulator, world) = (chance.Next(2) == 0 ? first : second, s_worlds[chance.Next(s_worlds.Length)]);
                if (i % 40 == 17) await emulator.Sent("POST", "/_emulator/snapshots/here", world);
                if (i % 40 == 30) await emulator.Sent("POST", "/_emulator/snapshots/here/restore", world);
                if (i == 120) await emulator.Sent("POST", "/_emulator/reset", world);
                if (writes.Next(emulator.Emulator.World(world).Store.Current) is { } wish) await RandomRequests.Send(emulator, wish, world);
            }
            foreach (var world in s_worlds)
            {
                exports[world] = await first.Export(world);
                (await second.Export(world)).Should().Be(exports[world]);
                LastKey(second, world).Should().Be(LastKey(first, world));
            }
        }

        await using var later = await Instances.Start(address);

        foreach (var world in s_worlds) (await later.Export(world)).Should().Be(exports[world]);
    }

    [Test]
    public async Task A_read_shows_what_another_instance_answered_before()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);

        for (var i = 0; i < 100; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (first, second) : (second, first);
            (await writer.Tag($"t{i}", $"w{i % 3}")).Should().StartWith("201");

            (await reader.TagStatus($"t{i}", $"w{i % 3}")).Should().Be(200);
        }
    }

    [Test]
    public async Task Ids_do_not_repeat_when_instances_write_at_the_same_time()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);

        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var answer = await (number % 2 == 0 ? first : second).Sent(
                "POST", "/v2/groups/incidents", body: $$"""{"name":"incident {{number}}","eventDate":"2024-01-01"}""");
            answer.Should().StartWith("201");
            using var document = JsonDocument.Parse(answer[4..]);
            return document.RootElement.GetProperty("data").GetProperty("incident").GetProperty("id").GetInt64();
        }));

        ids.Should().OnlyHaveUniqueItems();
        (await first.Export()).Should().Be(await second.Export());
    }

    [Test]
    public async Task Changes_that_wait_for_a_world_share_records()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var emulator = await Instances.Start(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => emulator.Tag($"tag {number}")));

        answers.Should().OnlyContain(answer => answer.StartsWith("201"));
        int.Parse(SharedServer.Server.Scalar(address, "SELECT count(*) FROM api_emulator.record")!).Should().BeLessThan(64);
    }

    [Test]
    public async Task What_is_set_by_control_routes_at_one_instance_holds_at_the_other()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);

        await first.Sent("PUT", "/_emulator/clock", "one", """{"mode":"frozen","now":"2031-02-03T04:05:06Z"}""");
        await first.Sent("POST", "/_emulator/faults", "one",
            """{"name":"busy","match":{"api":"threatconnect","method":"DELETE"},"effect":{"status":503}}""");
        await first.Sent("POST", "/__admin/mappings", "one",
            """{"request":{"method":"GET","url":"/v2/x"},"response":{"status":299}}""");

        (await second.Sent("GET", "/_emulator/clock", "one")).Should().Contain("2031-02-03T04:05:06Z");
        (await second.Sent("DELETE", "/v2/tags/any", "one")).Should().StartWith("503");
        (await second.Sent("GET", "/v2/x", "one")).Should().StartWith("299");
        (await second.Sent("GET", "/v2/x", "two")).Should().StartWith("404");
    }

    [Test]
    public async Task A_fault_that_holds_a_request_is_not_ended_by_what_another_instance_counts()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);
        await first.Sent("POST", "/_emulator/faults", body: """{"name":"hold","match":{"method":"GET"},"effect":{"connection":"hang"}}""");
        await first.Sent("POST", "/_emulator/faults", body: """{"name":"busy","match":{"method":"PUT"},"effect":{"status":503}}""");
        var held = second.Sent("GET", "/v2/owners");
        await Applied(first, 1);

        await first.Sent("PUT", "/v2/tags/any");
        await Applied(second, 2);

        held.IsCompleted.Should().BeFalse();
        await first.Sent("DELETE", "/_emulator/faults");
        await FluentActions.Awaiting(() => held).Should().ThrowAsync<HttpRequestException>();
    }

    [Test]
    public async Task Records_of_another_instance_are_an_event()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);
        using var client = second.Emulator.CreateClient();
        using var events = new StreamReader(await client.GetStreamAsync("/_emulator/events?world=*"));

        await first.Tag("told", "one");

        var line = "";
        while (!line.Contains("followed", StringComparison.Ordinal)) line = await events.ReadLineAsync() ?? throw new AssertionException(line);
        line.Should().Contain("\"world\":\"one\"");
    }

    [Test]
    public async Task Snapshots_resets_forks_and_deletions_are_seen_by_the_other_instance()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);

        await first.Tag("kept", "one");
        await first.Sent("POST", "/_emulator/snapshots/before", "one");
        await second.Tag("later", "one");
        await second.Sent("POST", "/_emulator/worlds/copy", body: """{"from":{"world":"one","snapshot":"before"}}""");
        (await first.TagStatus("kept", "copy")).Should().Be(200);
        (await first.TagStatus("later", "copy")).Should().Be(404);
        (await first.Sent("POST", "/_emulator/snapshots/before/restore", "one")).Should().StartWith("200");
        (await second.TagStatus("later", "one")).Should().Be(404);
        (await second.Sent("POST", "/_emulator/reset", "one")).Should().StartWith("200");
        (await first.TagStatus("kept", "one")).Should().Be(404);
        (await second.Sent("DELETE", "/_emulator/worlds/copy")).Should().StartWith("204");
        (await first.Sent("GET", "/_emulator/worlds/copy")).Should().StartWith("404");
        (await first.TagStatus("kept", "copy")).Should().Be(404, "the world is a new one");

        // A world of the name of a deleted one goes on with its log.
        (await first.Tag("again", "copy")).Should().StartWith("201");
        (await second.TagStatus("again", "copy")).Should().Be(200);
        (await second.TagStatus("kept", "copy")).Should().Be(404);
    }

    [Test]
    public async Task An_imported_graph_is_seen_by_the_other_instance_and_written_to()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);

        (await first.Sent("POST", "/_emulator/import", "one",
            """{"format":1,"name":"mine","start":"2024-01-01T00:00:00Z","tags":[{"name":"imported"}]}""")).Should().StartWith("200");
        (await second.TagStatus("imported", "one")).Should().Be(200);
        (await second.Tag("after", "one")).Should().StartWith("201");
        (await second.Sent("POST", "/_emulator/import", "two",
            """{"format":1,"name":"other","start":"2024-01-01T00:00:00Z","tags":[{"name":"second"}]}""")).Should().StartWith("200");

        (await first.TagStatus("after", "one")).Should().Be(200);
        (await first.TagStatus("second", "two")).Should().Be(200);
        await using var third = await Instances.Start(address);
        (await third.Export("one")).Should().Be(await first.Export("one"));
        (await third.Export("two")).Should().Be(await first.Export("two"));
    }

    [Test]
    public async Task The_info_route_shows_the_database_without_its_password_and_how_far_behind_it_is()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Instances.Start(address);
        await using var second = await Instances.Start(address);

        await first.Tag("one");

        var info = await second.Sent("GET", "/_emulator/info");
        info.Should().Contain(SharedServer.Server.Shown(address)).And.Contain("\"sequence\":1,\"newest\":1,\"behind\":0")
            .And.NotContain("word");
    }

    /// <summary>Waits until so many rules were applied once, at any instance.</summary>
    private static async Task Applied(Running emulator, int rules)
    {
        while ((await emulator.Sent("GET", "/_emulator/faults")).Split("\"strikes\":1").Length <= rules)
            TestContext.CurrentContext.CancellationToken.ThrowIfCancellationRequested();
    }

    private static int LastKey(Running emulator, string world) => emulator.Emulator.World(world).Store.Current.LastKey;
}
