using System.Buffers;
using System.Text;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;
using Emulation.Tests.Apis.ThreatWinds;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>
/// What requests near a hub cost, against the same near an entity with a hundredth of its neighbours. Every neighbour has a relation to
/// a second hub as well, so that a walk meets both.
/// </summary>
class HubCostTests
{
    private const int Few = 100;
    private const int Many = 10_000;

    /// <summary>A page may cost this many times the page near the entity with few neighbours.</summary>
    private const int Factor = 3;

    private static readonly string[] s_reads =
    [
        "/api/search/v1/associations/{0}?limit=20",
        "/api/search/v1/entity/{0}/relations?limit=20",
        "/api/search/v1/entity/{0}/relations?limit=20&page={1}",
        "/api/search/v1/entity/{0}/relations?limit=20&sort=@timestamp&order=desc",
        "/api/search/v1/entity/{0}/relations?limit=20&groups=public",
        "/api/analytics/v1/entity/{0}/relations",
        "/api/analytics/v1/entity/{0}/relations?levels=3",
        "/api/analytics/v1/entity/{0}/relations?levels=3&limit=50",
    ];

    private static readonly (string Target, string Body)[] s_writes =
    [
        ("/api/ingest/v1/entity", """{"type":"threat","attributes":{"threat":"hub{0}"},"reputation":-1}"""),
        ("/api/ingest/v1/entity", """{"type":"text","attributes":{"text":"{0}n7"},"reputation":-1}"""),
        ("/api/ingest/v1/association", """{"entityID":"{1}","relatedEntityID":"{2}"}"""),
    ];

    [Test]
    public void A_read_near_a_hub_costs_at_most_three_times_the_read_near_an_entity_with_few_neighbours()
    {
        var emulator = new Straight(Surroundings());

        Compare(emulator, s_reads.Select(read => (Request(read, Few), Request(read, Many))));

        static Request Request(string read, int size) =>
            new(
                read,
                "GET",
                read.Replace("{0}", Hub(size), StringComparison.Ordinal).Replace("{1}", $"{size / 40}", StringComparison.Ordinal));
    }

    [Test]
    public void A_report_near_a_hub_costs_at_most_three_times_the_report_near_an_entity_with_few_neighbours()
    {
        var emulator = new Straight(Surroundings());

        Compare(emulator, s_writes.Select(write => (Request(write.Target, write.Body, Few), Request(write.Target, write.Body, Many))));

        static Request Request(string target, string body, int size) => new(body, "POST", target, body
            .Replace("{0}", $"{size}", StringComparison.Ordinal)
            .Replace("{1}", Hub(size), StringComparison.Ordinal)
            .Replace("{2}", Ids.OfEntity("text", $"{size}n8"), StringComparison.Ordinal));
    }

    private static void Compare(Straight emulator, IEnumerable<(Request Few, Request Many)> requests)
    {
        using var all = new FluentAssertions.Execution.AssertionScope();
        foreach (var (few, many) in requests)
        {
            var (small, large) = (emulator.CostOf(few), emulator.CostOf(many));
            TestContext.Out.WriteLine($"{few.Name,-90} {small.Lookups,6} {large.Lookups,6} lookups {small.Bytes,8} {large.Bytes,8} bytes");

            if (Straight.CountsLookups) large.Lookups.Should().BeLessThanOrEqualTo(small.Lookups * Factor, many.Name);
            large.Bytes.Should().BeLessThanOrEqualTo(small.Bytes * Factor, many.Name);
        }
    }

    private static string Hub(int size) => Ids.OfEntity("threat", $"hub{size}");

    private static Dataset Surroundings()
    {
        var data = new Data();
        foreach (var size in (int[])[Few, Many])
        {
            data.Entity($"hub{size}", type: "threat").Entity($"peer{size}", type: "threat").Related($"hub{size}", $"peer{size}");
            for (var i = 0; i < size; i++)
            {
                data.Entity($"{size}n{i}", Data.At(i % 50)).Related($"{size}n{i}", $"peer{size}");
                if (i % 50 > 40) data.Entity($"{size}leaf{i}").Related($"{size}n{i}", $"{size}leaf{i}");
                if (i % 2 == 0) data.Related($"hub{size}", $"{size}n{i}");
                else data.Related($"{size}n{i}", $"hub{size}");
            }
        }
        var bytes = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(data.ToJson()));
        return Datasets.Read("test", bytes, out var error) ?? throw new InvalidOperationException(error?.ToString());
    }
}
