using Emulation.Graphs.ThreatConnect;
using Emulation.Seeding.Demo.Texts;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's tasks and victims.</summary>
sealed class TasksAndVictims(Plan plan)
{
    public const long FirstTask = 1_000_000;
    public const long FirstVictim = 1_000_000;
    private const int Day = 86400;

    // Streams of a number.
    private const long OfTaskText = -6_000_000_000L;
    private const long OfVictimText = -7_000_000_000L;

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
        var added = TaskAdded(number);
        var statuses = WorkflowTask.Statuses;
        var status = statuses[number < statuses.Count ? number : random.Skewed(statuses.Count)];
        var due = DueOf(status, added, ref random);
        return new WorkflowTask
        {
            Id = FirstTask + number,
            Owner = plan.OwnerOf(story),
            Name = TextOfTask(number).Name,
            Added = added,
            Modified = random.Chance(70) ? plan.Actors.After(added, 30, ref random) : null,
            Status = status,
            Escalated = number == 0 || random.Chance(15),
            Reminded = random.Chance(20),
            Due = due,
            Reminder = due is { } day && random.Chance(40) ? day - Day : null,
            Escalation = due is { } late && random.Chance(30) ? late + Day : null,
        };
    }

    public (string Name, string Description) TextOfTask(int number)
    {
        var random = plan.Random(StreamKind.Task, OfTaskText - number);
        var facts = plan.Stories.Of(StoryOfTask(plan, number), TaskAdded(number), ref random);
        return TaskTexts.Write(facts, ref random);
    }

    private long TaskAdded(int number)
    {
        var random = plan.Random(StreamKind.Task, ~(OfTaskText - number));
        return plan.Actors.Within(StoryOfTask(plan, number), ref random);
    }

    /// <summary>Most open tasks are due after the dataset's start; one in five is overdue.</summary>
    private long? DueOf(string status, long added, ref RandomStream random)
    {
        if (!random.Chance(75)) return null;
        var isOpen = status != WorkflowTask.Completed && !random.Chance(20);
        return (isOpen ? Math.Max(added, plan.Start) : added) + (random.Between(1, 60) * Day);
    }

    public Victim VictimAt(int number)
    {
        var (isPerson, name, company) = IdentityOf(number);
        var random = plan.Random(StreamKind.Victim, number);
        var facts = FactsOf(number, company);
        return new Victim
        {
            Id = FirstVictim + number,
            Owner = plan.OwnerOf(StoryOfVictim(plan, number)),
            Name = isPerson ? $"{name.First} {name.Last}" : company.Name,
            Description = DescriptionOf(number, isPerson, facts),
            Org = isPerson && random.Chance(80) ? company.Name : null,
            Suborg = random.Chance(60) ? random.Pick(facts.Sector.Departments) : null,
            WorkLocation = random.Chance(75) ? facts.Victim.City : null,
            Nationality = isPerson && random.Chance(70) ? Nationalities.Of(facts.Victim.Country) : null,
        };
    }

    private string? DescriptionOf(int number, bool isPerson, StoryFacts facts)
    {
        var random = plan.Random(StreamKind.Victim, -1_000_000_000L - number);
        if (!random.Chance(60)) return null;
        return isPerson ? VictimTexts.Person(facts, ref random) : VictimTexts.Organization(facts, ref random);
    }

    /// <summary>When a victim was described.</summary>
    public long DescribedAt(int number)
    {
        var random = plan.Random(StreamKind.Victim, ~(OfVictimText - number));
        return plan.Actors.Within(StoryOfVictim(plan, number), ref random);
    }

    private StoryFacts FactsOf(int number, Company company)
    {
        var random = plan.Random(StreamKind.Victim, OfVictimText - number);
        var facts = plan.Stories.Of(StoryOfVictim(plan, number), DescribedAt(number), ref random);
        return plan.Stories.WithVictim(facts, company);
    }

    /// <summary>A victim's assets; some victims have none, and are then not linked to groups.</summary>
    public VictimAsset[] AssetsOf(int number, int victim)
    {
        var random = plan.Random(StreamKind.Victim, -2_000_000_000L - number);
        if (number % 12 == 11) return [];
        var (isPerson, (first, last), company) = IdentityOf(number);
        var account = isPerson ? $"{Words.Letters(first)}.{Words.Letters(last)}" : "info";
        var assets = new VictimAsset[random.Few(3)];
        for (var i = 0; i < assets.Length; i++)
        {
            var type = AssetType.All[(number + i) % AssetType.All.Count];
            var (main, detail) = type.Number switch
            {
                1 => ($"{account}@{company.Site}", random.Chance(60) ? "Work" : null),
                2 => (isPerson ? $"{Words.Letters(first)[0]}{Words.Letters(last)}" : "svc-backup", "Active Directory"),
                3 => (ReservedRanges.Phone(random.Below(ReservedRanges.Phones)), null),
                4 => (account, random.Chance(50) ? "social.example" : "careers.example"),
                _ => (isPerson ? $"https://www.{company.Site}/people/{Words.Letters(last)}" : $"https://www.{company.Site}/", null),
            };
            var id = FirstVictim + (number * 4L) + i;
            assets[i] = new VictimAsset { Id = id, Victim = victim, Type = type, Main = main, Detail = detail };
        }
        return assets;
    }

    /// <summary>Who a victim is: a person of an organization, or the organization. Most are the story's target.</summary>
    private (bool IsPerson, (string First, string Last) Name, Company Company) IdentityOf(int number)
    {
        var random = plan.Random(StreamKind.Victim, -3_000_000_000L - number);
        var isPerson = random.Chance(60);
        var (first, last, _) = plan.Actors.Person(random.Below(20_000));
        var company = random.Chance(70) ? plan.Actors.Target(StoryOfVictim(plan, number)) : random.Pick(InventedNames.Companies);
        return (isPerson, (first, last), company);
    }

    private static int Story(Plan plan, StreamKind stream, int number, int inGeneration)
    {
        var (generation, at) = Math.DivRem(number, inGeneration);
        if (at < Counts.StoriesInGeneration) return (generation * Counts.StoriesInGeneration) + at;
        var random = plan.Random(stream, ~(long)number);
        return Plan.StoryIn(generation, ref random);
    }
}
