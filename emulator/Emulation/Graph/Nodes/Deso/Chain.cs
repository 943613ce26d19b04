namespace Emulation.Graphs.Deso;

/// <summary>The chain's tip. One node a graph, so that the height is restored with everything else.</summary>
sealed record Chain : Node
{
    private static readonly IdKey s_only = new(0, 0);

    /// <summary>The tip before any pending block.</summary>
    public required uint Height { get; init; }

    /// <summary>When the block that pending transactions go into was begun; null: only a tester moves the tip.</summary>
    public DateTimeOffset? PendingSince { get; init; }

    /// <summary>
    /// The block at <see cref="Height"/> was not yet committed when the pending block was begun; the pending block commits it.
    /// </summary>
    public bool IsTipUncommitted { get; init; }

    public static Index<Chain, IdKey> Only { get; } = new(_ => s_only);

    public static Kind NodeKind { get; } = new(32, "chain", Only);

    public override Kind Kind => NodeKind;

    public static Chain? Of(Graph graph) => graph.Find<Chain, IdKey>(Only, s_only);

    /// <summary>Between two blocks.</summary>
    public static readonly TimeSpan BlockTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The height of the last block at a time; 0 where no chain was seeded. A pending block is added after one block time, and the block
    /// that commits it after another.
    /// </summary>
    public static uint HeightOf(Graph graph, DateTimeOffset now) => Of(graph)?.HeightAt(now) ?? 0;

    /// <summary>The height of the last committed block at a time: a block is committed when the block after it is added.</summary>
    public static uint CommittedHeightOf(Graph graph, DateTimeOffset now) => Of(graph)?.CommittedHeightAt(now) ?? 0;

    /// <summary>The graph in which the next block is pending from a time on; a block that is still pending keeps its time.</summary>
    public static Graph WithPending(Graph graph, DateTimeOffset now)
    {
        if (Of(graph) is not { } chain) return graph.Add(new Chain { Height = 0, PendingSince = now });
        var tip = chain.HeightAt(now);
        if (tip == chain.Height && chain.PendingSince is not null) return graph;
        var isTipUncommitted = chain.CommittedHeightAt(now) < tip;
        return graph.Replace(chain, chain with { Height = tip, PendingSince = now, IsTipUncommitted = isTipUncommitted });
    }

    /// <summary>A graph whose chain has this height. Transactions above it are pending, new ones are in the block after it.</summary>
    public static Graph WithHeight(Graph graph, uint height) => Of(graph) is { } chain
        ? graph.Replace(chain, chain with { Height = height, PendingSince = null, IsTipUncommitted = false })
        : graph.Add(new Chain { Height = height });

    private uint HeightAt(DateTimeOffset now)
    {
        if (PendingSince is not { } since || now < since + BlockTime) return Height;
        return now < since + BlockTime + BlockTime ? Height + 1 : Height + 2;
    }

    private uint CommittedHeightAt(DateTimeOffset now)
    {
        var tip = HeightAt(now);
        if (tip == Height + 1) return Height;
        return tip == Height && IsTipUncommitted && Height > 0 ? Height - 1 : tip;
    }
}
