using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Names and dates of what the stories are about: the same in every API.</summary>
sealed class Actors(Plan plan)
{
    private const int Day = 86400;
    private const int LongestStory = 240;
    private const int Margin = 2;
    private const ulong Prime = 2654435761;

    /// <summary>The second at which a story starts.</summary>
    public long Begin(int story) => UnmovedBegin(story) + plan.Moved;

    /// <summary>
    /// A second within a story; in the first story, which goes on at the dataset's start, most often one of the last days.
    /// </summary>
    public long Within(int story, ref RandomStream random) => story == 0
        ? plan.Start - Day - random.Skewed(LongestStory * Day)
        : Begin(story) + random.Below(LongestStory * Day);

    /// <summary>A later second before the dataset's start, more often soon than late; the same second when none is left.</summary>
    public long After(long moment, int days, ref RandomStream random)
    {
        var room = Math.Min(plan.Start - 1 - moment, days * Day);
        return room <= 0 ? moment : moment + random.Skewed((int)room);
    }

    public string Adversary(int number) => Pair(InventedNames.AdversaryAdjectives, " ", InventedNames.AdversaryNouns, number, 1);

    public string IntrusionSet(int number) => Pair(InventedNames.IntrusionSetPlaces, " ", InventedNames.IntrusionSetKinds, number, 2);

    public string Malware(int number) => Pair(InventedNames.MalwareRoots, "", InventedNames.MalwareKinds, number, 3);

    /// <summary>The kind of malware, such as Loader.</summary>
    public string Family(int number)
    {
        var kinds = InventedNames.MalwareKinds;
        return kinds[Shuffled(number, InventedNames.MalwareRoots.Length * kinds.Length, 3) % kinds.Length];
    }

    public string Threat(int number) => Pair(InventedNames.FraudTargets, " ", InventedNames.FraudKinds, number, 4);

    public string Tool(int number) => Pair(InventedNames.ToolRoots, "", InventedNames.ToolKinds, number, 7);

    public string Campaign(int number) =>
        $"Operation {Pair(InventedNames.OperationAdjectives, " ", InventedNames.OperationNouns, number, 8)}";

    /// <summary>A CVE id of the year in which a story starts; the year does not move with the end of the data.</summary>
    public string Vulnerability(int number, int story) =>
        ReservedRanges.Cve(DateTimeOffset.FromUnixTimeSeconds(UnmovedBegin(story)).Year, number);

    /// <summary>The name of an actor by the number of its group.</summary>
    public string NameOf(int group)
    {
        var (type, rank) = (GroupPlan.TypeOf(group), GroupPlan.Rank(group));
        if (type == GroupType.Adversary) return Adversary(rank);
        if (type == GroupType.IntrusionSet) return IntrusionSet(rank);
        if (type == GroupType.Malware) return Malware(rank);
        if (type == GroupType.Threat) return Threat(rank);
        if (type == GroupType.Vulnerability) return Vulnerability(rank, GroupPlan.StoryOf(group));
        throw new InvalidOperationException($"{type.Name} groups are not actors.");
    }

    /// <summary>The malware of a story's first malware group.</summary>
    public string MalwareOf(int story) => Malware(GroupPlan.Rank(GroupPlan.MalwareOf(story)));

    /// <summary>First and last name of a person; unique together with the number.</summary>
    public (string First, string Last, int Namesake) Person(int number)
    {
        var (first, last) = (plan.Words.FirstNames, InventedNames.Surnames);
        var count = first.Length * last.Length;
        var at = Shuffled(number, count, 5);
        return (first[at / last.Length], last[at % last.Length], number / count);
    }

    public string FullName(int number)
    {
        var (first, last, _) = Person(number);
        return $"{first} {last}";
    }

    /// <summary>The organization that most of a story is about.</summary>
    public Company Target(int story) => InventedNames.Companies[Shuffled(story, InventedNames.Companies.Length, 9)];

    /// <summary>A permutation of the numbers below <paramref name="count"/> that depends on the seed; then it repeats.</summary>
    public int Shuffled(int number, int count, int salt)
    {
        var random = plan.Random(StreamKind.Person, -salt);
        return (int)((((ulong)(number % count) * Prime) + (random.Next() >> 32)) % (ulong)count);
    }

    private string Pair(string[] first, string between, string[] second, int number, int salt)
    {
        var count = first.Length * second.Length;
        var at = Shuffled(number, count, salt);
        var name = string.Concat(first[at / second.Length], between, second[at % second.Length]);
        return number < count ? name : $"{name} {(number / count) + 1}";
    }

    private long UnmovedBegin(int story)
    {
        var random = plan.Random(StreamKind.Story, story);
        var days = (int)((DemoGraph.DefaultEnd - DemoGraph.FirstStory) / Day) - LongestStory - Margin;
        // Recent stories are more frequent, and the first one ends last, so that feeds of the last days are not empty at any size.
        var back = story == 0 ? 0 : random.Skewed(days);
        return DemoGraph.DefaultEnd - ((long)(LongestStory + Margin + back) * Day) + random.Below(Day);
    }
}
