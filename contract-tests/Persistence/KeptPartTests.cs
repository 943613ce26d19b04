using System.Text;
using Emulation.Http;
using Emulation.Persistence;
using Emulation.Tests.Support;
using Emulation.Tests.WireMocks;

namespace Emulation.Tests.Persistence;

/// <summary>A change of a large state of a part is kept as what differs.</summary>
[CancelAfter(120_000)]
class KeptPartTests
{
    private const string Stubs = "/__admin/mappings";
    private const string Mappings = $"{WireMockPlane.Admin}/mappings";

    [TestCase(Mappings)]
    [TestCase(Stubs)]
    public async Task A_mapping_more_is_as_many_bytes_however_many_there_are(string route)
    {
        const int Few = 40, Many = 240;

        var (few, many) = (await BytesOf(route, Few), await BytesOf(route, Many));

        ((many - few) / (Many - Few)).Should().BeLessThan(few / Few * 5 / 4);
    }

    [TestCase(Mappings)]
    [TestCase(Stubs)]
    public async Task Mappings_that_came_and_went_are_there_after_restarts(string route)
    {
        using var data = new DataDirectory();
        await using (var emulator = await Start(data))
        {
            for (var i = 0; i < 30; i++) await Add(emulator, route, i);
            await Remove(emulator, route, 3);
            await Sent(emulator, "POST", "/_emulator/snapshots/thirty");
            await Remove(emulator, route, 17);
            await Sent(emulator, "POST", "/_emulator/worlds/fork", """{"from":{"world":"default"}}""");
        }
        await using (var emulator = await Start(data))
        {
            await Add(emulator, route, 30);
            await Remove(emulator, route, 29);
            await Add(emulator, route, 31, "fork");
            await Add(emulator, route, 32, "fork");
            await Remove(emulator, route, 31, "fork");
        }
        (await DataShell.Run("compact", data.Name)).Code.Should().Be(0);
        await using (var emulator = await Start(data)) await Add(emulator, route, 33);

        await using var again = await Start(data);

        (await Answering(again)).Should().Equal([.. Enumerable.Range(0, 31).Except([3, 17, 29]), 33]);
        (await Answering(again, "fork")).Should().Equal([.. Enumerable.Range(0, 30).Except([3, 17]), 32]);
        await Sent(again, "POST", "/_emulator/snapshots/thirty/restore");
        (await Answering(again)).Should().Equal(Enumerable.Range(0, 30).Except([3]));
    }

    [Test]
    public async Task Checkpoints_between_changes_lose_nothing()
    {
        using var data = new DataDirectory();
        EmulatorOptions Options() => data.Options() with { Keep = options => DataFolder.Open(options, recordsOfACheckpoint: 3) };
        await using (var emulator = await Running.OnKestrel(Options()))
        {
            for (var i = 0; i < 40; i++)
            {
                await Add(emulator, Stubs, i);
                if (i % 5 == 4) await Remove(emulator, Stubs, i - 2);
            }
        }

        await using var again = await Running.OnKestrel(Options());

        (await Answering(again)).Should().Equal(Enumerable.Range(0, 40).Where(i => i % 5 != 2));
    }

    private static async Task<long> BytesOf(string route, int count)
    {
        using var data = new DataDirectory();
        await using (var emulator = await Start(data))
            for (var i = 0; i < count; i++) await Add(emulator, route, i);
        await using var folder = DataFolder.Open(data.Options());
        return folder.Sizes()["default"].Bytes;
    }

    private static Task<Running> Start(DataDirectory data) => Running.OnKestrel(WireMockSupport.Prepare(data.Options()));

    private static async Task Add(Running emulator, string route, int number, string world = "default") =>
        (await Sent(emulator, "POST", route, Mapping(route, number), world)).Should().StartWith("201");

    private static async Task Remove(Running emulator, string route, int number, string world = "default") =>
        (await Sent(emulator, "DELETE", $"{route}/{Id(number)}", null, world)).Should().StartWith("200");

    private static string Mapping(string route, int number) => route == Stubs
        ? $$$"""
          {"id":"{{{Id(number)}}}","request":{"urlPath":"/mapped/{{{number}}}"},"response":{"status":218,"body":"{{{Text(number)}}}"}}
          """
        : $$$"""
          {"Guid":"{{{Id(number)}}}","Request":{"Path":"/mapped/{{{number}}}"},"Response":{"StatusCode":218,"Body":"{{{Text(number)}}}"}}
          """;

    private static string Text(int number) => $"ein Wört {number}";

    private static string Id(int number) => $"0f6a7b3e-0000-0000-0000-{number:d12}";

    private static async Task<List<int>> Answering(Running emulator, string world = "default")
    {
        List<int> found = [];
        for (var i = 0; i < 50; i++)
            if (await Sent(emulator, "GET", $"/mapped/{i}", null, world) == $"218 {Text(i)}") found.Add(i);
        return found;
    }

    private static async Task<string> Sent(Running emulator, string method, string target, string? body = null, string world = "default")
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await emulator.Send(method, target, content, (Worlds.Header, world));
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
