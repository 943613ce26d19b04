using Emulation.Seeding.Demo;

namespace Emulation.Seeding;

/// <summary>
/// How many nodes <c>demo</c> generates, and the weights by which they are divided among the APIs.
/// </summary>
public sealed record DemoSize(int Nodes, int ThreatConnect, int ThreatWinds, int Deso)
{
    public const int Most = 5_000_000;

    public static DemoSize Default { get; } = new(2000, 2, 1, 1);

    internal int ThreatConnectNodes => Shared()[0];

    internal int ThreatWindsNodes => Shared()[1];

    internal int DesoNodes => Shared()[2];

    private int[] Shared() => Apportionment.Of(Nodes, ThreatConnect, ThreatWinds, Deso);
}
