using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Which types of group are associated with which earlier types of the same story.</summary>
static class GroupTypeLinks
{
    private static readonly (GroupType Type, GroupType[] Earlier)[] s_table =
    [
        (GroupType.Malware,        [GroupType.Campaign]),
        (GroupType.IntrusionSet,   [GroupType.Campaign, GroupType.Malware]),
        (GroupType.Threat,         [GroupType.Campaign, GroupType.Malware]),
        (GroupType.Vulnerability,  [GroupType.Campaign, GroupType.Malware]),
        (GroupType.AttackPattern,  [GroupType.Campaign, GroupType.Malware, GroupType.IntrusionSet]),
        (GroupType.Tool,           [GroupType.Campaign, GroupType.Malware, GroupType.IntrusionSet]),
        (GroupType.Tactic,         [GroupType.Campaign, GroupType.AttackPattern]),
        (GroupType.Incident,       [GroupType.Campaign, GroupType.Malware, GroupType.Threat, GroupType.Vulnerability, GroupType.AttackPattern, GroupType.Tool, GroupType.Tactic]),
        (GroupType.Event,          [GroupType.Campaign, GroupType.Threat, GroupType.Incident]),
        (GroupType.Email,          [GroupType.Campaign, GroupType.Malware, GroupType.Threat, GroupType.Incident]),
        (GroupType.Signature,      [GroupType.Campaign, GroupType.Malware, GroupType.Vulnerability, GroupType.Tool, GroupType.Incident]),
        (GroupType.Document,       [GroupType.Campaign, GroupType.Malware, GroupType.Incident, GroupType.Event]),
        (GroupType.Report,         [GroupType.Campaign, GroupType.Malware, GroupType.IntrusionSet, GroupType.Threat, GroupType.Vulnerability, GroupType.AttackPattern, GroupType.Tool, GroupType.Tactic, GroupType.Incident, GroupType.Event, GroupType.Email, GroupType.Signature, GroupType.Document]),
        (
            GroupType.CourseOfAction,
            [GroupType.Malware, GroupType.Vulnerability, GroupType.AttackPattern, GroupType.Incident, GroupType.Event]),
    ];

    private static readonly Dictionary<GroupType, GroupType[]> s_byType = s_table.ToDictionary(row => row.Type, row => row.Earlier);

    public static GroupType[] Of(GroupType type) => s_byType.GetValueOrDefault(type) ?? [];
}
