using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>
/// The fifty groups of a generation: the type of each, and to which of the generation's three stories it belongs. The first group of each
/// story is its adversary.
/// </summary>
static class GroupPlan
{
    // The slot of the first malware of the first story; those of the other stories follow it, as their adversaries do.
    private const int FirstMalware = 7;

    private static readonly Slot[] s_slots =
    [
        new(GroupType.Adversary, 0), new(GroupType.Adversary, 1), new(GroupType.Adversary, 2),
        new(GroupType.Campaign, 0), new(GroupType.Campaign, 1), new(GroupType.Campaign, 2), new(GroupType.Campaign, 0),
        new(GroupType.Malware, 0), new(GroupType.Malware, 1), new(GroupType.Malware, 2), new(GroupType.Malware, 0),
        new(GroupType.Malware, 1),
        new(GroupType.IntrusionSet, 0), new(GroupType.IntrusionSet, 1),
        new(GroupType.Threat, 0), new(GroupType.Threat, 2),
        new(GroupType.Vulnerability, 0), new(GroupType.Vulnerability, 1),
        new(GroupType.AttackPattern, 1), new(GroupType.AttackPattern, 2),
        new(GroupType.Tool, 0), new(GroupType.Tool, 2), new(GroupType.Tactic, 2),
        new(GroupType.Incident, 0), new(GroupType.Incident, 1), new(GroupType.Incident, 2), new(GroupType.Incident, 0),
        new(GroupType.Incident, 1), new(GroupType.Incident, 2), new(GroupType.Incident, 0),
        new(GroupType.Event, 0), new(GroupType.Event, 1), new(GroupType.Event, 2), new(GroupType.Event, 0), new(GroupType.Event, 1),
        new(GroupType.Email, 0), new(GroupType.Email, 1),
        new(GroupType.Signature, 0), new(GroupType.Signature, 1), new(GroupType.Signature, 2), new(GroupType.Signature, 0),
        new(GroupType.Signature, 1),
        new(GroupType.Document, 0), new(GroupType.Document, 1), new(GroupType.Document, 2),
        new(GroupType.Report, 0), new(GroupType.Report, 1), new(GroupType.Report, 2), new(GroupType.Report, 0),
        new(GroupType.CourseOfAction, 1),
    ];

    // The rank of a slot among the slots of its type, and how many groups of the type a generation has.
    private static readonly int[] s_rank = [.. s_slots.Select((slot, at) => s_slots.Take(at).Count(before => before.Type == slot.Type))];
    private static readonly int[] s_perGeneration = [.. s_slots.Select(slot => s_slots.Count(other => other.Type == slot.Type))];

    private static readonly int[] s_actors = [.. Enumerable.Range(0, s_slots.Length).Where(at => IsActor(s_slots[at].Type))];
    private static readonly int[] s_actorAt = [.. Enumerable.Range(0, s_slots.Length).Select(at => Array.IndexOf(s_actors, at))];

    // Types of group that indicators are associated with.
    private static readonly int[][] s_attributed = [.. Enumerable.Range(0, Counts.StoriesInGeneration).Select(story =>
        (int[])[.. Enumerable.Range(0, s_slots.Length).Where(at => s_slots[at].Story == story && IsAttributed(s_slots[at].Type))])];

    private static readonly int[][] s_targets = [.. Enumerable.Range(0, Counts.StoriesInGeneration).Select(story =>
        (int[])[.. Enumerable.Range(0, s_slots.Length).Where(at => s_slots[at].Story == story && IsAttack(s_slots[at].Type))])];

    private static readonly int[][] s_story = [.. Enumerable.Range(0, Counts.StoriesInGeneration).Select(story =>
        (int[])[.. Enumerable.Range(0, s_slots.Length).Where(at => s_slots[at].Story == story)])];

    // The earlier slots of each slot's story, by type.
    private static readonly Dictionary<GroupType, int[]>[] s_earlier = [.. Enumerable.Range(0, s_slots.Length).Select(slot =>
        Enumerable.Range(0, slot).Where(at => s_slots[at].Story == s_slots[slot].Story).GroupBy(at => s_slots[at].Type)
            .ToDictionary(group => group.Key, group => group.ToArray()))];

    public static GroupType TypeOf(int group) => s_slots[group % Counts.GroupsInGeneration].Type;

    public static int StoryOf(int group) =>
        (group / Counts.GroupsInGeneration * Counts.StoriesInGeneration) + s_slots[group % Counts.GroupsInGeneration].Story;

    /// <summary>The rank of a group among the groups of its type.</summary>
    public static int Rank(int group)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        return (generation * s_perGeneration[slot]) + s_rank[slot];
    }

    public static int AdversaryOf(int story) => First(story) + (story % Counts.StoriesInGeneration);

    /// <summary>The first malware group of a story.</summary>
    public static int MalwareOf(int story) => AdversaryOf(story) + FirstMalware;

    /// <summary>A group of a story that indicators are associated with.</summary>
    public static int AttributedGroup(int story, ref RandomStream random) =>
        First(story) + random.Pick(s_attributed[story % Counts.StoriesInGeneration]);

    /// <summary>An incident or campaign of a story, which has victims.</summary>
    public static int Attack(int story, ref RandomStream random) =>
        First(story) + random.Pick(s_targets[story % Counts.StoriesInGeneration]);

    /// <summary>An earlier group of the same story; -1 for the first one.</summary>
    public static int Earlier(int group, ref RandomStream random)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        var related = s_story[s_slots[slot].Story];
        var at = Array.IndexOf(related, slot);
        return at <= 0 ? -1 : (generation * Counts.GroupsInGeneration) + related[random.Below(at)];
    }

    /// <summary>An earlier group of a type in a group's story; -1 when there is none.</summary>
    public static int EarlierOfType(int group, GroupType type, ref RandomStream random)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        if (!s_earlier[slot].TryGetValue(type, out var earlier)) return -1;
        return (generation * Counts.GroupsInGeneration) + random.Pick(earlier);
    }

    /// <summary>
    /// The number of a group among the actors: adversaries, intrusion sets, malware, threats and vulnerabilities, which are also entities
    /// of ThreatWinds. -1 for other groups.
    /// </summary>
    public static int ActorOf(int group)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        return s_actorAt[slot] < 0 ? -1 : (generation * s_actors.Length) + s_actorAt[slot];
    }

    public static int GroupOfActor(int actor)
    {
        var (generation, at) = Math.DivRem(actor, s_actors.Length);
        return (generation * Counts.GroupsInGeneration) + s_actors[at];
    }

    private static int First(int story) => story / Counts.StoriesInGeneration * Counts.GroupsInGeneration;

    private static bool IsActor(GroupType type) =>
        type == GroupType.Adversary || type == GroupType.IntrusionSet || type == GroupType.Malware || type == GroupType.Threat
        || type == GroupType.Vulnerability;

    private static bool IsAttack(GroupType type) => type == GroupType.Incident || type == GroupType.Campaign;

    private static bool IsAttributed(GroupType type) =>
        IsActor(type) || IsAttack(type) || type == GroupType.Event || type == GroupType.Email || type == GroupType.Report
        || type == GroupType.Signature;

    private sealed record Slot(GroupType Type, int Story);
}
