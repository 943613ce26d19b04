using System.Text;
using System.Text.Json;
using Emulation.Http;
using Emulation.Tests.Support;
using Emulation.Tests.WireMocks;

namespace Emulation.Tests.Persistence;

/// <summary>What WireMock.Net has of a world is kept with it.</summary>
class KeptMappingTests
{
    private const string Mapping = "0f6a7b3e-0000-0000-0000-000000000001";
    private const string Unread = "has mappings of WireMock.Net; this build does not answer them, and keeps them for one that does";

    [Test]
    public async Task Mappings_scenario_states_and_files_are_there_after_a_restart()
    {
        using var data = new DataDirectory();
        string before;
        await using (var emulator = await Start(data))
        {
            await Scenario(emulator);
            (await Sent(emulator, "POST", $"{WireMockPlane.Admin}/files/body.txt", "from a file")).Should().StartWith("200");
            await Posted(emulator, """{"Request":{"Path":"/file"},"Response":{"StatusCode":203,"BodyAsFile":"body.txt"}}""");
            await Posted(emulator, """{"Request":{"Path":"/twice"},"Response":{"StatusCode":201}}""");
            await Posted(emulator, """{"Request":{"Path":"/twice"},"Response":{"StatusCode":202}}""");
            (await Sent(emulator, "GET", "/flaky")).Should().StartWith("503");
            before = await Sent(emulator, "GET", $"{WireMockPlane.Admin}/mappings");
        }

        await using var again = await Start(data);

        (await Sent(again, "GET", "/flaky")).Should().StartWith("200", "the scenario is in its second state");
        (await Sent(again, "GET", "/file")).Should().Be("203 from a file");
        (await Sent(again, "GET", "/twice")).Should().StartWith("202", "the later mapping answers");
        Guids(await Sent(again, "GET", $"{WireMockPlane.Admin}/mappings")).Should().BeEquivalentTo(Guids(before));
        (await Sent(again, "GET", "/flaky", world: "other")).Should().StartWith("404", "other worlds have none");
    }

    [Test]
    public async Task A_snapshot_puts_mappings_back_after_a_restart()
    {
        using var data = new DataDirectory();
        await using (var emulator = await Start(data))
        {
            await Scenario(emulator);
            await Sent(emulator, "POST", "/_emulator/snapshots/with");
            (await Sent(emulator, "DELETE", $"{WireMockPlane.Admin}/mappings")).Should().StartWith("200");
        }
        await using (var emulator = await Start(data)) (await Sent(emulator, "GET", "/flaky")).Should().StartWith("404");

        await using var again = await Start(data);
        (await Sent(again, "POST", "/_emulator/snapshots/with/restore")).Should().StartWith("200");

        (await Sent(again, "GET", "/flaky")).Should().StartWith("503");
    }

    [Test]
    public async Task A_build_without_the_engine_keeps_them_and_says_so()
    {
        using var data = new DataDirectory();
        await using (var emulator = await Start(data)) await Scenario(emulator);
        await using (var without = await data.Start())
        {
            without.Log.ToString().Should().Contain(Unread);
            (await Sent(without, "GET", "/flaky")).Should().StartWith("404");
            (await Sent(without, "POST", "/v2/tags", """{"name":"written without it"}""")).Should().StartWith("201");
            (await Sent(without, "POST", "/_emulator/worlds/fork", """{"from":{"world":"default"}}""")).Should().StartWith("201");
            (await DataShell.Run("compact", data.Name)).Code.Should().Be(2, "the folder is in use");
        }
        (await DataShell.Run("compact", data.Name)).Code.Should().Be(0);

        await using var again = await Start(data);

        (await Sent(again, "GET", "/flaky")).Should().StartWith("503");
        (await Sent(again, "GET", "/flaky", world: "fork")).Should().StartWith("503");
        again.Log.ToString().Should().NotContain(Unread);
    }

    [Test]
    public async Task A_reset_in_a_build_without_the_engine_removes_them()
    {
        using var data = new DataDirectory();
        await using (var emulator = await Start(data)) await Scenario(emulator);
        await using (var without = await data.Start()) (await Sent(without, "POST", "/_emulator/reset")).Should().StartWith("200");

        await using var again = await Start(data);

        (await Sent(again, "GET", "/flaky")).Should().StartWith("404");
    }

    [Test]
    public async Task An_engine_that_was_only_looked_at_is_not_kept()
    {
        using var data = new DataDirectory();
        await using (var emulator = await Start(data)) await Sent(emulator, "GET", $"{WireMockPlane.Admin}/mappings");

        (await DataShell.Run("check", data.Name)).Output.Should().StartWith("world default: 0 records, ");
    }

    [Test]
    public async Task The_files_of_a_folder_of_mappings_are_read_at_each_start()
    {
        using var data = new DataDirectory();
        using var folder = new TemporaryFolder().With("one.json", """{"Request":{"Path":"/one"},"Response":{"StatusCode":201}}""");
        EmulatorOptions Options() => WireMockSupport.Prepare(WireMockSupport.Over(data.Options(), folder.Path));
        await using (var emulator = await Running.OnKestrel(Options()))
        {
            (await Sent(emulator, "GET", "/one")).Should().StartWith("201");
            (await Sent(emulator, "POST", "/v2/tags", """{"name":"kept"}""")).Should().StartWith("201");
        }
        folder.With("one.json", """{"Request":{"Path":"/one"},"Response":{"StatusCode":202}}""");

        await using var again = await Running.OnKestrel(Options());

        (await Sent(again, "GET", "/one")).Should().StartWith("202");
        (await Sent(again, "GET", "/v2/tags/kept")).Should().StartWith("200");
    }

    private static Task<Running> Start(DataDirectory data) => Running.OnKestrel(WireMockSupport.Prepare(data.Options()));

    private static Task Scenario(Running emulator) => Posted(emulator, $$"""
        [{"Guid":"{{Mapping}}","Scenario":"flaky","SetStateTo":"ok","Request":{"Path":"/flaky"},"Response":{"StatusCode":503} },
         {"Scenario":"flaky","WhenStateIs":"ok","Request":{"Path":"/flaky"},"Response":{"StatusCode":200} }]
        """);

    private static async Task Posted(Running emulator, string mapping) =>
        (await Sent(emulator, "POST", $"{WireMockPlane.Admin}/mappings", mapping)).Should().StartWith("201");

    private static string[] Guids(string answer)
    {
        using var mappings = JsonDocument.Parse(answer[4..]);
        return [.. mappings.RootElement.EnumerateArray().Select(mapping => mapping.GetProperty("Guid").GetString()!)];
    }

    private static async Task<string> Sent(
        Running emulator, string method, string target, string? body = null, string world = Worlds.Default)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await emulator.Send(method, target, content, (Worlds.Header, world));
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
