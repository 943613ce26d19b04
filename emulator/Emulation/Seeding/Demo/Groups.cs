using System.Globalization;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>ThreatConnect's groups: the actors, and reports, incidents and other records about them.</summary>
sealed class Groups(Plan plan, Values values)
{
    public const long FirstId = 1_000_000;
    private const int Day = 86400;

    private static readonly string[] s_mailboxes = ["accounts", "billing", "hr", "no-reply", "notifications", "shipping"];

    private static readonly string[] s_incidents =
        ["Phishing wave at {0}", "Credential theft at {0}", "Ransomware at {0}", "Beaconing hosts at {0}", "Data staged for exfiltration at {0}", "{1} intrusion at {0}"];

    private static readonly string[] s_events =
        ["Port scan against {0}", "New infrastructure resembles {1}", "Takedown of {1} servers", "Sinkhole connections from {0}", "Überprüfung bei {0}"];

    private static readonly string[] s_techniques =
    [
        "T1566.002 Spearphishing Link", "T1078 Valid Accounts", "T1189 Drive-by Compromise", "T1574.002 DLL Side-Loading", "T1053.005 Scheduled Task",
        "T1055 Process Injection", "T1090.004 Domain Fronting", "T1486 Data Encrypted for Impact",
    ];
    private static readonly string[] s_tactics =
    [
        "TA0001 Initial Access", "TA0002 Execution", "TA0003 Persistence", "TA0005 Defense Evasion", "TA0006 Credential Access",
        "TA0008 Lateral Movement", "TA0010 Exfiltration", "TA0040 Impact",
    ];
    private static readonly string[] s_actions = ["Block the known hosts", "Rotate exposed credentials", "Patch the mail gateway", "Disable macros", "Isolate infected hosts"];

    private static readonly Dictionary<string, string> s_extensions = new(StringComparer.Ordinal)
    {
        ["Bro"] = "zeek", ["ClamAV"] = "ndb", ["CybOX"] = "xml", ["Iris Search Hash"] = "txt", ["KQL"] = "kql", ["OpenIOC"] = "ioc", ["Regex"] = "txt",
        ["SPL"] = "spl", ["Sigma"] = "yml", ["Snort"] = "rules", ["Suricata"] = "rules", ["TQL Query"] = "tql", ["YARA"] = "yar",
    };

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
            Name = NameOf(number, type, story, added, ref random),
            Added = added,
            Modified = random.Chance(75) ? plan.Actors.After(added, 90, ref random) : added,
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
            1 => $"{adversary} again, aimed at {random.Pick(InventedNames.Companies).Name} in {random.Pick(InventedNames.Cities)}. {random.Pick(plan.Words.Phrases)}",
            _ => $"{random.Pick(plan.Words.Phrases)} Reported by {plan.Actors.FullName(Analysts.Of(GroupPlan.StoryOf(number), ref random))}.",
        };
    }

    private string NameOf(int number, GroupType type, int story, long added, ref RandomStream random)
    {
        if (GroupPlan.ActorOf(number) >= 0) return plan.Actors.NameOf(number);
        if (type == GroupType.Campaign) return plan.Actors.Campaign(GroupPlan.Rank(number));
        var company = TargetOf(story, ref random).Name;
        var adversary = plan.Actors.Adversary(story);
        if (type == GroupType.Incident) return string.Format(CultureInfo.InvariantCulture, random.Pick(s_incidents), company, adversary);
        if (type == GroupType.Event) return string.Format(CultureInfo.InvariantCulture, random.Pick(s_events), company, adversary);
        if (type == GroupType.AttackPattern) return random.Pick(s_techniques);
        if (type == GroupType.Tactic) return random.Pick(s_tactics);
        if (type == GroupType.CourseOfAction) return random.Pick(s_actions);
        if (type == GroupType.Email) return $"Lure sent to {company}";
        if (type == GroupType.Signature) return $"{plan.Actors.MalwareOf(story)} detection, {SignatureTypeOf(GroupPlan.Rank(number))}";
        if (type == GroupType.Tool) return plan.Actors.Tool(GroupPlan.Rank(number));
        if (type == GroupType.Document) return $"Notes on {adversary}, part {number % 9 + 1}";
        if (type == GroupType.Report) return string.Create(CultureInfo.InvariantCulture, $"{adversary}: activity in {DateTimeOffset.FromUnixTimeSeconds(added):MMMM yyyy}");
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
        if (type == GroupType.Document || type == GroupType.Report) return FileOf(type, rank, story, added, ref random);
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
        var target = TargetOf(story, ref random);
        var host = values.Host(ClusterPlan.HomeOf(story) * ClusterPlan.Size);
        return new EmailDetails
        {
            To = random.Chance(70) ? $"{Words.Letters(first)}.{Words.Letters(last)}@{target.Site}" : null,
            From = $"{random.Pick(s_mailboxes)}@{host}",
            Subject = random.Chance(20) ? "Überfällige Rechnung" : $"{random.Pick(InventedNames.Departments)}: {random.Pick(plan.Words.CatchPhrases)}",
            Header = $"Received: from {host} by mx.{target.Site}",
            Body = $"{random.Pick(plan.Words.Phrases)} {plan.Actors.Campaign(story)}.",
            Score = random.Skewed(1000),
        };
    }

    private SignatureDetails SignatureOf(int rank, int story, ref RandomStream random)
    {
        var type = SignatureTypeOf(rank);
        var name = plan.Actors.MalwareOf(story).Replace(' ', '_');
        return new SignatureDetails($"{name.ToLowerInvariant()}.{s_extensions[type]}", type, $"rule {name} {{ strings: $a = \"{random.Pick(InventedNames.MalwareRoots)}\" condition: $a }}");
    }

    private FileDetails FileOf(GroupType type, int rank, int story, long added, ref RandomStream random)
    {
        var status = rank < FileStatus.All.Count ? FileStatus.All[rank] : FileStatus.All[random.Skewed(FileStatus.All.Count)];
        var uploaded = string.Equals(status, FileStatus.Success, StringComparison.Ordinal);
        var content = uploaded ? System.Text.Encoding.UTF8.GetBytes(random.Pick(plan.Words.Phrases)) : null;
        return new FileDetails
        {
            FileName = FileNameOf(type, rank, story),
            FileSize = content?.LongLength,
            Status = status,
            Malware = type == GroupType.Document && random.Chance(10),
            PublishDate = type == GroupType.Report && random.Chance(75) ? added + Day : null,
            Content = content is null ? null : new FileContent(content),
        };
    }

    /// <summary>Most of a story is about one organization.</summary>
    private Company TargetOf(int story, ref RandomStream random) =>
        random.Chance(70) ? plan.Actors.Target(story) : random.Pick(InventedNames.Companies);

    /// <summary>The first signatures have each type once; most others are of the last ones, which analysts use most.</summary>
    private string SignatureTypeOf(int rank)
    {
        var types = SignatureDetails.FileTypes;
        if (rank < types.Count) return types[rank];
        var random = plan.Random(StreamKind.Group, -3_000_000_000L - rank);
        return types[types.Count - 1 - random.Skewed(types.Count)];
    }

    private string FileNameOf(GroupType type, int rank, int story)
    {
        var adversary = plan.Actors.Adversary(story).Replace(' ', '-').ToLowerInvariant();
        return type == GroupType.Report
            ? string.Create(CultureInfo.InvariantCulture, $"{adversary}-report-{rank + 1}.pdf")
            : string.Create(CultureInfo.InvariantCulture, $"{adversary}-notes-{rank + 1}.txt");
    }
}
