using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Demo;

/// <summary>
/// Indicators are generated in clusters of sixteen, found together in one story. The first clusters of a generation are the home clusters
/// of its three stories; the others belong to an old story more often than to a new one, and are linked to its home cluster.
/// </summary>
sealed class ClusterPlan(Plan plan)
{
    public const int Size = 16;
    public const int Copy = 15;

    /// <summary>The sort of clusters that would have an AS number if there were more.</summary>
    public const int NoAsn = 4;

    private const int Sorts = 4;

    // The other AS numbers for documentation belong to entities that only ThreatWinds has.
    private const int AsnsOfIndicators = 24;
    private const int InGeneration = Counts.IndicatorsInGeneration / Size;

    private static readonly IndicatorType[] s_types =
    [
        IndicatorType.Host, IndicatorType.Address, IndicatorType.Url, IndicatorType.File,
        IndicatorType.Host, IndicatorType.Address, IndicatorType.EmailAddress, IndicatorType.File,
        IndicatorType.Url, IndicatorType.Host, IndicatorType.Address, IndicatorType.Host,
        IndicatorType.Host, IndicatorType.Host, IndicatorType.Address, IndicatorType.Host,
    ];

    private static readonly IndicatorType[] s_twelfth =
        [IndicatorType.Asn, IndicatorType.Mutex, IndicatorType.UserAgent, IndicatorType.Hashtag];
    private static readonly IndicatorType[] s_thirteenth =
        [IndicatorType.Cidr, IndicatorType.RegistryKey, IndicatorType.EmailSubject, IndicatorType.Url];

    /// <summary>What is special about a cluster: the types of two of its indicators, and how they are linked.</summary>
    public static int Sort(int cluster) => cluster % Sorts > 0 || cluster / Sorts < AsnsOfIndicators ? cluster % Sorts : NoAsn;

    public static bool HasNetwork(int cluster) => s_thirteenth[cluster % Sorts] == IndicatorType.Cidr;

    public static int HomeOf(int story) => (story / Counts.StoriesInGeneration * InGeneration) + (story % Counts.StoriesInGeneration);

    public static bool IsHome(int cluster) => cluster % InGeneration < Counts.StoriesInGeneration;

    public static IndicatorType TypeOf(int indicator)
    {
        var (cluster, slot) = Math.DivRem(indicator, Size);
        return slot switch
        {
            12 => Sort(cluster) == NoAsn ? IndicatorType.Host : s_twelfth[cluster % 4],
            13 => s_thirteenth[cluster % 4],
            _ => s_types[slot],
        };
    }

    public int StoryOf(int cluster)
    {
        var (generation, at) = Math.DivRem(cluster, InGeneration);
        if (at < Counts.StoriesInGeneration) return (generation * Counts.StoriesInGeneration) + at;
        var random = plan.Random(StreamKind.Cluster, cluster);
        return Plan.StoryIn(generation, ref random);
    }

    public int OwnerOf(int cluster) => plan.OwnerOf(StoryOf(cluster));

    /// <summary>When the cluster was found.</summary>
    public long Found(int cluster)
    {
        var random = plan.Random(StreamKind.Cluster, ~(long)cluster);
        return plan.Actors.Within(StoryOf(cluster), ref random);
    }

    /// <summary>The indicator of another owner that has the same value; -1 for nearly all.</summary>
    public int CopiedBy(int indicator)
    {
        var (cluster, slot) = Math.DivRem(indicator, Size);
        return slot == Copy && cluster > 0 && OwnerOf(cluster) != OwnerOf(cluster - 1) ? (cluster - 1) * Size : -1;
    }
}
