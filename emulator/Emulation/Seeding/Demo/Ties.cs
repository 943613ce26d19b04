using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Two indicators that belong together: an association or file action of ThreatConnect, a relation of ThreatWinds.</summary>
/// <param name="Rule">Which of its cluster's ties it is.</param>
/// <param name="Way">The slot of an association type; <see cref="Ties.Plain"/> when nothing is said of how.</param>
readonly record struct Tie(int From, int To, int Rule, int Way);

/// <summary>What indicators have to do with each other, and with groups.</summary>
sealed class Ties(Plan plan, ClusterPlan clusters)
{
    public const int Plain = -1;
    public const int RulesInCluster = 24;

    private const int Any = -1;
    private const int DnsPtr = 4;
    private const int Traffic = 10;

    // Slots of a cluster, the way they are joined, how often, and in which of four sorts of cluster.
    private static readonly (int From, int To, int Way, int Percent, int Sort)[] s_rules =
    [
        (1, 0, DnsPtr, 80, Any), (5, 4, DnsPtr, 65, Any), (10, 9, DnsPtr, 60, Any), (1, 11, DnsPtr, 35, Any),
        (2, 0, 7, 85, Any), (8, 4, 7, 70, Any), (13, 4, 7, 70, 3),
        (0, 6, 5, 45, Any), (9, 6, 5, 60, Any),
        (2, 3, 6, 65, Any), (8, 7, 6, 50, Any),
        (3, 7, 9, 40, 0), (3, 7, 8, 60, 1), (3, 7, 9, 50, 2),
        (3, 1, Traffic, 55, Any), (7, 4, Traffic, 30, Any), (3, 0, 14, 50, Any),
        (12, 13, 2, 90, 0), (12, 1, 1, 80, 0), (13, 5, 3, 80, 0),
        (3, 12, 11, 90, 1), (7, 13, 12, 90, 1),
        (3, 12, 13, 80, 2), (1, 12, 0, 70, 2), (13, 6, Plain, 80, 2),
        (12, 0, Plain, 80, 3),
        (0, 4, Plain, 15, Any), (5, 14, Plain, 12, Any),
    ];

    // From a cluster to the first address of its story's home: what makes a few addresses known to very many.
    private static readonly (int From, int Way, int Percent)[] s_homeRules = [(0, DnsPtr, 40), (3, Traffic, 20), (9, DnsPtr, 10)];

    /// <summary>The ties of a cluster whose both ends exist. No two join the same indicators.</summary>
    public void Of(int cluster, ValueList<Tie> ties)
    {
        var dice = plan.Dice(Stream.Association, cluster);
        var first = cluster * ClusterPlan.Size;
        var rule = 0;
        foreach (var (from, to, way, percent, sort) in s_rules)
        {
            if (sort != Any && sort != cluster % 4) continue;
            var joined = dice.Chance(percent);
            if (joined) Add(first + from, first + to, rule, way, ties);
            rule++;
        }
        if (ClusterPlan.IsHome(cluster)) return;
        var home = ClusterPlan.HomeOf(clusters.StoryOf(cluster)) * ClusterPlan.Size;
        foreach (var (from, way, percent) in s_homeRules)
        {
            if (dice.Chance(percent)) Add(first + from, home + 1, rule, way, ties);
            rule++;
        }
    }

    /// <summary>The groups to which an indicator is put down; none for some.</summary>
    public void Culprits(int indicator, List<int> groups)
    {
        var dice = plan.Dice(Stream.GroupLinks, ~(long)indicator);
        if (dice.Chance(25)) return;
        var story = clusters.StoryOf(indicator / ClusterPlan.Size);
        for (var left = dice.Few(4); left > 0; left--)
        {
            var group = GroupPlan.Culprit(story, ref dice);
            if (group < plan.Counts.Groups && !groups.Contains(group)) groups.Add(group);
        }
    }

    /// <summary>The groups before it to which a group is tied: the story's adversary, others of the story, and for reports other stories.</summary>
    public void Mates(int group, List<int> groups)
    {
        var dice = plan.Dice(Stream.GroupLinks, group);
        var story = GroupPlan.StoryOf(group);
        var adversary = GroupPlan.AdversaryOf(story);
        if (group != adversary && dice.Chance(85)) groups.Add(adversary);
        for (var left = dice.Few(3); left > 0; left--)
        {
            var mate = GroupPlan.Earlier(group, ref dice);
            if (mate >= 0 && !groups.Contains(mate)) groups.Add(mate);
        }
        if (GroupPlan.TypeOf(group) != GroupType.Report) return;
        for (var left = dice.Few(4); left > 0; left--)
        {
            var other = dice.Skewed(story + 1);
            var known = GroupPlan.AdversaryOf(other);
            if (other != story && plan.OwnerOf(other) == plan.OwnerOf(story) && !groups.Contains(known)) groups.Add(known);
        }
    }

    private void Add(int from, int to, int rule, int way, ValueList<Tie> ties)
    {
        if (from < plan.Counts.Indicators && to < plan.Counts.Indicators) ties.Add(new Tie(from, to, rule, way));
    }
}
