using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Names and dates of what the stories are about: the same in every API.</summary>
sealed class Actors(Plan plan)
{
    // 2019-01-01T00:00:00Z; the last story starts early enough to end before the dataset's start.
    private const long FirstStory = 1546300800;
    private const long Day = 86400;
    private const int LongestStory = 240;
    private const int Margin = 4;
    private const ulong Prime = 2654435761;

    private static readonly string[] s_animals =
    [
        "Bear", "Lynx", "Heron", "Viper", "Jackal", "Otter", "Raven", "Mantis", "Falcon", "Badger", "Orca", "Kestrel", "Spider", "Wolf", "Panther", "Marten",
        "Scorpion", "Crane", "Gecko", "Hyena", "Moth", "Stag", "Cobra", "Ibex",
    ];

    private static readonly string[] s_families = ["Loader", "Stealer", "Locker", "Bot", "RAT", "Dropper", "Worm", "Kit", "Miner", "Door"];

    /// <summary>The second at which a story starts.</summary>
    public long Begin(int story)
    {
        var random = plan.Random(StreamKind.Story, story);
        return FirstStory + random.Below((int)((DemoGraph.StartSecond - FirstStory) / Day) - LongestStory - Margin) * Day + random.Below((int)Day);
    }

    /// <summary>A second within a story.</summary>
    public long Within(int story, ref RandomStream random) => Begin(story) + random.Below((int)(LongestStory * Day));

    /// <summary>A later second before the dataset's start, more often soon than late; the same second when none is left.</summary>
    public static long After(long moment, int days, ref RandomStream random)
    {
        var room = Math.Min(DemoGraph.StartSecond - 1 - moment, days * Day);
        return room <= 0 ? moment : moment + random.Skewed((int)room);
    }

    public string Adversary(int number)
    {
        var (colors, count) = (plan.Words.Colors, plan.Words.Colors.Length * s_animals.Length);
        var at = Shuffled(number, count, 1);
        return Numbered($"{colors[at / s_animals.Length]} {s_animals[at % s_animals.Length]}", number / count, " ");
    }

    public string IntrusionSet(int number)
    {
        var (nouns, count) = (plan.Words.Nouns, plan.Words.Colors.Length * plan.Words.Nouns.Length);
        var at = Shuffled(number, count, 2);
        return Numbered($"{plan.Words.Colors[at / nouns.Length]} {Words.Capital(nouns[at % nouns.Length])} Group", number / count, " ");
    }

    public string Malware(int number)
    {
        var (latin, count) = (plan.Words.Latin, plan.Words.Latin.Length * s_families.Length);
        var at = Shuffled(number, count, 3);
        return Numbered(Words.Capital(latin[at / s_families.Length]) + s_families[at % s_families.Length], number / count, ".");
    }

    public string Family(int number) => s_families[Shuffled(number, plan.Words.Latin.Length * s_families.Length, 3) % s_families.Length];

    public string Threat(int number)
    {
        var (nouns, adjectives) = (plan.Words.Nouns, plan.Words.Adjectives);
        var count = nouns.Length * adjectives.Length;
        var at = Shuffled(number, count, 4);
        return Numbered($"{Words.Capital(adjectives[at / nouns.Length])} {Words.Capital(nouns[at % nouns.Length])} Abuse", number / count, " ");
    }

    public string Vulnerability(int number, long moment) => $"CVE-{DateTimeOffset.FromUnixTimeSeconds(moment).Year}-{10000 + number}";

    public string Campaign(int number)
    {
        var random = plan.Random(StreamKind.Story, -1_000_000L - number);
        return $"Operation {Words.Capital(random.Pick(plan.Words.Adjectives))} {Words.Capital(random.Pick(plan.Words.Latin))}";
    }

    /// <summary>The name of an actor by the number of its group.</summary>
    public string NameOf(int group)
    {
        var (type, rank) = (GroupPlan.TypeOf(group), GroupPlan.Rank(group));
        if (type == GroupType.Adversary) return Adversary(rank);
        if (type == GroupType.IntrusionSet) return IntrusionSet(rank);
        if (type == GroupType.Malware) return Malware(rank);
        if (type == GroupType.Threat) return Threat(rank);
        if (type == GroupType.Vulnerability) return Vulnerability(rank, Begin(GroupPlan.StoryOf(group)));
        throw new InvalidOperationException($"{type.Name} groups are not actors.");
    }

    /// <summary>First and last name of a person; unique together with the number.</summary>
    public (string First, string Last, int Namesake) Person(int number)
    {
        var (first, last) = (plan.Words.FirstNames, plan.Words.LastNames);
        var count = first.Length * last.Length;
        var at = Shuffled(number, count, 5);
        return (first[at / last.Length], last[at % last.Length], number / count);
    }

    public string FullName(int number)
    {
        var (first, last, _) = Person(number);
        return $"{first} {last}";
    }

    /// <summary>A permutation of the numbers below <paramref name="count"/> that depends on the seed; repeats after <paramref name="count"/>.</summary>
    public int Shuffled(int number, int count, int salt)
    {
        var random = plan.Random(StreamKind.Person, -salt);
        return (int)((((ulong)(number % count) * Prime) + (random.Next() >> 32)) % (ulong)count);
    }

    private static string Numbered(string name, int round, string between) => round == 0 ? name : $"{name}{between}{round + 1}";
}
