using System.Collections.Concurrent;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>Collects the facts of a story for the texts of one of its items.</summary>
sealed class Stories(Plan plan, Values values)
{
    // Streams of chance that belong to a story as a whole.
    private const long OfFacts = -3_000_000_000L;
    private const long OfHabits = -4_000_000_000L;
    private const long OfPlaces = -5_000_000_000L;

    // Of a hundred texts, as many are about the story's main target; the others about organizations of its sector.
    private const int TargetShare = 60;

    // Many texts name the indicators of one story.
    private readonly ConcurrentDictionary<int, StoryIndicators> _indicators = new();

    /// <param name="story">The story's number.</param>
    /// <param name="written">When the item was written: what its texts tell happened before.</param>
    /// <param name="random">The item's own chance: texts of one story differ in victim and figures.</param>
    public StoryFacts Of(int story, long written, ref RandomStream random)
    {
        var shared = plan.Random(StreamKind.Story, OfFacts - story);
        var habits = plan.Random(StreamKind.Story, OfHabits - story);
        var target = plan.Actors.Target(story);
        var malware = GroupPlan.Rank(GroupPlan.MalwareOf(story));
        var kind = MalwareKind.ByWord(plan.Actors.Family(malware));
        var aim = shared.Pick(kind.Aims);
        var begin = plan.Actors.Begin(story);
        return new StoryFacts
        {
            Actor = plan.Actors.Adversary(story),
            Alias = plan.Actors.IntrusionSet(GroupPlan.Rank(IntrusionSetOf(story))),
            Campaign = plan.Actors.Campaign(GroupPlan.Rank(CampaignOf(story))),
            Malware = plan.Actors.Malware(malware),
            Kind = kind,
            Aim = aim,
            Sector = Sector.ByName(target.Sector),
            Victim = Placed(random.Chance(TargetShare) ? target : SameSector(target, ref random)),
            Analyst = plan.Actors.FullName(Analysts.Of(story, ref random)),
            Begin = begin,
            Written = Math.Max(begin, written),
            Indicators = _indicators.GetOrAdd(story, static (number, stories) => stories.IndicatorsOf(number), this),
            Steps = Intrusion.Of(kind, aim, begin, Math.Max(begin, written), ref habits, ref random),
            Scale = (uint)random.Next(),
        };
    }

    /// <summary>The facts as a piece of malware's own group tells them: a story can have two.</summary>
    public StoryFacts WithMalware(StoryFacts story, int group)
    {
        var rank = GroupPlan.Rank(group);
        return story with { Malware = plan.Actors.Malware(rank), Kind = MalwareKind.ByWord(plan.Actors.Family(rank)) };
    }

    /// <summary>The facts as a text about another organization tells them.</summary>
    public StoryFacts WithVictim(StoryFacts story, Company company) =>
        story with { Victim = Placed(company), Sector = Sector.ByName(company.Sector) };

    /// <summary>An organization with its city and country.</summary>
    private Organization Placed(Company company)
    {
        // The sum of its letters keeps an organization in its place, wherever it is named.
        long sum = 0;
        foreach (var letter in company.Name) sum = (sum * 31) + letter;
        var place = plan.Random(StreamKind.Person, OfPlaces - (sum & int.MaxValue));
        return new Organization(
            company.Name,
            Sector.ByName(company.Sector),
            place.Pick(InventedNames.Cities),
            place.Pick(InventedNames.Countries),
            company.Site);
    }

    private static Company SameSector(Company target, ref RandomStream random)
    {
        var sectors = InventedNames.Sectors.Length;
        var at = Array.IndexOf(InventedNames.Sectors, target.Sector);
        return InventedNames.Companies[at + (sectors * random.Below(InventedNames.Companies.Length / sectors))];
    }

    /// <summary>The indicators of the story's first cluster, by the slots of <see cref="ClusterPlan"/>.</summary>
    private StoryIndicators IndicatorsOf(int story)
    {
        var first = ClusterPlan.HomeOf(story) * ClusterPlan.Size;
        var (twelfth, thirteenth) = (ClusterPlan.TypeOf(first + 12), ClusterPlan.TypeOf(first + 13));
        var (one, two) = (values.Of(first + 12), values.Of(first + 13));
        return new StoryIndicators
        {
            Host = values.Of(first).One!,
            SecondHost = values.Of(first + 4).One!,
            ThirdHost = values.Of(first + 9).One!,
            Address = values.Of(first + 1).One!,
            SecondAddress = values.Of(first + 5).One!,
            Url = values.Of(first + 2).One!,
            SecondUrl = values.Of(first + 8).One!,
            Sender = values.Of(first + 6).One!,
            File = FileAt(first + 3),
            SecondFile = FileAt(first + 7),
            Asn = twelfth == IndicatorType.Asn ? one.One : null,
            Mutex = twelfth == IndicatorType.Mutex ? one.One : null,
            UserAgent = twelfth == IndicatorType.UserAgent ? one.One : null,
            Cidr = thirteenth == IndicatorType.Cidr ? two.One : null,
            RegistryKey = thirteenth == IndicatorType.RegistryKey ? two.One : null,
            RegistryValue = thirteenth == IndicatorType.RegistryKey ? two.Two : null,
            Subject = thirteenth == IndicatorType.EmailSubject ? two.One : null,
        };
    }

    private FileHashes FileAt(int indicator)
    {
        var (md5, sha1, sha256) = values.Of(indicator);
        return new FileHashes(md5, sha1, sha256);
    }

    // Slots of GroupPlan: every story has a campaign at the same distance from its adversary; two of three an intrusion set.
    private static int CampaignOf(int story) => GroupPlan.AdversaryOf(story) + 3;

    private static int IntrusionSetOf(int story) =>
        GroupPlan.AdversaryOf(story) + (story % Counts.StoriesInGeneration == 2 ? 10 : 12);
}
