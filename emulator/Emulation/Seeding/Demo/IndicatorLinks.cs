using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>Two linked indicators: an association or file action of ThreatConnect, a relation of ThreatWinds.</summary>
/// <param name="Rule">The number of the link within its cluster.</param>
/// <param name="AssociationSlot">The slot of the association type; <see cref="IndicatorLinks.Plain"/> for a link without a type.</param>
readonly record struct IndicatorLink(int From, int To, int Rule, int AssociationSlot);

/// <summary>Which indicators are linked with each other and with groups, and which groups are.</summary>
sealed class IndicatorLinks(Plan plan, ClusterPlan clusters)
{
    public const int Plain = -1;
    public const int RulesInCluster = 24;

    // How many of a hundred groups are associated with each of the types that belong to theirs.
    private const int LinkedTypes = 60;

    private const int Any = -1;
    private const int WithNetwork = -2;
    private const int DnsPtr = 4;
    private const int Traffic = 10;

    // Two slots of a cluster, the association between them, its percentage, and in which of four sorts of cluster it occurs.
    private static readonly (int From, int To, int AssociationSlot, int Percent, int Sort)[] s_rules =
    [
        (1, 0, DnsPtr, 80, Any), (5, 4, DnsPtr, 65, Any), (10, 9, DnsPtr, 60, Any), (1, 11, DnsPtr, 35, Any),
        (2, 0, 7, 85, Any), (8, 4, 7, 70, Any), (13, 4, 7, 70, 3),
        (0, 6, 5, 45, Any), (9, 6, 5, 60, Any),
        (2, 3, 6, 65, Any), (8, 7, 6, 50, Any),
        (3, 7, 9, 40, 0), (3, 7, 8, 60, 1), (3, 7, 9, 50, 2),
        (3, 1, Traffic, 55, Any), (7, 4, Traffic, 30, Any), (3, 0, 14, 50, Any),
        (12, 13, 2, 90, 0), (12, 1, 1, 80, 0), (13, 5, 3, 80, WithNetwork), (5, 12, DnsPtr, 40, ClusterPlan.NoAsn),
        (3, 12, 11, 90, 1), (7, 13, 12, 90, 1),
        (3, 12, 13, 80, 2), (1, 12, 0, 70, 2), (13, 6, Plain, 80, 2),
        (12, 0, Plain, 80, 3),
        (0, 4, Plain, 15, Any), (5, 14, Plain, 12, Any),
    ];

    // From a cluster to the first address of its story's home cluster, so that a few addresses have very many links.
    private static readonly (int From, int AssociationSlot, int Percent)[] s_homeRules =
        [(0, DnsPtr, 40), (3, Traffic, 20), (9, DnsPtr, 10)];

    /// <summary>The links of a cluster with both ends present. No two link the same indicators.</summary>
    public void Of(int cluster, ValueList<IndicatorLink> links)
    {
        var random = plan.Random(StreamKind.Association, cluster);
        var first = cluster * ClusterPlan.Size;
        var clusterSort = ClusterPlan.Sort(cluster);
        var rule = 0;
        foreach (var (from, to, slot, percent, sort) in s_rules)
        {
            if (sort != Any && sort != clusterSort && !(sort == WithNetwork && ClusterPlan.HasNetwork(cluster))) continue;
            var joined = random.Chance(percent);
            if (joined) Add(first + from, first + to, rule, slot, links);
            rule++;
        }
        if (ClusterPlan.IsHome(cluster)) return;
        var home = ClusterPlan.HomeOf(clusters.StoryOf(cluster)) * ClusterPlan.Size;
        foreach (var (from, slot, percent) in s_homeRules)
        {
            if (random.Chance(percent)) Add(first + from, home + 1, rule, slot, links);
            rule++;
        }
    }

    /// <summary>
    /// The groups that an indicator is associated with: for the first ones of a home cluster its story's adversary; none for some others.
    /// </summary>
    public void AttributedGroups(int indicator, List<int> groups)
    {
        var random = plan.Random(StreamKind.GroupLinks, ~(long)indicator);
        var cluster = indicator / ClusterPlan.Size;
        var story = clusters.StoryOf(cluster);
        // The first hosts and addresses of a home cluster are the ones that texts name.
        var isNamed = ClusterPlan.IsHome(cluster) && indicator % ClusterPlan.Size is 0 or 1 or 4 or 5;
        if (random.Chance(25) && !isNamed) return;
        if (isNamed && GroupPlan.AdversaryOf(story) < plan.Counts.Groups) groups.Add(GroupPlan.AdversaryOf(story));
        for (var left = random.Few(4); left > 0; left--)
        {
            var group = GroupPlan.AttributedGroup(story, ref random);
            if (group < plan.Counts.Groups && !groups.Contains(group)) groups.Add(group);
        }
    }

    /// <summary>
    /// The earlier groups that a group is associated with: the story's adversary, others of the story, and for reports other adversaries.
    /// </summary>
    public void RelatedGroups(int group, List<int> groups)
    {
        var random = plan.Random(StreamKind.GroupLinks, group);
        var story = GroupPlan.StoryOf(group);
        var adversary = GroupPlan.AdversaryOf(story);
        if (group != adversary && random.Chance(85)) groups.Add(adversary);
        for (var left = random.Few(3); left > 0; left--)
        {
            var other = GroupPlan.Earlier(group, ref random);
            if (other >= 0 && !groups.Contains(other)) groups.Add(other);
        }
        foreach (var type in GroupTypeLinks.Of(GroupPlan.TypeOf(group)))
        {
            var earlier = GroupPlan.EarlierOfType(group, type, ref random);
            if (earlier >= 0 && random.Chance(LinkedTypes) && !groups.Contains(earlier)) groups.Add(earlier);
        }
        if (GroupPlan.TypeOf(group) != GroupType.Report) return;
        for (var left = random.Few(4); left > 0; left--)
        {
            var other = random.Skewed(story + 1);
            var known = GroupPlan.AdversaryOf(other);
            if (other != story && plan.OwnerOf(other) == plan.OwnerOf(story) && !groups.Contains(known)) groups.Add(known);
        }
    }

    private void Add(int from, int to, int rule, int slot, ValueList<IndicatorLink> links)
    {
        if (from < plan.Counts.Indicators && to < plan.Counts.Indicators) links.Add(new IndicatorLink(from, to, rule, slot));
    }
}
