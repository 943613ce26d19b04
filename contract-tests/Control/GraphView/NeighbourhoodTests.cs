using System.Text.Json;
using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;
using Emulation.Tests.Support;

namespace Emulation.Tests.Control.GraphView;

/// <summary>The nodes and links around a node. The story is the one that the README follows through the three APIs.</summary>
class NeighbourhoodTests
{
    private const string Host = "threatconnect/indicator/10000004";
    private const string Domain = "threatwinds/entity/domain-8fdc6e6618120fe5c9697cf07670f516e36bffbc747921757abeb267572e9e30";
    private const string Post = "deso/post/59550529fce01afdd73c31a952b9da08a341f46098095265b9fed06565bb9aaf";

    [Test]
    public async Task A_host_is_linked_to_the_entity_of_its_value_and_to_the_post_that_mentions_it()
    {
        await using var running = await Shown.Demo();

        var graph = await running.Get($"{Shown.Graph}?api=threatconnect&kind=indicator&id=10000004");

        graph.Text("center").Should().Be(Host);
        graph.Nodes().Select(node => node.Text("key")).Should().Contain([Host, Domain, Post, "threatconnect/group/1000000"]);
        graph.Links().Where(link => link.Text("relation") == "same value" && link.GetProperty("crossApi").GetBoolean())
            .Should().ContainSingle().Which.Should().Match<JsonElement>(link =>
                (link.Text("from") == Host && link.Text("to") == Domain) || (link.Text("from") == Domain && link.Text("to") == Host));
        graph.Links().Should().Contain(link => link.Text("relation") == "mentions" && link.GetProperty("directed").GetBoolean()
            && link.Text("from") == Post && link.Text("to") == Host);
    }

    [TestCase("api=threatwinds&id=domain-8fdc6e6618120fe5c9697cf07670f516e36bffbc747921757abeb267572e9e30")]
    [TestCase("api=deso&id=59550529fce01afdd73c31a952b9da08a341f46098095265b9fed06565bb9aaf")]
    [TestCase("q=gateway-rapidano.example")]
    public async Task The_story_is_found_from_each_of_the_three_apis(string query)
    {
        await using var running = await Shown.Demo();

        var graph = await running.Get($"{Shown.Graph}?{query}");

        graph.Nodes().Select(node => node.Text("key")).Should().Contain([Host, Domain, Post]);
    }

    [Test]
    public async Task Users_of_one_name_are_linked_across_the_apis()
    {
        await using var running = await Shown.Demo();

        var graph = await running.Get($"{Shown.Graph}?q=Arely_Grenholt");

        graph.Nodes().Where(node => node.Number("level") < 2).Select(node => $"{node.Text("api")}:{node.Text("kind")}")
            .Should().Contain(["deso:profile", "threatconnect:user", "threatwinds:account"]);
    }

    [TestCase(1, 10)]
    [TestCase(2, 50)]
    [TestCase(3, 250)]
    public async Task No_more_nodes_than_the_limit_are_shown_and_none_is_further_away_than_the_depth(int depth, int limit)
    {
        await using var running = await Shown.Demo();

        var graph = await running.Get($"{Shown.Graph}?q=Barley%20Glazier&depth={depth}&limit={limit}");

        graph.Nodes().Count().Should().Be(limit);
        graph.Nodes().Select(node => node.Number("level")).Should().OnlyContain(level => level <= depth);
        graph.Nodes().Select(node => node.Text("key")).Should().OnlyHaveUniqueItems();
        var keys = graph.Nodes().Select(node => node.Text("key")).ToHashSet(StringComparer.Ordinal);
        graph.Links().Should().OnlyContain(link => keys.Contains(link.Text("from")) && keys.Contains(link.Text("to")));
    }

    [Test]
    public async Task Of_a_hub_each_kind_and_type_gets_a_share_and_the_answer_says_how_many_were_left_out()
    {
        await using var running = await Running.InProcess("docs");
        var hub = AddHub(running, hosts: 10_000, addresses: 3, victims: 2);

        var graph = await running.Get($"{Shown.Graph}?api=threatconnect&kind=group&id={hub.Id}&limit=21");

        graph.Nodes().Skip(1).CountBy(node => node.Text("type"), StringComparer.Ordinal).Select(type => (type.Key, type.Value))
            .Should().BeEquivalentTo([("Host", 15), ("Address", 3), ("Victim", 2)]);
        graph.Nodes().First().Number("neighbours").Should().Be(10_005);
        graph.Nodes().First().Number("omitted").Should().Be(9985);
        var omitted = graph.GetProperty("omitted");
        omitted.Number("total").Should().Be(9985);
        var list = omitted.GetProperty("lists").EnumerateArray().Single();
        (list.Text("kind"), list.Text("type"), list.Number("total"), list.Number("shown")).Should().Be(("indicator", "Host", 10_000, 15));
    }

    [Test]
    public async Task Only_the_wanted_apis_and_kinds_are_shown_besides_the_centre()
    {
        await using var running = await Shown.Demo();

        var ofApi = await running.Get($"{Shown.Graph}?q=Barley%20Glazier&apis=deso");
        var ofKinds = await running.Get($"{Shown.Graph}?q=Barley%20Glazier&kinds=threatwinds:entity,threatconnect:victim");

        ofApi.Nodes().Skip(1).Select(node => node.Text("api")).Should().NotBeEmpty().And.OnlyContain(api => api == "deso");
        ofKinds.Nodes().Skip(1).Select(node => node.Text("kind")).Should().NotBeEmpty().And.BeSubsetOf(["entity", "victim"]);
    }

    [Test]
    public async Task What_is_written_is_in_the_next_picture()
    {
        await using var running = await Running.InProcess("docs");
        var token = ("Authorization", Plane.Token);
        using (await running.Send("POST", "/api/v2/indicators/hosts/example.org/tags/Seen", null, token))
        {
        }

        var graph = await running.Get($"{Shown.Graph}?q=example.org");

        graph.Nodes().Select(node => node.Text("key")).Should().Contain("threatconnect/tag/2:Seen");
    }

    private static Group AddHub(Running running, int hosts, int addresses, int victims) => running.World.Store.Write(graph =>
    {
        var builder = new GraphBuilder(graph);
        var hub = builder.Add(new Group
        {
            Id = 77_000_000, Owner = 2, Type = GroupType.Adversary, Name = "Hub", Added = 1, Modified = 1,
        });
        for (var i = 0; i < hosts + addresses; i++)
        {
            var item = builder.Add(new Indicator
            {
                Id = 78_000_000 + i,
                Owner = 2,
                Type = i < hosts ? IndicatorType.Host : IndicatorType.Address,
                Value1 = i < hosts ? $"h{i}.example" : $"192.0.2.{i - hosts + 100}",
                Added = i,
                Modified = i,
            });
            builder.Link(hub, ThreatConnectRelations.GroupIndicator, item);
        }
        for (var i = 0; i < victims; i++)
            builder.Link(hub, ThreatConnectRelations.GroupVictim,
                builder.Add(new Victim { Id = 79_000_000 + i, Owner = 2, Name = $"Victim {i}" }));
        return (builder.Build(), hub);
    });
}
