namespace Emulation.Seeding;

/// <summary>How many nodes <c>demo</c> generates, and how they are shared out among the APIs.</summary>
public sealed record DemoSize(int Nodes, int ThreatConnect, int ThreatWinds, int Deso)
{
    public const int Most = 5_000_000;

    public static DemoSize Default { get; } = new(2000, 2, 1, 1);

    public int ThreatConnectNodes => Share(ThreatConnect);

    public int ThreatWindsNodes => Share(ThreatWinds);

    public int DesoNodes => Share(Deso);

    private int Share(int weight)
    {
        var weights = (long)ThreatConnect + ThreatWinds + Deso;
        return weights == 0 ? 0 : (int)((long)Nodes * weight / weights);
    }
}
