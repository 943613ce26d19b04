namespace Emulation.Seeding.Demo;

/// <summary>
/// How many nodes of each counted kind a size gives. One generation of ThreatConnect's part is three stories:
/// 50 groups, 256 indicators, 10 tasks and 17 victims.
/// </summary>
sealed record Counts(
    int Groups, int Indicators, int Tasks, int Victims, int Entities, int Profiles, int Posts, int UserAssociations, int PostAssociations)
{
    public const int GroupsInGeneration = 50;
    public const int IndicatorsInGeneration = 256;
    public const int TasksInGeneration = 10;
    public const int VictimsInGeneration = 17;
    public const int StoriesInGeneration = 3;

    /// <summary>How many entities and posts a generation has in the default mix; later ones may belong to older stories.</summary>
    public const int EntitiesInGeneration = 166;
    public const int PostsInGeneration = 30;

    public int Total => Groups + Indicators + Tasks + Victims + Entities + Profiles + Posts + UserAssociations + PostAssociations;

    public static Counts Of(DemoSize size)
    {
        var threatConnect =
            Apportionment.Of(size.ThreatConnectNodes, GroupsInGeneration, IndicatorsInGeneration, TasksInGeneration, VictimsInGeneration);
        var deso = Apportionment.Of(size.DesoNodes, 12, 18, 28, 42);
        return new Counts(
            threatConnect[0], threatConnect[1], threatConnect[2], threatConnect[3], size.ThreatWindsNodes,
            deso[0], deso[1], deso[2], deso[3]);
    }
}
