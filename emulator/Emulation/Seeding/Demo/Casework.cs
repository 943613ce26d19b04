using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's tasks and victims.</summary>
sealed class Casework(Plan plan)
{
    public const long FirstTask = 1_000_000;
    public const long FirstVictim = 1_000_000;
    private const int Day = 86400;

    private static readonly string[] s_chores = ["Review {0}", "Block indicators of {0}", "Write up {0}", "Ask {1} for logs", "Brief {1} on {0}", "Prüfen: {0}"];
    private static readonly string[] s_nationalities = ["American", "German", "Brazilian", "Japanese", "Polish", "French", "Indian", "Česká"];

    public static int StoryOfTask(Plan plan, int number) => Story(plan, Stream.Task, number, Counts.TasksInGeneration);

    public static int StoryOfVictim(Plan plan, int number) => Story(plan, Stream.Victim, number, Counts.VictimsInGeneration);

    /// <summary>The victim about whom a task is, of the same story; -1 for most tasks.</summary>
    public static int VictimOfTask(int number)
    {
        var (generation, at) = Math.DivRem(number, Counts.TasksInGeneration);
        return at < Counts.StoriesInGeneration ? (generation * Counts.VictimsInGeneration) + at : -1;
    }

    public WorkflowTask TaskAt(int number)
    {
        var story = StoryOfTask(plan, number);
        var dice = plan.Dice(Stream.Task, number);
        var added = plan.Cast.Within(story, ref dice);
        var due = dice.Chance(75) ? added + (dice.Between(1, 60) * Day) : (long?)null;
        var status = number < WorkflowTask.Statuses.Count ? WorkflowTask.Statuses[number] : WorkflowTask.Statuses[dice.Skewed(WorkflowTask.Statuses.Count)];
        return new WorkflowTask
        {
            Id = FirstTask + number,
            Owner = plan.OwnerOf(story),
            Name = string.Format(System.Globalization.CultureInfo.InvariantCulture, dice.Pick(s_chores), plan.Cast.Adversary(story), dice.Pick(plan.Words.Companies)),
            Added = added,
            Modified = dice.Chance(70) ? Cast.After(added, 30, ref dice) : null,
            Status = status,
            Escalated = dice.Chance(15),
            Reminded = dice.Chance(20),
            Due = due,
            Reminder = due is { } day && dice.Chance(40) ? day - Day : null,
            Escalation = due is { } late && dice.Chance(30) ? late + Day : null,
        };
    }

    public Victim VictimAt(int number)
    {
        var dice = plan.Dice(Stream.Victim, number);
        var person = dice.Chance(60);
        return new Victim
        {
            Id = FirstVictim + number,
            Owner = plan.OwnerOf(StoryOfVictim(plan, number)),
            Name = person ? plan.Cast.FullName(dice.Below(20_000)) : dice.Pick(plan.Words.Companies),
            Description = DescriptionOf(number),
            Org = person && dice.Chance(80) ? dice.Pick(plan.Words.Companies) : null,
            Suborg = dice.Chance(60) ? dice.Pick(plan.Words.Departments) : null,
            WorkLocation = dice.Chance(75) ? dice.Pick(plan.Words.Cities) : null,
            Nationality = person && dice.Chance(70) ? dice.Pick(s_nationalities) : null,
        };
    }

    public string? DescriptionOf(int number)
    {
        var dice = plan.Dice(Stream.Victim, -1_000_000_000L - number);
        return dice.Chance(50) ? $"{dice.Pick(plan.Words.JobTitles)}. {dice.Pick(plan.Words.Phrases)}" : null;
    }

    /// <summary>What a victim can be reached by; some have nothing, and are then linked to nothing.</summary>
    public VictimAsset[] AssetsOf(int number, int victim)
    {
        var dice = plan.Dice(Stream.Victim, -2_000_000_000L - number);
        if (number % 12 == 11) return [];
        var assets = new VictimAsset[dice.Few(3)];
        for (var i = 0; i < assets.Length; i++)
        {
            var type = AssetType.All[(number + i) % AssetType.All.Count];
            var (first, last, _) = plan.Cast.Person(dice.Below(20_000));
            var account = $"{Words.Letters(first)}_{Words.Letters(last)}";
            var site = $"{dice.Pick(plan.Words.Latin)}.{dice.Pick(plan.Words.Suffixes)}";
            var (main, detail) = type.Number switch
            {
                1 => ($"{account}@{site}", dice.Chance(60) ? "Work" : null),
                2 => (account, "Active Directory"),
                3 => (dice.Pick(plan.Words.Phones), null),
                4 => (account, dice.Chance(50) ? "Facebook" : "LinkedIn"),
                _ => ($"https://www.{site}/{Words.Letters(last)}", null),
            };
            assets[i] = new VictimAsset { Id = FirstVictim + (number * 4L) + i, Victim = victim, Type = type, Main = main, Detail = detail };
        }
        return assets;
    }

    private static int Story(Plan plan, Stream stream, int number, int inGeneration)
    {
        var (generation, at) = Math.DivRem(number, inGeneration);
        if (at < Counts.StoriesInGeneration) return (generation * Counts.StoriesInGeneration) + at;
        var dice = plan.Dice(stream, ~(long)number);
        return Plan.StoryIn(generation, ref dice);
    }
}
