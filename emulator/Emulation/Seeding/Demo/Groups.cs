using System.Globalization;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's groups: the cast, and what is written about it.</summary>
sealed class Groups(Plan plan)
{
    public const long FirstId = 1_000_000;
    private const int Day = 86400;

    private static readonly string[] s_incidents = ["Phishing wave at {0}", "Credential theft at {0}", "Ransomware at {0}", "Beaconing hosts at {0}", "Data staged for theft at {0}", "Intrusion by way of {1} at {0}"];
    private static readonly string[] s_events = ["Scan of {0} from abroad", "New infrastructure resembles {1}", "Takedown announced for {1}", "Sinkhole sees {0}", "Überprüfung bei {0}"];
    private static readonly string[] s_techniques = ["Spearphishing Link", "Valid Accounts", "Drive-by Compromise", "DLL Side-Loading", "Scheduled Task", "Process Injection", "Domain Fronting", "Data Encrypted for Impact"];
    private static readonly string[] s_tactics = ["Initial Access", "Execution", "Persistence", "Defense Evasion", "Credential Access", "Lateral Movement", "Exfiltration", "Impact"];
    private static readonly string[] s_actions = ["Block the known hosts", "Rotate exposed credentials", "Patch the mail gateway", "Disable macros", "Isolate infected hosts"];

    public Group At(int number)
    {
        var (type, story) = (GroupPlan.TypeOf(number), GroupPlan.StoryOf(number));
        var dice = plan.Dice(Stream.Group, number);
        var added = type == GroupType.Adversary ? plan.Cast.Begin(story) : plan.Cast.Within(story, ref dice);
        return new Group
        {
            Id = FirstId + number,
            Owner = plan.OwnerOf(story),
            Type = type,
            Name = NameOf(number, type, story, ref dice),
            Added = added,
            Modified = dice.Chance(75) ? Cast.After(added, 90, ref dice) : added,
            CreatedBy = dice.Chance(85) ? plan.Cast.FullName(Analysts.Of(story, ref dice)) : null,
            Xid = dice.Chance(6) ? $"demo:{number.ToString("x6", CultureInfo.InvariantCulture)}" : null,
            Details = DetailsOf(number, type, story, added, ref dice),
        };
    }

    public string DescriptionOf(int number)
    {
        var dice = plan.Dice(Stream.Group, ~(long)number);
        var adversary = plan.Cast.Adversary(GroupPlan.StoryOf(number));
        return dice.Below(3) switch
        {
            0 => $"Attributed to {adversary}. {dice.Pick(plan.Words.Phrases)}",
            1 => $"{adversary} again, aimed at {dice.Pick(plan.Words.Companies)} in {dice.Pick(plan.Words.Cities)}. {dice.Pick(plan.Words.Phrases)}",
            _ => $"{dice.Pick(plan.Words.Phrases)} Reported by {plan.Cast.FullName(Analysts.Of(GroupPlan.StoryOf(number), ref dice))}.",
        };
    }

    private string NameOf(int number, GroupType type, int story, ref Dice dice)
    {
        if (GroupPlan.CastOf(number) >= 0) return plan.Cast.NameOf(number);
        if (type == GroupType.Campaign) return plan.Cast.Campaign(GroupPlan.Rank(number));
        var company = dice.Pick(plan.Words.Companies);
        var adversary = plan.Cast.Adversary(story);
        if (type == GroupType.Incident) return string.Format(CultureInfo.InvariantCulture, dice.Pick(s_incidents), company, adversary);
        if (type == GroupType.Event) return string.Format(CultureInfo.InvariantCulture, dice.Pick(s_events), company, adversary);
        if (type == GroupType.AttackPattern) return dice.Pick(s_techniques);
        if (type == GroupType.Tactic) return dice.Pick(s_tactics);
        if (type == GroupType.CourseOfAction) return dice.Pick(s_actions);
        if (type == GroupType.Email) return $"Lure sent to {company}";
        if (type == GroupType.Signature) return $"Detects {adversary} {Words.Capital(dice.Pick(plan.Words.Latin))}";
        if (type == GroupType.Tool) return $"{Words.Capital(dice.Pick(plan.Words.Latin))} {Words.Capital(dice.Pick(plan.Words.Nouns))}";
        if (type == GroupType.Document) return $"Notes on {adversary}, part {number % 9 + 1}";
        if (type == GroupType.Report) return $"{adversary}: {dice.Pick(plan.Words.CatchPhrases)}";
        throw new InvalidOperationException($"Groups of type {type.Name} have no name.");
    }

    private GroupDetails? DetailsOf(int number, GroupType type, int story, long added, ref Dice dice)
    {
        var rank = GroupPlan.Rank(number);
        if (type == GroupType.Campaign) return new CampaignDetails(dice.Chance(80) ? added - dice.Below(30 * Day) : null);
        if (type == GroupType.Incident) return new EventDetails(added - dice.Below(9 * Day), Status(EventDetails.IncidentStatuses, rank, ref dice));
        if (type == GroupType.Event) return new EventDetails(added - dice.Below(9 * Day), Status(EventDetails.EventStatuses, rank, ref dice));
        if (type == GroupType.Email) return EmailOf(story, ref dice);
        if (type == GroupType.Signature) return SignatureOf(rank, story, ref dice);
        if (type == GroupType.Document || type == GroupType.Report) return FileOf(type, rank, added, ref dice);
        return null;
    }

    /// <summary>The first few go round, one of them without; then some are far more common.</summary>
    private static string? Status(IReadOnlyList<string> statuses, int rank, ref Dice dice)
    {
        if (rank <= statuses.Count) return rank == statuses.Count ? null : statuses[rank];
        return dice.Chance(8) ? null : statuses[dice.Skewed(statuses.Count)];
    }

    private EmailDetails EmailOf(int story, ref Dice dice)
    {
        var (first, last, _) = plan.Cast.Person(dice.Below(4000));
        var sender = $"{Words.Letters(first)}@{dice.Pick(plan.Words.Latin)}.{dice.Pick(plan.Words.Suffixes)}";
        return new EmailDetails
        {
            To = dice.Chance(70) ? $"{Words.Letters(last)}@{dice.Pick(plan.Words.Sites)}.{dice.Pick(plan.Words.Suffixes)}" : null,
            From = sender,
            Subject = dice.Chance(20) ? "Überfällige Rechnung" : $"{dice.Pick(plan.Words.Departments)}: {dice.Pick(plan.Words.CatchPhrases)}",
            Header = $"Received: from {dice.Pick(plan.Words.Sites)}.{dice.Pick(plan.Words.Suffixes)}",
            Body = $"{dice.Pick(plan.Words.Phrases)} {plan.Cast.Campaign(story)}.",
            Score = dice.Skewed(1000),
        };
    }

    private SignatureDetails SignatureOf(int rank, int story, ref Dice dice)
    {
        var types = SignatureDetails.FileTypes;
        var type = rank < types.Count ? types[rank] : types[types.Count - 1 - dice.Skewed(types.Count)];
        var name = plan.Cast.Adversary(story).Replace(' ', '_');
        return new SignatureDetails($"{name.ToLowerInvariant()}.{Words.Letters(type)}", type, $"rule {name} {{ strings: $a = \"{dice.Pick(plan.Words.Latin)}\" condition: $a }}");
    }

    private FileDetails FileOf(GroupType type, int rank, long added, ref Dice dice)
    {
        var status = rank < FileStatus.All.Count ? FileStatus.All[rank] : FileStatus.All[dice.Skewed(FileStatus.All.Count)];
        var uploaded = string.Equals(status, FileStatus.Success, StringComparison.Ordinal);
        var content = uploaded ? System.Text.Encoding.UTF8.GetBytes(dice.Pick(plan.Words.Phrases)) : null;
        return new FileDetails
        {
            FileName = $"{dice.Pick(plan.Words.Latin)}-{dice.Pick(plan.Words.Latin)}.{(type == GroupType.Report ? "pdf" : "txt")}",
            FileSize = content?.LongLength,
            Status = status,
            Malware = type == GroupType.Document && dice.Chance(10),
            PublishDate = type == GroupType.Report && dice.Chance(75) ? added + Day : null,
            Content = content,
        };
    }
}
