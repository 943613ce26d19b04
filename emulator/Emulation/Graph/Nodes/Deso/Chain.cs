namespace Emulation.Graphs.Deso;

/// <summary>The chain's tip. One node a graph, so that the height is restored with everything else.</summary>
sealed record Chain : Node
{
    private static readonly IdKey s_only = new(0, 0);

    public required uint Height { get; init; }

    public static Index<Chain, IdKey> Only { get; } = new(_ => s_only);

    public static Kind NodeKind { get; } = new(32, "chain", Only);

    public override Kind Kind => NodeKind;

    /// <summary>The height of the last block; 0 where no chain was seeded.</summary>
    public static uint HeightOf(Graph graph) => graph.Find<Chain, IdKey>(Only, s_only)?.Height ?? 0;

    /// <summary>A graph whose chain has this height. What is above it is pending, what is new goes into the block after it.</summary>
    public static Graph WithHeight(Graph graph, uint height) => graph.Find<Chain, IdKey>(Only, s_only) is { } chain
        ? graph.Replace(chain, chain with { Height = height })
        : graph.Add(new Chain { Height = height });
}
