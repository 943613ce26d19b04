using System.Security.Cryptography;
using System.Text;
using Emulation.Tests.Apis.Deso;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control;

/// <summary>
/// Worlds know nothing of each other: what is done in 64 of them at once ends, byte for byte, as it does in one after another.
/// </summary>
[CancelAfter(240_000)]
class ParallelWorldLaws
{
    private const int Worlds = 64;
    private const int Steps = 24;

    [Test]
    public async Task Sixty_four_worlds_at_once_end_as_one_after_another()
    {
        await using var together = await Running.InProcess(Options(), new HandClock(Plane.Noon));
        await using var inTurn = await Running.InProcess(Options(), new HandClock(Plane.Noon));

        var atOnce = await Task.WhenAll(Enumerable.Range(0, Worlds).Select(world => Task.Run(() => Live(together, world))));
        var oneByOne = new List<string>();
        for (var world = 0; world < Worlds; world++) oneByOne.Add(await Live(inTurn, world));

        atOnce.Should().Equal(oneByOne);
        atOnce.Distinct(StringComparer.Ordinal).Should().HaveCount(Worlds, "each world has another story");
        together.Emulator.Worlds.Count.Should().Be(Worlds + 1);
        together.World.Store.Current.Should().BeSameAs(together.Emulator.Worlds.Dataset, "nobody was in the world default");
    }

    private static EmulatorOptions Options() => new() { Dataset = "docs", MaxWorlds = Worlds + 1 };

    /// <summary>A story by chance in one world, and all that was answered in it.</summary>
    private static async Task<string> Live(Running emulator, int number)
    {
        var story = new Story(emulator, $"w{number}", new Random(number));
        await story.Tell("PUT", "/_emulator/clock", """{"mode":"stepped","now":"2030-01-01T00:00:00Z","step":"1s"}""");
        for (var step = 0; step < Steps; step++) await story.Go(step);
        await story.Tell("GET", "/v2/groups/incidents?resultLimit=500");
        await story.Tell("GET", "/v2/indicators?includeTags=true&resultLimit=500");
        await story.Tell("POST", "/api/search/v1/entities?limit=100", """{"query":{"match_all":{}}}""");
        await story.Tell(
            "POST", "/api/v0/user-associations/query", $$"""{"TransactorPublicKeyBase58Check":"{{Wallet.Key(0)}}","Limit":100}""");
        return story.Hash;
    }

    private sealed class Story(Running emulator, string world, Random chance)
    {
        private readonly StringBuilder _told = new();

        public string Hash => $"{_told.Length} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_told.ToString())))}";

        public Task<string> Go(int step) => chance.Next(12) switch
        {
            0 or 1 => Tell("POST", "/v2/groups/incidents", $$"""{"name":"Incident {{step}}","eventDate":"2030-01-01T00:00:00Z"}"""),
            2 => Tell(
                "POST",
                "/v2/indicators/addresses",
                $$"""{"ip":"198.51.100.{{chance.Next(20)}}","rating":{{chance.Next(6)}},"confidence":{{chance.Next(101)}}}"""),
            3 => Tell("POST", $"/v2/indicators/hosts/example.org/tags/T{chance.Next(5)}"),
            4 => Tell("DELETE", $"/v2/indicators/hosts/example.org/tags/T{chance.Next(5)}"),
            5 => Tell("GET", "/v2/groups/incidents?resultLimit=3"),
            6 => Tell("POST", "/api/ingest/v1/entity", $$"""{"type":"ip","attributes":{"ip":"203.0.113.{{chance.Next(20)}}"},"reputation":-{{1 + chance.Next(3)}},"visibleBy":["public"]}"""),
            7 => Tell("GET", "/api/analytics/v1/entity/nothing/relations"),
            8 => Tell("GET", "/api/search/v1/entity/ip?value=203.0.113.7"),
            // A signature takes longer than all else together.
            9 => chance.Next(2) == 0
                ? Associate(step)
                : Tell(
                    "POST",
                    "/api/v0/user-associations/counts",
                    $$"""{"TransactorPublicKeyBase58Check":"{{Wallet.Key(0)}}","AssociationType":"T0"}"""),
            10 => Tell("POST", $"/_emulator/snapshots/s{chance.Next(2)}"),
            _ => chance.Next(4) == 0 ? Tell("POST", "/_emulator/reset") : Tell("POST", $"/_emulator/snapshots/s{chance.Next(2)}/restore"),
        };

        public async Task<string> Tell(string method, string target, string? body = null)
        {
            using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            var credentials = target.StartsWith("/v2", StringComparison.Ordinal) ? Plane.Token : "Bearer emulator-bearer";
            using var response = await emulator.Send(method, target, content, ("X-Emulator-World", world), ("Authorization", credentials));
            var text = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).Should().BeLessThan(500, text);
            _told.Append(method).Append(' ').Append(target).Append(' ').Append((int)response.StatusCode).Append(' ').Append(text).Append('\n');
            return text;
        }

        /// <summary>Made by the node, signed here, submitted.</summary>
        private async Task<string> Associate(int step)
        {
            var made = await Tell("POST", "/api/v0/user-associations/create",
                $$"""{"TransactorPublicKeyBase58Check":"{{Wallet.Key(0)}}","TargetUserPublicKeyBase58Check":"{{Wallet.Key(1)}}","AssociationType":"T{{chance.Next(3)}}","AssociationValue":"{{step}}","MinFeeRateNanosPerKB":1000}""");
            using var answer = System.Text.Json.JsonDocument.Parse(made);
            if (!answer.RootElement.TryGetProperty("TransactionHex", out var hex)) return made;
            return await Tell("POST", "/api/v0/submit-transaction", $$"""{"TransactionHex":"{{Wallet.Signed(hex.GetString()!, 0)}}"}""");
        }
    }
}
