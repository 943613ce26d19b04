namespace Emulation.Graphs.ThreatConnect;

/// <summary>A type of group.</summary>
sealed record GroupType(int Number, string Name, string Branch, string Entity) : ItemType(Number, Name, Branch, Entity)
{
    public static GroupType Adversary { get; } = new(1, "Adversary", "adversaries", "adversary");

    public static GroupType AttackPattern { get; } = new(2, "Attack Pattern", "attackPatterns", "attackPattern");

    public static GroupType Campaign { get; } = new(3, "Campaign", "campaigns", "campaign");

    public static GroupType CourseOfAction { get; } = new(4, "Course of Action", "coursesOfAction", "courseOfAction");

    public static GroupType Document { get; } = new(5, "Document", "documents", "document");

    public static GroupType Email { get; } = new(6, "Email", "emails", "email");

    public static GroupType Event { get; } = new(7, "Event", "events", "event");

    public static GroupType Incident { get; } = new(8, "Incident", "incidents", "incident");

    public static GroupType IntrusionSet { get; } = new(9, "Intrusion Set", "intrusionSets", "intrusionSet");

    public static GroupType Malware { get; } = new(10, "Malware", "malware", "malware");

    public static GroupType Report { get; } = new(11, "Report", "reports", "report");

    public static GroupType Signature { get; } = new(12, "Signature", "signatures", "signature");

    public static GroupType Tactic { get; } = new(13, "Tactic", "tactics", "tactic");

    public static GroupType Threat { get; } = new(14, "Threat", "threats", "threat");

    public static GroupType Tool { get; } = new(15, "Tool", "tools", "tool");

    public static GroupType Vulnerability { get; } = new(16, "Vulnerability", "vulnerabilities", "vulnerability");

    public static IReadOnlyList<GroupType> All { get; } =
    [
        Adversary, AttackPattern, Campaign, CourseOfAction, Document, Email, Event, Incident,
        IntrusionSet, Malware, Report, Signature, Tactic, Threat, Tool, Vulnerability,
    ];

    private static Dictionary<string, GroupType> Branches { get; } =
        All.ToDictionary(type => type.Branch, StringComparer.OrdinalIgnoreCase);

    public static GroupType? ByBranch(string branch) => Branches.GetValueOrDefault(branch);

    public static GroupType? Find(string spelling) => All.FirstOrDefault(type => type.IsSpelled(spelling));
}
