using Emulation.Persistence.PostgreSql;
using Emulation.Tests.Support;
using Emulation.Tests.WireMocks;

namespace Emulation.Tests.Persistence.PostgreSql;

/// <summary>What a tester sets in a world, at another instance.</summary>
[CancelAfter(120_000)]
class PartTests
{
    [Test]
    public async Task Mappings_of_WireMock_Net_answer_at_the_other_instance()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Start(address);
        await using var second = await Start(address);

        await Map(first);

        (await second.Sent("GET", "/mapped", "one")).Should().StartWith("203");
        (await second.Sent("GET", "/mapped", "two")).Should().StartWith("404");
    }

    [Test]
    public async Task What_was_followed_is_not_kept_again()
    {
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Start(address);
        await using var second = await Start(address);
        await Map(first);
        await first.Sent("PUT", "/_emulator/clock", "one", """{"mode":"stepped","now":"2031-02-03T04:05:06Z","step":"1s"}""");
        await first.Sent("POST", "/_emulator/faults", "one",
            """{"name":"busy","match":{"api":"threatconnect","method":"DELETE"},"effect":{"status":503}}""");
        await first.Sent("PUT", "/_emulator/rate-limits", "one", """{"limits":[{"per":"api","requests":100,"window":"1h"}]}""");
        await first.Sent("POST", "/__admin/mappings", "one", """{"request":{"method":"GET","url":"/v2/x"},"response":{"status":299}}""");
        await first.Sent("POST", "/_emulator/snapshots/all", "one");
        await first.TagStatus("any", "one");
        foreach (var emulator in (Running[])[first, second, first]) await Keep(emulator);
        var records = Records(address);

        foreach (var emulator in (Running[])[second, first, second]) await Keep(emulator);

        Records(address).Should().Be(records);
    }

    [Test]
    public async Task Stubs_that_instances_add_in_turn_answer_at_all_of_them()
    {
        const int Count = 24;
        var address = SharedServer.Server.NewDatabase();
        await using var first = await Start(address);
        await using var second = await Start(address);
        for (var i = 0; i < Count; i++)
        {
            var emulator = i % 5 < 3 ? first : second;
            (await emulator.Sent("POST", "/__admin/mappings", "one", $$$"""
                {"id":"0f6a7b3e-0000-0000-0000-{{{i:d12}}}","request":{"urlPath":"/stub/{{{i}}}"},"response":{"status":{{{210 + i}}}} }
                """)).Should().StartWith("201");
            if (i % 7 == 6) await emulator.TagStatus($"tag-{i}", "one");
        }
        (await second.Sent("DELETE", "/__admin/mappings/0f6a7b3e-0000-0000-0000-000000000004", "one")).Should().StartWith("200");

        await using var third = await Start(address);

        foreach (var emulator in (Running[])[first, second, third])
            for (var i = 0; i < Count; i++)
                (await emulator.Sent("GET", $"/stub/{i}", "one")).Should().StartWith(i == 4 ? "404" : $"{210 + i}");
    }

    private static Task<Running> Start(string address) =>
        Running.OnKestrel(WireMockSupport.Prepare(Instances.Options(address)));

    private static async Task Map(Running emulator) =>
        (await emulator.Sent("POST", $"{WireMockPlane.Admin}/mappings", "one",
            """{"Request":{"Path":"/mapped"},"Response":{"StatusCode":203}}""")).Should().StartWith("201");

    /// <summary>As happens every second.</summary>
    private static async Task Keep(Running emulator)
    {
        var log = (SharedLog)emulator.Emulator.Worlds.Log!;
        await log.FollowAll();
        await log.KeepMoved();
    }

    private static string Records(string address) =>
        SharedServer.Server.Scalar(address, "SELECT sum(last) FROM api_emulator.world")!;
}
