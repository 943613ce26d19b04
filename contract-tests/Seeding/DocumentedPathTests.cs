using System.Text.Json;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;
using Emulation.Tests.House;
using Emulation.Tests.Support;

namespace Emulation.Tests.Seeding;

/// <summary>In demo, every documented path has something behind it for the default caller and owner.</summary>
class DocumentedPathTests
{
    private static readonly Dataset s_demo = Datasets.Generated(DemoSize.Default, 1);

    public static IEnumerable<string> Paths(string api)
    {
        using var routes = JsonDocument.Parse(Repository.Text($"fixtures/{api}/routes.json"));
        return
        [
            .. routes.RootElement.EnumerateArray()
                .Where(row => row.GetProperty("provenance").GetString() == "documented" && row.GetProperty("method").GetString() == "GET")
                .Select(row => row.GetProperty("path").GetString()!),
        ];
    }

    [Test]
    public void Every_documented_list_and_item_of_ThreatConnect_is_there_at_the_start_of_the_dataset()
    {
        Empty(new Straight(s_demo)).Should().BeEmpty();
    }

    [Test]
    public void And_today_when_the_data_ends_today()
    {
        var now = new DateTimeOffset(2027, 5, 4, 9, 30, 0, TimeSpan.Zero);
        var emulator = new Straight(Datasets.Generated(DemoSize.Default, 1, DemoEnd.Today.At(now)));
        emulator.World.Clock.Freeze(now);

        Empty(emulator).Should().BeEmpty();
    }

    [Test]
    public void And_years_later_by_the_machine_s_clock()
    {
        var emulator = new Straight(s_demo);
        emulator.World.Clock.Freeze(new DateTimeOffset(2027, 5, 4, 9, 30, 0, TimeSpan.Zero));

        Empty(emulator, isOld: true).Should().BeEmpty();
    }

    [Test]
    public void Every_documented_route_of_DeSo_finds_an_association()
    {
        var emulator = new Straight(s_demo);
        var user = s_demo.Graph.Nodes<UserAssociation>().Last();
        var post = s_demo.Graph.Nodes<PostAssociation>().Last();

        foreach (var (route, association, other) in new[] { ("user", (Association)user, ("TargetUserPublicKeyBase58Check", Key(user.Target))), ("post", post, ("PostHashHex", Convert.ToHexStringLower(post.PostHash))) })
        {
            var query = $$"""{"TransactorPublicKeyBase58Check":"{{Key(association.Transactor)}}","{{other.Item1}}":"{{other.Item2}}","AssociationType":"{{Text(association.Type)}}","AssociationValue":"{{Text(association.Value)}}"}""";
            var several = query.Replace(
                $"\"AssociationValue\":\"{Text(association.Value)}\"",
                $"\"AssociationValues\":[\"{Text(association.Value)}\"]",
                StringComparison.Ordinal);
            emulator.Ask("GET", $"/api/v0/{route}-associations/{Convert.ToHexStringLower(association.Id)}").Status.Should().Be(200);
            emulator.Ask("POST", $"/api/v0/{route}-associations/query", query).Body
                .Should().Contain(Convert.ToHexStringLower(association.Id));
            emulator.Ask("POST", $"/api/v0/{route}-associations/count", query).Body.Should().Contain("\"Count\":1");
            emulator.Ask("POST", $"/api/v0/{route}-associations/counts", several).Body.Should().Contain("\"Total\":1");
        }
    }

    [Test]
    public void The_post_association_that_the_documentation_prints_is_found_by_its_printed_id()
    {
        const string printed = "0ed4915dec590cf2c6da7c836971d927d8e682c1b5caf6d7e705e5497ff36746";

        var (status, body) = new Straight(s_demo).Ask("GET", $"/api/v0/post-associations/{printed}");

        status.Should().Be(200);
        body.Should().Contain(printed).And.Contain("460f8b4125342af8b4de69018d4b07f862bcd0435f63e75cc376cada35845ddc").And.Contain("HEART");
    }

    [Test]
    public void Every_documented_route_of_ThreatWinds_finds_relations()
    {
        var emulator = new Straight(s_demo);
        var entity = s_demo.Graph.Nodes<Entity>().First(one => one.Type == "adversary"
            && one.VisibleBy.Contains("public", StringComparer.Ordinal));

        foreach (var path in Paths("threatwinds"))
        {
            var (status, body) = emulator.Ask("GET", path.Replace("{id}", entity.Id, StringComparison.Ordinal));
            DocumentedPaths.HasItem(status, body).Should().BeTrue($"{path}: {status} {body}");
        }
    }

    private static List<string> Empty(Straight emulator, bool isOld = false)
    {
        var paths = new DocumentedPaths(emulator, isOld);
        var empty = new List<string>();
        foreach (var path in Paths("threatconnect"))
        {
            if (paths.Find(path) is { } found) TestContext.Out.WriteLine(found);
            else empty.Add(path);
        }
        return empty;
    }

    private static string Key(PublicKey key) =>
        System.Text.Encoding.ASCII.GetString(Base58Check.Print(Base58Check.PublicPrefix(Network.Testnet), key.Bytes));

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
