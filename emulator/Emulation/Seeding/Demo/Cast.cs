using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Who and what the stories are about: the same names, whichever API tells them.</summary>
sealed class Cast(Plan plan)
{
    // 2019-01-01T00:00:00Z to some days before the world begins.
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

    /// <summary>The second at which a story begins.</summary>
    public long Begin(int story)
    {
        var dice = plan.Dice(Stream.Story, story);
        return FirstStory + dice.Below((int)((DemoGraph.StartSecond - FirstStory) / Day) - LongestStory - Margin) * Day + dice.Below((int)Day);
    }

    /// <summary>A second within a story.</summary>
    public long Within(int story, ref Dice dice) => Begin(story) + dice.Below((int)(LongestStory * Day));

    /// <summary>A later second before the world begins, sooner rather than later; the same second when there is none.</summary>
    public static long After(long moment, int days, ref Dice dice)
    {
        var room = Math.Min(DemoGraph.StartSecond - 1 - moment, days * Day);
        return room <= 0 ? moment : moment + dice.Skewed((int)room);
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
        var dice = plan.Dice(Stream.Story, -1_000_000L - number);
        return $"Operation {Words.Capital(dice.Pick(plan.Words.Adjectives))} {Words.Capital(dice.Pick(plan.Words.Latin))}";
    }

    /// <summary>The name of one of the cast by its group.</summary>
    public string NameOf(int group)
    {
        var (type, rank) = (GroupPlan.TypeOf(group), GroupPlan.Rank(group));
        if (type == GroupType.Adversary) return Adversary(rank);
        if (type == GroupType.IntrusionSet) return IntrusionSet(rank);
        if (type == GroupType.Malware) return Malware(rank);
        if (type == GroupType.Threat) return Threat(rank);
        if (type == GroupType.Vulnerability) return Vulnerability(rank, Begin(GroupPlan.StoryOf(group)));
        throw new InvalidOperationException($"{type.Name} groups are not of the cast.");
    }

    /// <summary>First and last name of a person; no two have the same, up to a number.</summary>
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

    /// <summary>Every number below <paramref name="count"/> once, in an order of the seed's own; then again.</summary>
    public int Shuffled(int number, int count, int salt)
    {
        var dice = plan.Dice(Stream.Person, -salt);
        return (int)((((ulong)(number % count) * Prime) + (dice.Next() >> 32)) % (ulong)count);
    }

    private static string Numbered(string name, int round, string between) => round == 0 ? name : $"{name}{between}{round + 1}";
}
