using System.Globalization;
using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's groups: the actors, and reports, incidents and other records about them.</summary>
sealed class Groups(Plan plan)
{
    public const long FirstId = 1_000_000;

    // Streams of a group's number.
    private const long OfFacts = -5_000_000_000L;
    private const long OfName = -6_000_000_000L;

    private readonly GroupContents _contents = new(plan);

    public Group At(int number)
    {
        var (type, story) = (GroupPlan.TypeOf(number), GroupPlan.StoryOf(number));
        var random = plan.Random(StreamKind.Group, number);
        var added = AddedOf(number);
        var facts = FactsOf(number);
        var name = NameOf(number, facts);
        return new Group
        {
            Id = FirstId + number,
            Owner = plan.OwnerOf(story),
            Type = type,
            Name = name,
            Added = added,
            Modified = random.Chance(75) ? plan.Actors.After(added, 90, ref random) : added,
            CreatedBy = random.Chance(85) ? facts.Analyst : null,
            Xid = random.Chance(6) ? $"demo:{number.ToString("x6", CultureInfo.InvariantCulture)}" : null,
            Details = _contents.Of(
                number, name, facts, ref random, () => _contents.File(number, NameOf(number, FactsOf(number)), FactsOf(number))),
        };
    }

    public string DescriptionOf(int number, StoryFacts facts)
    {
        var random = plan.Random(StreamKind.Group, ~(long)number);
        return GroupTexts.Description(GroupPlan.TypeOf(number), facts, ref random);
    }

    /// <summary>What the texts of a group tell; the group's own name among it, when the group is one of the story's actors.</summary>
    public StoryFacts FactsOf(int number)
    {
        var type = GroupPlan.TypeOf(number);
        var random = plan.Random(StreamKind.Group, OfFacts - number);
        var facts = plan.Stories.Of(GroupPlan.StoryOf(number), AddedOf(number), ref random);
        if (type == GroupType.Malware) return plan.Stories.WithMalware(facts, number);
        if (type == GroupType.Campaign) return facts with { Campaign = plan.Actors.Campaign(GroupPlan.Rank(number)) };
        if (type == GroupType.IntrusionSet) return facts with { Alias = plan.Actors.IntrusionSet(GroupPlan.Rank(number)) };
        if (type == GroupType.Threat) return facts with { Topic = plan.Actors.NameOf(number) };
        if (type == GroupType.Tool) return facts with { Topic = ToolPurposes.Of(plan.Actors.Tool(GroupPlan.Rank(number))) };
        return facts;
    }

    private long AddedOf(int number)
    {
        var story = GroupPlan.StoryOf(number);
        if (GroupPlan.TypeOf(number) == GroupType.Adversary) return plan.Actors.Begin(story);
        var random = plan.Random(StreamKind.Group, ~(OfName - number));
        return plan.Actors.Within(story, ref random);
    }

    private string NameOf(int number, StoryFacts facts)
    {
        if (GroupPlan.ActorOf(number) >= 0) return plan.Actors.NameOf(number);
        var type = GroupPlan.TypeOf(number);
        var random = plan.Random(StreamKind.Group, OfName - number);
        if (type == GroupType.Campaign) return facts.Campaign;
        if (type == GroupType.Tool) return plan.Actors.Tool(GroupPlan.Rank(number));
        if (type == GroupType.Incident) return GroupNames.Incident(facts, ref random);
        if (type == GroupType.Event) return GroupNames.Event(facts, ref random);
        if (type == GroupType.AttackPattern) return GroupNames.AttackPattern(facts, ref random);
        if (type == GroupType.Tactic) return GroupNames.Tactic(facts, ref random);
        if (type == GroupType.CourseOfAction) return GroupNames.CourseOfAction(facts, ref random);
        if (type == GroupType.Email) return GroupNames.Email(_contents.MailOf(number, facts).Subject, facts, ref random);
        if (type == GroupType.Signature) return GroupNames.Signature(_contents.SignatureTypeOf(GroupPlan.Rank(number)), facts, ref random);
        if (type == GroupType.Document) return GroupNames.Document(_contents.ExtensionOf(number), facts, ref random);
        if (type == GroupType.Report) return GroupNames.Report(facts, ref random);
        throw new InvalidOperationException($"Groups of type {type.Name} have no name.");
    }
}
