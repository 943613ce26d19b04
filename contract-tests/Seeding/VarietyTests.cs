using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;
using Emulation.Seeding;

namespace Emulation.Tests.Seeding;

/// <summary>At size 2,000 everything occurs that can: each type, each word of a closed list, set and unset.</summary>
class VarietyTests
{
    private readonly Graph _graph = Demo.Small;

    [Test]
    public void Every_type_of_group_and_indicator_occurs()
    {
        _graph.Nodes<Group>().Select(group => group.Type).Distinct().Should().BeEquivalentTo(GroupType.All);
        _graph.Nodes<Indicator>().Select(indicator => indicator.Type).Distinct().Should().BeEquivalentTo(IndicatorTypes.BuiltIn.All);
        _graph.Nodes<VictimAsset>().Select(asset => asset.Type).Distinct().Should().BeEquivalentTo(AssetType.All);
        _graph.Nodes<AdversaryAsset>().Select(asset => asset.Type).Distinct().Should().BeEquivalentTo(AdversaryAssetType.All);
        _graph.Nodes<ItemAttribute>().Select(attribute => attribute.Type).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo(AttributeTypes.BuiltIn.All.Select(type => type.Name));
    }

    [Test]
    public void Every_status_occurs()
    {
        Details<EventDetails>(GroupType.Incident).Select(details => details.Status).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo([.. EventDetails.IncidentStatuses, null]);
        Details<EventDetails>(GroupType.Event).Select(details => details.Status).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo([.. EventDetails.EventStatuses, null]);
        Details<FileDetails>(GroupType.Report).Concat(Details<FileDetails>(GroupType.Document)).Select(details => details.Status)
            .Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(FileStatus.All);
        Details<SignatureDetails>(GroupType.Signature).Select(details => details.FileType).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo(SignatureDetails.FileTypes);
        _graph.Nodes<WorkflowTask>().Select(task => task.Status).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo(WorkflowTask.Statuses);
    }

    [Test]
    public void Every_association_and_file_action_occurs()
    {
        foreach (var type in AssociationTypes.BuiltIn.All) _graph.Count(type.Relation).Should().BePositive(type.Name);
        _graph.Count(ThreatConnectRelations.IndicatorIndicator).Should().BePositive();
    }

    /// <summary>What an analyst associates: actors with what they use, incidents with what was used, reports with everything.</summary>
    [TestCase("Adversary", "Campaign, Malware, Intrusion Set, Threat, Vulnerability, Attack Pattern, Tool, Incident, Event, Email, Signature, Document, Report")]
    [TestCase("Campaign", "Malware, Intrusion Set, Threat, Vulnerability, Attack Pattern, Tool, Tactic, Incident, Event, Email, Signature, Document, Report")]
    [TestCase("Malware", "Intrusion Set, Vulnerability, Attack Pattern, Tool, Incident, Email, Signature, Document, Report, Course of Action")]
    [TestCase("Incident", "Threat, Vulnerability, Attack Pattern, Tool, Tactic, Event, Email, Signature, Document, Report, Course of Action")]
    [TestCase("Report", "Intrusion Set, Threat, Vulnerability, Attack Pattern, Tool, Tactic, Event, Email, Signature, Document")]
    public void A_type_of_group_is_associated_with_the_types_that_belong_to_it(string type, string others)
    {
        var linked = _graph.Nodes<Group>().Where(group => group.Type.Name == type)
            .SelectMany(group => _graph.Linked(group, ThreatConnectRelations.GroupGroup.From).All().Cast<Group>())
            .Concat(_graph.Nodes<Group>().Where(group => group.Type.Name == type)
                .SelectMany(group => _graph.Linked(group, ThreatConnectRelations.GroupGroup.To).All().Cast<Group>()));

        linked.Select(group => group.Type.Name).Distinct(StringComparer.Ordinal).Should().Contain(others.Split(", "));
    }

    [Test]
    public void Every_relation_of_ThreatConnect_has_links()
    {
        var unused = ThreatConnectRelations.All.Except(ThreatConnectRelations.Associated).Where(relation => _graph.Count(relation) == 0)
            .Select(relation => relation.Name);

        unused.Should().BeEmpty();
    }

    [Test]
    public void Indicators_have_every_rating_and_some_have_none()
    {
        var indicators = _graph.Nodes<Indicator>().ToList();

        indicators.Select(indicator => indicator.Rating / 100).Distinct().Should().Contain([0, 1, 2, 3, 4, 5]);
        indicators.Should().Contain(indicator => indicator.Rating == Indicator.Unset)
            .And.Contain(indicator => indicator.Confidence == Indicator.Unset);
        indicators.Should().Contain(indicator => !indicator.IsActive).And.Contain(indicator => indicator.Sightings != null);
        indicators.Should().Contain(indicator => indicator.Description != null).And.Contain(indicator => indicator.Source != null);
        foreach (var flag in Enum.GetValues<IndicatorFlags>()) indicators.Should()
            .Contain(indicator => indicator.Flags.HasFlag(flag), flag.ToString());
    }

    [Test]
    public void Registry_keys_have_every_hive_and_value_type()
    {
        var keys = _graph.Nodes<Indicator>().Where(indicator => indicator.Type == IndicatorType.RegistryKey).ToList();

        keys.Select(key => key.Value3).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo(IndicatorType.RegistryKey.Values[2].Options);
        keys.Select(key => key.Value1!.Split('\\')[0]).Distinct(StringComparer.Ordinal).Should().HaveCount(9);
    }

    [Test]
    public void Values_are_canonical_and_stand_once_in_their_owner()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in Demo.Large.Nodes<Indicator>())
        {
            var parts = new[] { indicator.Value1, indicator.Value2, indicator.Value3 };
            for (var i = 0; i < parts.Length; i++)
                if (parts[i] is { } part) IndicatorValues.Canonical(indicator.Type, i, part).Should().Be(part);
            seen.Add($"{indicator.Owner} {indicator.Type.Name} {indicator.Summary}").Should().BeTrue(indicator.Summary);
        }
    }

    [Test]
    public void Some_values_are_known_to_two_owners()
    {
        var owners = _graph.Nodes<Indicator>().GroupBy(indicator => (indicator.Type, indicator.Summary))
            .Select(group => group.Select(indicator => indicator.Owner).Distinct().Count());

        owners.Should().Contain(2);
    }

    [Test]
    public void Every_owner_has_groups_indicators_and_tasks()
    {
        foreach (var owner in _graph.Nodes<Owner>().Select(owner => owner.Id))
        {
            _graph.Nodes<Group>().Should().Contain(group => group.Owner == owner);
            _graph.Nodes<Indicator>().Should().Contain(indicator => indicator.Owner == owner);
            _graph.Nodes<WorkflowTask>().Should().Contain(task => task.Owner == owner);
            _graph.Nodes<Victim>().Should().Contain(victim => victim.Owner == owner);
        }
    }

    [Test]
    public void Entities_have_every_type_reputation_accuracy_and_mode()
    {
        var entities = _graph.Nodes<Entity>().ToList();

        entities.Select(entity => entity.Type).Distinct(StringComparer.Ordinal).Should().HaveCount(129);
        entities.Select(entity => entity.Reputation).Distinct().Should().BeEquivalentTo([-3, -2, -1, 0, 1, 2, 3]);
        entities.Select(entity => entity.Accuracy).Distinct().Should().BeEquivalentTo([0, 1, 2, 3]);
        entities.Should().Contain(entity => entity.Tags == null).And.Contain(entity => entity.Tags != null && entity.Tags.Count == 0)
            .And.Contain(entity => entity.WellKnown);
        _graph.Nodes<StoredRelation>().Select(relation => relation.Mode).Distinct().Should().BeEquivalentTo(Enum.GetValues<RelationMode>());
        entities.SelectMany(entity => entity.VisibleBy).Distinct(StringComparer.Ordinal).Should()
            .BeEquivalentTo(["public", "limited", "quantfall"]);
    }

    [Test]
    public void Entities_ids_follow_from_type_and_value()
    {
        foreach (var entity in _graph.Nodes<Entity>()) entity.Id.Should().Be(Ids.OfEntity(entity.Type, entity.Value.Text));
    }

    [Test]
    public void Profiles_have_every_restriction_and_posts_every_shape()
    {
        var profiles = _graph.Nodes<Profile>().ToList();
        var posts = _graph.Nodes<Post>().ToList();

        profiles.Select(profile => profile.DaoCoin.TransferRestrictionStatus).Distinct(StringComparer.Ordinal).Should().HaveCount(4);
        profiles.Select(profile => profile.DaoCoin.LockupTransferRestrictionStatus).Distinct(StringComparer.Ordinal).Should().HaveCount(4);
        profiles.Should().Contain(profile => profile.Description.Length == 0).And.Contain(profile => profile.ExtraData != null)
            .And.Contain(profile => profile.IsVerified);
        posts.Should().Contain(post => post.Parent.Length > 0).And.Contain(post => post.Reposted.Length > 0)
            .And.Contain(post => post.ImageUrls.Count > 0);
        posts.Should().Contain(post => post.ExtraData != null).And.Contain(post => post.CommentCount > 2);
    }

    [Test]
    public void Reactions_are_skewed_and_come_from_several_apps()
    {
        var reactions = Demo.Large.Nodes<PostAssociation>().ToList();
        var values = reactions.Where(reaction => reaction.Type[0] == 'R').GroupBy(reaction => System.Text.Encoding.UTF8.GetString(
            reaction.Value), StringComparer.Ordinal).Select(group => group.Count()).OrderDescending().ToList();
        var posts = reactions.GroupBy(reaction => new BytesKey(reaction.PostHash)).Select(group => group.Count()).OrderDescending()
            .ToList();

        values.Should().HaveCountGreaterThan(6);
        values[0].Should().BeGreaterThan(5 * values[^1]);
        posts[0].Should().BeGreaterThan(20 * posts[posts.Count / 2]);
        reactions.Select(reaction => reaction.App).Distinct().Should().HaveCount(6);
    }

    [Test]
    public void Answers_are_counted_as_they_are()
    {
        var posts = Demo.Large.Nodes<Post>().Take(2000 / 32 * 32).ToList();
        var answers = posts.Where(post => post.Parent.Length > 0).GroupBy(post => new BytesKey(post.Parent))
            .ToDictionary(group => group.Key, group => (ulong)group.Count());

        foreach (var post in posts) post.CommentCount.Should().Be(answers.GetValueOrDefault(new BytesKey(post.Hash)));
    }

    [Test]
    public void Some_text_is_not_ASCII()
    {
        string[][] texts =
        [
            [.. _graph.Nodes<Post>().Select(post => post.Body)],
            [.. _graph.Nodes<Group>().Select(group => group.Name)],
            [.. _graph.Nodes<Indicator>().Select(indicator => indicator.Summary)],
            [.. _graph.Nodes<Entity>().Select(entity => entity.Value.Text)],
            [.. _graph.Nodes<Tag>().Select(tag => tag.Name)],
            [.. _graph.Nodes<UserAssociation>().Select(association => System.Text.Encoding.UTF8.GetString(association.Value))],
        ];

        foreach (var some in texts) some.Should().Contain(text => text.Any(sign => sign > 127));
    }

    private IEnumerable<TDetails> Details<TDetails>(GroupType type) where TDetails : GroupDetails =>
        _graph.Nodes<Group>().Where(group => group.Type == type).Select(group => (TDetails)group.Details!);
}
