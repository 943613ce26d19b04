using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's tasks and victims.</summary>
sealed class TasksAndVictims(Plan plan)
{
    public const long FirstTask = 1_000_000;
    public const long FirstVictim = 1_000_000;
    private const int Day = 86400;

    private static readonly string[] s_chores = ["Review {0}", "Block indicators of {0}", "Write up {0}", "Ask {1} for logs", "Brief {1} on {0}", "Prüfen: {0}"];
    private static readonly string[] s_nationalities = ["American", "German", "Brazilian", "Japanese", "Polish", "French", "Indian", "Česká"];

    public static int StoryOfTask(Plan plan, int number) => Story(plan, StreamKind.Task, number, Counts.TasksInGeneration);

    public static int StoryOfVictim(Plan plan, int number) => Story(plan, StreamKind.Victim, number, Counts.VictimsInGeneration);

    /// <summary>The victim that a task is about, of the same story; -1 for most tasks.</summary>
    public static int VictimOfTask(int number)
    {
        var (generation, at) = Math.DivRem(number, Counts.TasksInGeneration);
        return at < Counts.StoriesInGeneration ? (generation * Counts.VictimsInGeneration) + at : -1;
    }

    public WorkflowTask TaskAt(int number)
    {
        var story = StoryOfTask(plan, number);
        var random = plan.Random(StreamKind.Task, number);
        var added = plan.Actors.Within(story, ref random);
        var due = random.Chance(75) ? added + (random.Between(1, 60) * Day) : (long?)null;
        var status = number < WorkflowTask.Statuses.Count ? WorkflowTask.Statuses[number] : WorkflowTask.Statuses[random.Skewed(WorkflowTask.Statuses.Count)];
        return new WorkflowTask
        {
            Id = FirstTask + number,
            Owner = plan.OwnerOf(story),
            Name = string.Format(System.Globalization.CultureInfo.InvariantCulture, random.Pick(s_chores), plan.Actors.Adversary(story), random.Pick(plan.Words.Companies)),
            Added = added,
            Modified = random.Chance(70) ? Actors.After(added, 30, ref random) : null,
            Status = status,
            Escalated = random.Chance(15),
            Reminded = random.Chance(20),
            Due = due,
            Reminder = due is { } day && random.Chance(40) ? day - Day : null,
            Escalation = due is { } late && random.Chance(30) ? late + Day : null,
        };
    }

    public Victim VictimAt(int number)
    {
        var random = plan.Random(StreamKind.Victim, number);
        var person = random.Chance(60);
        return new Victim
        {
            Id = FirstVictim + number,
            Owner = plan.OwnerOf(StoryOfVictim(plan, number)),
            Name = person ? plan.Actors.FullName(random.Below(20_000)) : random.Pick(plan.Words.Companies),
            Description = DescriptionOf(number),
            Org = person && random.Chance(80) ? random.Pick(plan.Words.Companies) : null,
            Suborg = random.Chance(60) ? random.Pick(plan.Words.Departments) : null,
            WorkLocation = random.Chance(75) ? random.Pick(plan.Words.Cities) : null,
            Nationality = person && random.Chance(70) ? random.Pick(s_nationalities) : null,
        };
    }

    public string? DescriptionOf(int number)
    {
        var random = plan.Random(StreamKind.Victim, -1_000_000_000L - number);
        return random.Chance(50) ? $"{random.Pick(plan.Words.JobTitles)}. {random.Pick(plan.Words.Phrases)}" : null;
    }

    /// <summary>A victim's assets; some victims have none, and are then not linked to groups.</summary>
    public VictimAsset[] AssetsOf(int number, int victim)
    {
        var random = plan.Random(StreamKind.Victim, -2_000_000_000L - number);
        if (number % 12 == 11) return [];
        var assets = new VictimAsset[random.Few(3)];
        for (var i = 0; i < assets.Length; i++)
        {
            var type = AssetType.All[(number + i) % AssetType.All.Count];
            var (first, last, _) = plan.Actors.Person(random.Below(20_000));
            var account = $"{Words.Letters(first)}_{Words.Letters(last)}";
            var site = $"{random.Pick(plan.Words.Latin)}.{random.Pick(plan.Words.Suffixes)}";
            var (main, detail) = type.Number switch
            {
                1 => ($"{account}@{site}", random.Chance(60) ? "Work" : null),
                2 => (account, "Active Directory"),
                3 => (random.Pick(plan.Words.Phones), null),
                4 => (account, random.Chance(50) ? "Facebook" : "LinkedIn"),
                _ => ($"https://www.{site}/{Words.Letters(last)}", null),
            };
            assets[i] = new VictimAsset { Id = FirstVictim + (number * 4L) + i, Victim = victim, Type = type, Main = main, Detail = detail };
        }
        return assets;
    }

    private static int Story(Plan plan, StreamKind stream, int number, int inGeneration)
    {
        var (generation, at) = Math.DivRem(number, inGeneration);
        if (at < Counts.StoriesInGeneration) return (generation * Counts.StoriesInGeneration) + at;
        var random = plan.Random(stream, ~(long)number);
        return Plan.StoryIn(generation, ref random);
    }
}
