using System.Globalization;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's groups: the actors, and reports, incidents and other records about them.</summary>
sealed class Groups(Plan plan)
{
    public const long FirstId = 1_000_000;
    private const int Day = 86400;

    private static readonly string[] s_incidents = ["Phishing wave at {0}", "Credential theft at {0}", "Ransomware at {0}", "Beaconing hosts at {0}", "Data staged for theft at {0}", "Intrusion by slot of {1} at {0}"];
    private static readonly string[] s_events = ["Scan of {0} from abroad", "New infrastructure resembles {1}", "Takedown announced for {1}", "Sinkhole sees {0}", "Überprüfung bei {0}"];
    private static readonly string[] s_techniques = ["Spearphishing Link", "Valid Accounts", "Drive-by Compromise", "DLL Side-Loading", "Scheduled Task", "Process Injection", "Domain Fronting", "Data Encrypted for Impact"];
    private static readonly string[] s_tactics = ["Initial Access", "Execution", "Persistence", "Defense Evasion", "Credential Access", "Lateral Movement", "Exfiltration", "Impact"];
    private static readonly string[] s_actions = ["Block the known hosts", "Rotate exposed credentials", "Patch the mail gateway", "Disable macros", "Isolate infected hosts"];

    public Group At(int number)
    {
        var (type, story) = (GroupPlan.TypeOf(number), GroupPlan.StoryOf(number));
        var random = plan.Random(StreamKind.Group, number);
        var added = type == GroupType.Adversary ? plan.Actors.Begin(story) : plan.Actors.Within(story, ref random);
        return new Group
        {
            Id = FirstId + number,
            Owner = plan.OwnerOf(story),
            Type = type,
            Name = NameOf(number, type, story, ref random),
            Added = added,
            Modified = random.Chance(75) ? Actors.After(added, 90, ref random) : added,
            CreatedBy = random.Chance(85) ? plan.Actors.FullName(Analysts.Of(story, ref random)) : null,
            Xid = random.Chance(6) ? $"demo:{number.ToString("x6", CultureInfo.InvariantCulture)}" : null,
            Details = DetailsOf(number, type, story, added, ref random),
        };
    }

    public string DescriptionOf(int number)
    {
        var random = plan.Random(StreamKind.Group, ~(long)number);
        var adversary = plan.Actors.Adversary(GroupPlan.StoryOf(number));
        return random.Below(3) switch
        {
            0 => $"Attributed to {adversary}. {random.Pick(plan.Words.Phrases)}",
            1 => $"{adversary} again, aimed at {random.Pick(plan.Words.Companies)} in {random.Pick(plan.Words.Cities)}. {random.Pick(plan.Words.Phrases)}",
            _ => $"{random.Pick(plan.Words.Phrases)} Reported by {plan.Actors.FullName(Analysts.Of(GroupPlan.StoryOf(number), ref random))}.",
        };
    }

    private string NameOf(int number, GroupType type, int story, ref RandomStream random)
    {
        if (GroupPlan.ActorOf(number) >= 0) return plan.Actors.NameOf(number);
        if (type == GroupType.Campaign) return plan.Actors.Campaign(GroupPlan.Rank(number));
        var company = random.Pick(plan.Words.Companies);
        var adversary = plan.Actors.Adversary(story);
        if (type == GroupType.Incident) return string.Format(CultureInfo.InvariantCulture, random.Pick(s_incidents), company, adversary);
        if (type == GroupType.Event) return string.Format(CultureInfo.InvariantCulture, random.Pick(s_events), company, adversary);
        if (type == GroupType.AttackPattern) return random.Pick(s_techniques);
        if (type == GroupType.Tactic) return random.Pick(s_tactics);
        if (type == GroupType.CourseOfAction) return random.Pick(s_actions);
        if (type == GroupType.Email) return $"Lure sent to {company}";
        if (type == GroupType.Signature) return $"Detects {adversary} {Words.Capital(random.Pick(plan.Words.Latin))}";
        if (type == GroupType.Tool) return $"{Words.Capital(random.Pick(plan.Words.Latin))} {Words.Capital(random.Pick(plan.Words.Nouns))}";
        if (type == GroupType.Document) return $"Notes on {adversary}, part {number % 9 + 1}";
        if (type == GroupType.Report) return $"{adversary}: {random.Pick(plan.Words.CatchPhrases)}";
        throw new InvalidOperationException($"Groups of type {type.Name} have no name.");
    }

    private GroupDetails? DetailsOf(int number, GroupType type, int story, long added, ref RandomStream random)
    {
        var rank = GroupPlan.Rank(number);
        if (type == GroupType.Campaign) return new CampaignDetails(random.Chance(80) ? added - random.Below(30 * Day) : null);
        if (type == GroupType.Incident) return new EventDetails(added - random.Below(9 * Day), Status(EventDetails.IncidentStatuses, rank, ref random));
        if (type == GroupType.Event) return new EventDetails(added - random.Below(9 * Day), Status(EventDetails.EventStatuses, rank, ref random));
        if (type == GroupType.Email) return EmailOf(story, ref random);
        if (type == GroupType.Signature) return SignatureOf(rank, story, ref random);
        if (type == GroupType.Document || type == GroupType.Report) return FileOf(type, rank, added, ref random);
        return null;
    }

    /// <summary>The first groups take each status in turn, one of them none; for later ones some are far more common.</summary>
    private static string? Status(IReadOnlyList<string> statuses, int rank, ref RandomStream random)
    {
        if (rank <= statuses.Count) return rank == statuses.Count ? null : statuses[rank];
        return random.Chance(8) ? null : statuses[random.Skewed(statuses.Count)];
    }

    private EmailDetails EmailOf(int story, ref RandomStream random)
    {
        var (first, last, _) = plan.Actors.Person(random.Below(4000));
        var sender = $"{Words.Letters(first)}@{random.Pick(plan.Words.Latin)}.{random.Pick(plan.Words.Suffixes)}";
        return new EmailDetails
        {
            To = random.Chance(70) ? $"{Words.Letters(last)}@{random.Pick(plan.Words.Sites)}.{random.Pick(plan.Words.Suffixes)}" : null,
            From = sender,
            Subject = random.Chance(20) ? "Überfällige Rechnung" : $"{random.Pick(plan.Words.Departments)}: {random.Pick(plan.Words.CatchPhrases)}",
            Header = $"Received: from {random.Pick(plan.Words.Sites)}.{random.Pick(plan.Words.Suffixes)}",
            Body = $"{random.Pick(plan.Words.Phrases)} {plan.Actors.Campaign(story)}.",
            Score = random.Skewed(1000),
        };
    }

    private SignatureDetails SignatureOf(int rank, int story, ref RandomStream random)
    {
        var types = SignatureDetails.FileTypes;
        var type = rank < types.Count ? types[rank] : types[types.Count - 1 - random.Skewed(types.Count)];
        var name = plan.Actors.Adversary(story).Replace(' ', '_');
        return new SignatureDetails($"{name.ToLowerInvariant()}.{Words.Letters(type)}", type, $"rule {name} {{ strings: $a = \"{random.Pick(plan.Words.Latin)}\" condition: $a }}");
    }

    private FileDetails FileOf(GroupType type, int rank, long added, ref RandomStream random)
    {
        var status = rank < FileStatus.All.Count ? FileStatus.All[rank] : FileStatus.All[random.Skewed(FileStatus.All.Count)];
        var uploaded = string.Equals(status, FileStatus.Success, StringComparison.Ordinal);
        var content = uploaded ? System.Text.Encoding.UTF8.GetBytes(random.Pick(plan.Words.Phrases)) : null;
        return new FileDetails
        {
            FileName = $"{random.Pick(plan.Words.Latin)}-{random.Pick(plan.Words.Latin)}.{(type == GroupType.Report ? "pdf" : "txt")}",
            FileSize = content?.LongLength,
            Status = status,
            Malware = type == GroupType.Document && random.Chance(10),
            PublishDate = type == GroupType.Report && random.Chance(75) ? added + Day : null,
            Content = content,
        };
    }
}
