using System.Text.Json;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Http;

/// <summary>What a request costs is counted, at two sizes of the graph: looks into trees and tables, and bytes allocated.</summary>
class CostTests
{
    private const int Few = 1_000;
    private const int Many = 100_000;

    /// <summary>Lookups more that a request may take: trees are a level or two deeper, and a request descends into a dozen.</summary>
    private const int Deeper = 16;

    /// <summary>What an item of a page takes: its entry in the index, and the node.</summary>
    private const int LookupsPerItem = 2;

    private const string Related = "domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396";
    private const string Associations = "/api/v0/post-associations/query";

    private static readonly Request[] s_creates =
    [
        new("a host",      "POST", "/api/v2/indicators/hosts", """{"hostName":"h#.cost.example"}"""),
        new("an incident", "POST", "/api/v2/groups/incidents", """{"name":"Incident #","eventDate":"2024-01-01"}"""),
        new("an entity",   "POST", "/api/ingest/v1/entity",    """{"type":"domain","attributes":{"domain":"h#.cost.example"},"reputation":-1}"""),
    ];

    [Test]
    public void A_read_costs_no_more_in_a_graph_a_hundred_times_as_large()
    {
        var (at, then) = (Of(Few), Of(Many));

        foreach (var (few, many) in Reads(at).Zip(Reads(then)))
        {
            var (small, large) = (at.CostOf(few), then.CostOf(many));
            TestContext.Out.WriteLine($"{few.Name,-40} {small.Lookups,6} {large.Lookups,6} lookups {small.Bytes,8} {large.Bytes,8} bytes");

            if (Straight.CountsLookups)
                large.Lookups.Should().BeLessThanOrEqualTo(small.Lookups + ((many.Items - few.Items) * LookupsPerItem) + Deeper, many.Name);
            large.Bytes.Should().BeLessThanOrEqualTo(small.Bytes * 5 / 4, many.Name);
        }
    }

    /// <summary>A write copies one path of each tree that it changes, and paths grow as the logarithm does.</summary>
    [Test]
    public void A_create_costs_a_path_of_each_index_whatever_the_size()
    {
        var (at, then) = (Of(Few), Of(Many));

        foreach (var create in s_creates)
        {
            var (small, large) = (at.CostOf(create), then.CostOf(create));
            TestContext.Out.WriteLine(
                $"{create.Name,-40} {small.Lookups,6} {large.Lookups,6} lookups {small.Bytes,8} {large.Bytes,8} bytes");

            if (Straight.CountsLookups) large.Lookups.Should().BeLessThanOrEqualTo(small.Lookups * 2, create.Name);
            large.Bytes.Should().BeLessThanOrEqualTo(small.Bytes * 5 / 4, create.Name);
        }
    }

    private static Straight Of(int nodes) => new(Datasets.Generated(DemoSize.Default with { Nodes = nodes }, 1));

    private static IEnumerable<Request> Reads(Straight emulator)
    {
        yield return Get("an indicator", "/api/v2/indicators/hosts/example.org");
        yield return Get("a group", $"/api/v2/groups/incidents/{First(emulator, "/api/v2/groups/incidents", "incident")}");
        yield return Get("a task", $"/api/v2/tasks/{First(emulator, "/api/v2/tasks", "task")}");
        foreach (var list in (string[])["indicators", "indicators/hosts", "groups", "groups/incidents", "tasks", "victims", "tags"])
        {
            var count = Count(emulator, $"/api/v2/{list}");
            foreach (var (name, start) in new[] { ("first", 0), ("middle", count / 2), ("last", Math.Max(0, count - 100)) })
                yield return Get($"{name} page of {list}", $"/api/v2/{list}?resultStart={start}&resultLimit=100") with { Items = Math.Min(100, count - start) };
        }
        yield return Get("an entity", $"/api/search/v1/entity/{Related}");
        yield return Get("what is related", $"/api/search/v1/entity/{Related}/relations?limit=100");
        yield return Get("what is associated", $"/api/search/v1/associations/{Related}?limit=100");
        yield return new("newest entities", "POST", "/api/search/v1/entities?limit=100", "{}");
        foreach (var page in Pages(emulator)) yield return page;
    }

    private static Request Get(string name, string target) => new(name, "GET", target);

    private static int Count(Straight emulator, string list) =>
        Json(emulator, $"{list}?resultLimit=1").GetProperty("resultCount").GetInt32();

    private static long First(Straight emulator, string list, string key) =>
        Json(emulator, list).GetProperty(key)[0].GetProperty("id").GetInt64();

    private static JsonElement Json(Straight emulator, string target)
    {
        var (status, body) = emulator.Ask("GET", target);
        status.Should().Be(200, target);
        return JsonDocument.Parse(body).RootElement.GetProperty("data");
    }

    /// <summary>The pages behind the first are asked for by the last association seen.</summary>
    private static IEnumerable<Request> Pages(Straight emulator)
    {
        const string reactions = "\"AssociationType\":\"REACTION\"";
        yield return Page("first", $"{{{reactions}}}");
        var last = Ids($"{{{reactions},\"SortDescending\":true}}")[^1];
        yield return Page("last", $"{{{reactions},\"LastSeenAssociationID\":\"{last}\"}}");

        Request Page(string name, string body) =>
            new($"{name} page of associations", "POST", Associations, body) { Items = Ids(body).Length };

        string[] Ids(string body) => [.. JsonDocument.Parse(emulator.Ask("POST", Associations, body).Body).RootElement
            .GetProperty("Associations").EnumerateArray().Select(one => one.GetProperty("AssociationID").GetString()!)];
    }
}
