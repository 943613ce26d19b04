using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

/// <summary>One story through three APIs.</summary>
class CastTests
{
    private readonly Graph _graph = Demo.Small;

    [Test]
    public void What_an_indicator_is_joined_to_is_what_its_entity_is_related_to()
    {
        var mirrored = Mirrored();
        var names = mirrored.Values.ToHashSet(StringComparer.Ordinal);
        var joined = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (indicator, entity) in mirrored)
        {
            var neighbours = joined.TryGetValue(entity, out var known) ? known : joined[entity] = new(StringComparer.Ordinal);
            foreach (var other in Joined(indicator)) neighbours.Add(mirrored[other]);
        }

        joined.Values.Sum(neighbours => neighbours.Count).Should().BeGreaterThan(500);
        foreach (var (entity, neighbours) in joined) Related(entity).Where(names.Contains).Should().BeEquivalentTo(neighbours, entity);
    }

    [Test]
    public void A_group_of_the_cast_is_an_entity_related_to_the_entities_of_its_indicators()
    {
        var mirrored = Mirrored();
        var types = new Dictionary<GroupType, string> { [GroupType.Adversary] = "adversary", [GroupType.IntrusionSet] = "group",
            [GroupType.Malware] = "malware", [GroupType.Threat] = "threat", [GroupType.Vulnerability] = "cve" };
        var members = _graph.Nodes<Group>().Where(group => types.ContainsKey(group.Type)).ToList();

        members.Should().HaveCountGreaterThan(30);
        foreach (var member in members)
        {
            var type = types[member.Type];
            var entity = Entity.Of(_graph, type, member.Type == GroupType.Adversary || member.Type == GroupType.IntrusionSet ? member.Name
                : member.Name.ToLowerInvariant());
            entity.Should().NotBeNull(member.Name);
            var indicators = Listed(member, ThreatConnectRelations.GroupIndicator.From).Cast<Indicator>()
                .Select(indicator => mirrored[indicator]);
            indicators.Except(Related(entity!.Id), StringComparer.Ordinal).Should().BeEmpty(member.Name);
        }
    }

    [Test]
    public void Rating_and_reputation_agree()
    {
        foreach (var (indicator, id) in Mirrored())
        {
            var entity = Entity.Of(_graph, id)!;
            entity.BestReputation.Should().BeGreaterThanOrEqualTo(entity.Reputation);
            entity.WorstReputation.Should().BeLessThanOrEqualTo(entity.Reputation);
            if (indicator.Rating >= 300) entity.Reputation.Should().BeNegative();
            if (indicator.Rating is >= 0 and < 200) entity.Reputation.Should().BePositive();
            if (indicator.Rating == Indicator.Unset) entity.Reputation.Should().Be(0);
            if (entity.WellKnown) entity.WorstReputation.Should().BeGreaterThanOrEqualTo(0);
        }
    }

    [Test]
    public void An_adversary_can_be_followed_from_group_to_indicator_to_entity_to_post()
    {
        var posts = _graph.Nodes<Post>().ToList();
        var found = 0;
        foreach (var adversary in _graph.Nodes<Group>().Where(group => group.Type == GroupType.Adversary))
        {
            if (!posts.Exists(post => post.Body.Contains(adversary.Name, StringComparison.Ordinal))) continue;
            var entity = Entity.Of(_graph, "adversary", adversary.Name)!;
            var hosts = Listed(adversary, ThreatConnectRelations.GroupIndicator.From).Cast<Indicator>()
                .Where(indicator => indicator.Type == IndicatorType.Host).ToList();
            if (hosts.Exists(host => Related(entity.Id).Contains(Ids.OfEntity("domain", host.Value1!), StringComparer.Ordinal))) found++;
        }

        found.Should().BeGreaterThan(2);
    }

    [Test]
    public void Posts_name_indicators_that_exist()
    {
        var hosts = _graph.Nodes<Indicator>().Where(indicator => indicator.Type == IndicatorType.Host).Select(host => host.Value1!)
            .ToHashSet(StringComparer.Ordinal);
        var naming = _graph.Nodes<Post>().Count(post => post.Body.Split(' ').Any(word => hosts.Contains(word)));

        naming.Should().BeGreaterThan(5);
    }

    [Test]
    public void The_analysts_are_the_same_people_everywhere()
    {
        var analysts = _graph.Nodes<Emulation.Graphs.ThreatConnect.User>().Where(user => user.Role == "Analyst").ToList();
        var profiles = _graph.Nodes<Profile>().ToDictionary(profile => profile.Username, StringComparer.Ordinal);
        var accounts = _graph.Nodes<Emulation.Graphs.ThreatWinds.User>().ToDictionary(account => account.Alias, StringComparer.Ordinal);

        analysts.Should().HaveCount(24);
        foreach (var analyst in analysts)
        {
            var name = analyst.UserName.Split('.');
            profiles.Keys.Should().Contain(username => string.Equals(username, $"{name[0]}_{name[1]}", StringComparison.OrdinalIgnoreCase));
            accounts[analyst.UserName].FullName.Should().Be(analyst.FullName);
        }
        var posters = profiles.Values.Where(profile => analysts.Exists(analyst =>
            string.Equals(analyst.UserName.Replace('.', '_'), profile.Username, StringComparison.OrdinalIgnoreCase)))
            .Select(profile => profile.PublicKey).ToHashSet();
        _graph.Nodes<Post>().Count(post => posters.Contains(post.Poster)).Should().BeGreaterThan(_graph.Count(Post.NodeKind) / 2);
    }

    [Test]
    public void Linked_items_have_one_owner()
    {
        foreach (var group in _graph.Nodes<Group>())
        {
            Listed(group, ThreatConnectRelations.GroupGroup.From).Cast<Group>().Should().NotContain(other => other.Owner != group.Owner);
            Listed(group, ThreatConnectRelations.GroupIndicator.From).Cast<Indicator>().Should()
                .NotContain(other => other.Owner != group.Owner);
        }
        foreach (var indicator in _graph.Nodes<Indicator>()) Joined(indicator).Should().NotContain(other => other.Owner != indicator.Owner);
    }

    [Test]
    public void Dates_lie_in_order_before_the_world_begins()
    {
        var start = DemoGraph.Start(DemoEnd.Default).ToUnixTimeSeconds();

        start.Should().Be(DemoGraph.DefaultEnd);
        foreach (var group in _graph.Nodes<Group>()) Ordered(group.Added, group.Modified, start);
        foreach (var indicator in _graph.Nodes<Indicator>()) Ordered(indicator.Added, indicator.Modified, start);
        foreach (var task in _graph.Nodes<WorkflowTask>()) Ordered(task.Added, task.Modified ?? task.Added, start);
        foreach (var attribute in _graph.Nodes<ItemAttribute>()) Ordered(attribute.Added, attribute.Modified, start);
        foreach (var entity in _graph.Nodes<Entity>()) Ordered(entity.FirstSeen, entity.At, entity.LastSeen, start * Nanos.PerSecond);
        foreach (var post in _graph.Nodes<Post>()) post.TimestampNanos.Should().BeLessThan((ulong)start * 1_000_000_000);
        foreach (var group in _graph.Nodes<Group>())
            if (group.Details is EventDetails happened) happened.EventDate.Should().BeLessThanOrEqualTo(group.Added);
    }

    [Test]
    public void Reactions_are_not_older_than_their_posts()
    {
        var posts = _graph.Nodes<Post>().ToDictionary(post => Convert.ToHexString(post.Hash), StringComparer.Ordinal);
        var reactions = _graph.Nodes<PostAssociation>().Where(one => posts.ContainsKey(Convert.ToHexString(one.PostHash))).ToList();

        reactions.Should().HaveCountGreaterThan(100);
        foreach (var reaction in reactions)
            reaction.BlockHeight.Should().BeGreaterThanOrEqualTo(posts[Convert.ToHexString(reaction.PostHash)].ConfirmationBlockHeight);
    }

    [Test]
    public void A_few_have_very_many_neighbours()
    {
        var degrees = Demo.Large.Nodes<Group>().Where(group => group.Type == GroupType.Adversary)
            .Select(group => Listed(Demo.Large, group, ThreatConnectRelations.GroupGroup.From).Count()).OrderDescending().ToList();
        var addresses = Demo.Large.Nodes<Indicator>().Where(indicator => indicator.Type == IndicatorType.Address)
            .Select(address => Demo.Large.LinkedOfClass(address, ThreatConnectRelations.IndicatorJoined.From, Indicator.ActiveClass).Count)
                .OrderDescending().ToList();

        degrees[0].Should().BeGreaterThan(10 * degrees[degrees.Count / 2] / 4);
        addresses[0].Should().BeGreaterThan(40 * Math.Max(1, addresses[addresses.Count / 2]));
    }

    private static void Ordered(params long[] moments) => moments.Should().BeInAscendingOrder();

    /// <summary>Each indicator with the id of its entity.</summary>
    private Dictionary<Indicator, string> Mirrored()
    {
        var mirrored = new Dictionary<Indicator, string>(ReferenceEqualityComparer.Instance);
        foreach (var indicator in _graph.Nodes<Indicator>())
        {
            var (type, value) = Told(indicator);
            mirrored[indicator] = Ids.OfEntity(type, value);
            _graph.Find<Entity, TailKey>(Entity.ById, new(mirrored[indicator])).Should()
                .NotBeNull($"{indicator.Type.Name} {indicator.Summary} is an entity too");
        }
        return mirrored;
    }

    /// <summary>
    /// How ThreatWinds writes an indicator (threatwinds/api-docs entity-types.md; go-sdk entities; go-sdk entities), worked out a second
    /// time.
    /// </summary>
    private static (string Type, string Value) Told(Indicator indicator) => indicator.Type.Name switch
    {
        "Host" => ("domain", indicator.Value1!),
        "Address" => ("ip", System.Net.IPAddress.Parse(indicator.Value1!).ToString()),
        "URL" => ("url", indicator.Value1!),
        "EmailAddress" => ("email-address", indicator.Value1!),
        "File" when indicator.Value1 is not null => ("md5", indicator.Value1.ToLowerInvariant()),
        "File" when indicator.Value3 is not null => ("sha256", indicator.Value3.ToLowerInvariant()),
        "File" => ("sha1", indicator.Value2!.ToLowerInvariant()),
        "ASN" => ("asn", indicator.Value1!.Replace("ASN", "", StringComparison.Ordinal)),
        "CIDR" => ("cidr", System.Net.IPNetwork.Parse(indicator.Value1!).ToString()),
        "Mutex" => ("value", indicator.Value1!),
        "Registry Key" =>
            ("regkey", (indicator.Value2 == " " ? indicator.Value1! : $"{indicator.Value1}\\{indicator.Value2}").ToLowerInvariant()),
        "Email Subject" => ("email-subject", indicator.Value1!.ToLowerInvariant()),
        _ => ("text", indicator.Value1!.ToLowerInvariant()),
    };

    private IEnumerable<Indicator> Joined(Indicator indicator) =>
        Listed(indicator, ThreatConnectRelations.IndicatorJoined.From).Cast<Indicator>();

    private List<string> Related(string entity)
    {
        var node = Entity.Of(_graph, entity)!;
        return [.. _graph.Linked(node, StoredRelation.Related.From).All().Concat(_graph.Linked(node, StoredRelation.Related.To).All())
            .Cast<Entity>().Select(other => other.Id)];
    }

    private IEnumerable<Node> Listed(Node node, End end) => Listed(_graph, node, end);

    private static IEnumerable<Node> Listed(Graph graph, Node node, End end) => end.Lists.HasFlag(Lists.All)
        ? graph.Linked(node, end).All()
        : graph.LinkedOfClass(node, end, Indicator.ActiveClass).All().Concat(graph.LinkedOfClass(node, end, Indicator.InactiveClass).All());
}
