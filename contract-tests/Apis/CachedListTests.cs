using System.Text.Json;
using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding;
using Emulation.Tests.Support;

namespace Emulation.Tests.Apis;

/// <summary>Items of lists are kept as bytes; no list may show what is no longer so, or is so elsewhere.</summary>
public class CachedListTests
{
    private const string Groups = "/api/v2/groups?resultLimit=500";
    private const string Associations = "/api/v0/post-associations/query";

    private readonly Dataset _demo = Datasets.Generated(DemoSize.Default with { Nodes = 400 }, 1);

    [Test]
    public void A_renamed_group_is_listed_by_its_new_name_in_its_world_alone()
    {
        var emulator = new Straight(_demo);
        var (id, name) = Incident(emulator);
        Read(emulator, Groups, "one");

        emulator.Ask("PUT", $"/api/v2/groups/incidents/{id}", """{"name":"Renamed here"}""", "one").Status.Should().Be(200);

        for (var i = 0; i < 3; i++)
        {
            emulator.Ask("GET", Groups, world: "one").Body.Should().Contain("Renamed here").And.NotContain(name);
            emulator.Ask("GET", Groups).Body.Should().Contain(name).And.NotContain("Renamed here");
        }
    }

    [Test]
    public void A_renamed_owner_is_shown_on_all_its_items()
    {
        var emulator = new Straight(_demo);
        string[] lists = [Groups, "/api/v2/groups/incidents", "/api/v2/indicators", "/api/v2/indicators/hosts", "/api/v2/tasks", "/api/v2/tags"];
        foreach (var list in lists) Read(emulator, list);

        emulator.World.Store.Write(graph =>
        {
            var owner = graph.Find<Owner, IdKey>(Owner.ById, new IdKey(0, 2))!;
            return (graph.Replace(owner, owner with { Name = "Another Org" }), true);
        });

        foreach (var list in lists)
            emulator.Ask("GET", list).Body.Should().Contain("Another").And.NotContain("Example Org").And.NotContain("Example+Org", list);
    }

    [Test]
    public void Lists_with_and_without_includes_do_not_mix()
    {
        var emulator = new Straight(_demo);

        for (var i = 0; i < 3; i++)
        {
            emulator.Ask("GET", Groups).Body.Should().Contain("ownerName").And.NotContain("\"owner\":{");
            emulator.Ask("GET", Groups + "&includeTags=true").Body.Should().Contain("\"owner\":{").And.NotContain("ownerName");
        }
    }

    [Test]
    public void A_list_of_all_types_names_the_type_and_a_list_of_one_does_not()
    {
        var emulator = new Straight(_demo);

        for (var i = 0; i < 3; i++)
        {
            emulator.Ask("GET", "/api/v2/indicators").Body.Should().Contain("\"summary\":").And.Contain("\"type\":\"Host\"");
            emulator.Ask("GET", "/api/v2/indicators/hosts").Body.Should().Contain("\"hostName\":").And.NotContain("\"type\":\"Host\"");
        }
    }

    [Test]
    public void A_task_becomes_overdue_in_lists_at_its_due_date()
    {
        var emulator = new Straight(_demo);
        emulator.Ask("POST", "/api/v2/tasks", """{"name":"Late","dueDate":"2030-01-01T00:00:00Z"}""").Status.Should().Be(201);
        var before = Read(emulator, "/api/v2/tasks?filters=name%3DLate");

        emulator.World.Clock.Freeze(new DateTimeOffset(2030, 1, 2, 0, 0, 0, TimeSpan.Zero));

        before.Should().Contain("\"overdue\":false");
        Read(emulator, "/api/v2/tasks?filters=name%3DLate").Should().Contain("\"overdue\":true");
    }

    [Test]
    public void Two_emulators_over_the_same_nodes_use_their_own_options()
    {
        var usual = new Straight(_demo);
        var other = new Straight(_demo, new EmulatorOptions
        {
            ThreatConnect = new ThreatConnectOptions { WeblinkBase = "https://other.example" },
            Deso = new DesoOptions { Network = Network.Mainnet },
        });

        for (var i = 0; i < 3; i++)
        {
            usual.Ask("GET", Groups).Body.Should().Contain("https://app.threatconnect.com").And.NotContain("https://other.example");
            other.Ask("GET", Groups).Body.Should().Contain("https://other.example").And.NotContain("https://app.threatconnect.com");
            Transactor(usual).Should().StartWith("tBC");
            Transactor(other).Should().StartWith("BC1");
        }
    }

    /// <summary>Whatever was written, put back or kept before: a list is the same as from an emulator that has kept nothing.</summary>
    [Test]
    public void Every_list_equals_that_of_an_emulator_with_an_empty_cache([Values(1, 2, 3)] int seed)
    {
        var dice = new Random(seed);
        var emulator = new Straight(_demo);
        var beginning = emulator.World.State;
        for (var round = 0; round < 25; round++)
        {
            Change(emulator, dice, beginning);
            foreach (var (method, target, body) in s_lists)
            {
                var kept = Read(emulator, target, method: method, body: body);
                var fresh = new Straight(_demo with { Graph = emulator.World.Store.Current });
                fresh.Ask(method, target, body).Body.Should().Be(kept, target);
            }
        }
    }

    private const string Related =
        "/api/search/v1/entity/domain-59f5e994104053f590acdd1d2d72071669c839a60fc68291110facfa2fd16396/relations?limit=100";

    private static readonly (string Method, string Target, string? Body)[] s_lists =
    [
        ("GET",  Groups, null),
        ("GET",  "/api/v2/groups/incidents", null),
        ("GET",  "/api/v2/indicators?filters=active%3Dtrue,active%3Dfalse&orParams=true", null),
        ("GET",  "/api/v2/indicators/hosts", null),
        ("GET",  "/api/v2/tags", null),
        ("GET",  "/api/v2/tags/Kept/groups", null),
        ("GET",  Related, null),
        ("POST", "/api/search/v1/entities/advanced?limit=100", "{}"),
        ("POST", "/api/search/v1/entities?limit=100", "{}"),
        ("POST", Associations, """{"AssociationType":"REACTION"}"""),
    ];

    private static void Change(Straight emulator, Random dice, Emulation.Http.WorldState beginning)
    {
        var (id, _) = Incident(emulator, dice.Next(20));
        var host = $"h{dice.Next(5)}.kept.example";
        _ = dice.Next(7) switch
        {
            0 => emulator.Ask("PUT", $"/api/v2/groups/incidents/{id}", $$"""{"name":"Name {{dice.Next()}}"}"""),
            1 => emulator.Ask("DELETE", $"/api/v2/groups/incidents/{id}"),
            2 => emulator.Ask("POST", $"/api/v2/groups/incidents/{id}/tags/Kept"),
            3 => emulator.Ask("POST", "/api/v2/indicators/hosts", $$"""{"hostName":"{{host}}"}"""),
            4 => emulator.Ask(
                "PUT",
                $"/api/v2/indicators/hosts/{host}",
                $$"""{"rating":{{dice.Next(6)}},"active":{{(dice.Next(2) == 0 ? "true" : "false")}}}"""),
            5 => emulator.Ask(
                "POST",
                "/api/ingest/v1/entity",
                $$"""{"type":"domain","attributes":{"domain":"{{host}}"},"reputation":{{dice.Next(-3, 1)}}}"""),
            _ => Restored(),
        };

        (int, string) Restored()
        {
            emulator.World.Restore(beginning);
            return default;
        }
    }

    /// <summary>Often enough that what can be kept is.</summary>
    private static string Read(Straight emulator, string target, string? world = null, string method = "GET", string? body = null)
    {
        for (var i = 0; i < 2; i++) emulator.Ask(method, target, body, world);
        return emulator.Ask(method, target, body, world).Body;
    }

    /// <summary>The id of an incident, and its name as it stands in an answer.</summary>
    private static (long Id, string Name) Incident(Straight emulator, int at = 0)
    {
        var all = JsonDocument.Parse(
            emulator.Ask("GET", "/api/v2/groups/incidents").Body).RootElement.GetProperty("data").GetProperty("incident");
        return (all[at].GetProperty("id").GetInt64(), $"\"name\":{all[at].GetProperty("name").GetRawText()}");
    }

    private static string Transactor(Straight emulator) =>
        JsonDocument.Parse(emulator.Ask("POST", Associations, """{"AssociationType":"REACTION"}""").Body)
        .RootElement.GetProperty("Associations")[0].GetProperty("TransactorPublicKeyBase58Check").GetString()!;
}
