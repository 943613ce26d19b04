using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>
/// The fifty groups of a generation: which type each is, and which of its three stories it tells. An adversary stands first in each story.
/// </summary>
static class GroupPlan
{
    private static readonly Slot[] s_slots =
    [
        new(GroupType.Adversary, 0), new(GroupType.Adversary, 1), new(GroupType.Adversary, 2),
        new(GroupType.Campaign, 0), new(GroupType.Campaign, 1), new(GroupType.Campaign, 2), new(GroupType.Campaign, 0),
        new(GroupType.Malware, 0), new(GroupType.Malware, 1), new(GroupType.Malware, 2), new(GroupType.Malware, 0), new(GroupType.Malware, 1),
        new(GroupType.IntrusionSet, 0), new(GroupType.IntrusionSet, 1),
        new(GroupType.Threat, 0), new(GroupType.Threat, 2),
        new(GroupType.Vulnerability, 0), new(GroupType.Vulnerability, 1),
        new(GroupType.AttackPattern, 1), new(GroupType.AttackPattern, 2),
        new(GroupType.Tool, 0), new(GroupType.Tool, 2), new(GroupType.Tactic, 2),
        new(GroupType.Incident, 0), new(GroupType.Incident, 1), new(GroupType.Incident, 2), new(GroupType.Incident, 0), new(GroupType.Incident, 1), new(GroupType.Incident, 2), new(GroupType.Incident, 0),
        new(GroupType.Event, 0), new(GroupType.Event, 1), new(GroupType.Event, 2), new(GroupType.Event, 0), new(GroupType.Event, 1),
        new(GroupType.Email, 0), new(GroupType.Email, 1),
        new(GroupType.Signature, 0), new(GroupType.Signature, 1), new(GroupType.Signature, 2), new(GroupType.Signature, 0), new(GroupType.Signature, 1),
        new(GroupType.Document, 0), new(GroupType.Document, 1), new(GroupType.Document, 2),
        new(GroupType.Report, 0), new(GroupType.Report, 1), new(GroupType.Report, 2), new(GroupType.Report, 0),
        new(GroupType.CourseOfAction, 1),
    ];

    // Which of its type a slot is, and how many of the type a generation has.
    private static readonly int[] s_rank = [.. s_slots.Select((slot, at) => s_slots.Take(at).Count(before => before.Type == slot.Type))];
    private static readonly int[] s_perGeneration = [.. s_slots.Select(slot => s_slots.Count(other => other.Type == slot.Type))];

    private static readonly int[] s_cast = [.. Enumerable.Range(0, s_slots.Length).Where(at => IsCast(s_slots[at].Type))];
    private static readonly int[] s_castAt = [.. Enumerable.Range(0, s_slots.Length).Select(at => Array.IndexOf(s_cast, at))];

    // What indicators are put down to: whoever and whatever acts, more than what is written about it.
    private static readonly int[][] s_culprits = [.. Enumerable.Range(0, Counts.StoriesInGeneration).Select(story =>
        (int[])[.. Enumerable.Range(0, s_slots.Length).Where(at => s_slots[at].Story == story && IsCulprit(s_slots[at].Type))])];

    private static readonly int[][] s_targets = [.. Enumerable.Range(0, Counts.StoriesInGeneration).Select(story =>
        (int[])[.. Enumerable.Range(0, s_slots.Length).Where(at => s_slots[at].Story == story && (s_slots[at].Type == GroupType.Incident || s_slots[at].Type == GroupType.Campaign))])];

    private static readonly int[][] s_story = [.. Enumerable.Range(0, Counts.StoriesInGeneration).Select(story =>
        (int[])[.. Enumerable.Range(0, s_slots.Length).Where(at => s_slots[at].Story == story)])];

    public static GroupType TypeOf(int group) => s_slots[group % Counts.GroupsInGeneration].Type;

    public static int StoryOf(int group) => (group / Counts.GroupsInGeneration * Counts.StoriesInGeneration) + s_slots[group % Counts.GroupsInGeneration].Story;

    /// <summary>The how-manieth of its type a group is.</summary>
    public static int Rank(int group)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        return (generation * s_perGeneration[slot]) + s_rank[slot];
    }

    public static int AdversaryOf(int story) => First(story) + (story % Counts.StoriesInGeneration);

    /// <summary>The groups of a story to which indicators belong.</summary>
    public static int Culprit(int story, ref Dice dice) => First(story) + dice.Pick(s_culprits[story % Counts.StoriesInGeneration]);

    /// <summary>The incidents and campaigns of a story: what victims suffer from.</summary>
    public static int Attack(int story, ref Dice dice) => First(story) + dice.Pick(s_targets[story % Counts.StoriesInGeneration]);

    /// <summary>Another group of a group's story that stands before it; -1 when it is the first.</summary>
    public static int Earlier(int group, ref Dice dice)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        var mates = s_story[s_slots[slot].Story];
        var at = Array.IndexOf(mates, slot);
        return at <= 0 ? -1 : (generation * Counts.GroupsInGeneration) + mates[dice.Below(at)];
    }

    /// <summary>Adversaries, intrusion sets, malware, threats and vulnerabilities are known to ThreatWinds as well; these count through.</summary>
    public static int CastOf(int group)
    {
        var (generation, slot) = Math.DivRem(group, Counts.GroupsInGeneration);
        return s_castAt[slot] < 0 ? -1 : (generation * s_cast.Length) + s_castAt[slot];
    }

    public static int GroupOfCast(int cast)
    {
        var (generation, at) = Math.DivRem(cast, s_cast.Length);
        return (generation * Counts.GroupsInGeneration) + s_cast[at];
    }

    private static int First(int story) => story / Counts.StoriesInGeneration * Counts.GroupsInGeneration;

    private static bool IsCast(GroupType type) =>
        type == GroupType.Adversary || type == GroupType.IntrusionSet || type == GroupType.Malware || type == GroupType.Threat || type == GroupType.Vulnerability;

    private static bool IsCulprit(GroupType type) =>
        IsCast(type) || type == GroupType.Campaign || type == GroupType.Incident || type == GroupType.Event || type == GroupType.Email || type == GroupType.Report || type == GroupType.Signature;

    private sealed record Slot(GroupType Type, int Story);
}
