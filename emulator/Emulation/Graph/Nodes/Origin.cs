namespace Emulation.Graphs;

/// <summary>Which dataset a graph began as. It stays with the graph through every change, so that an export names it.</summary>
sealed record Origin : Node
{
    private static readonly IdKey s_only = new(0, 0);

    public required string Name { get; init; }

    /// <summary>The moment at which the dataset's world begins.</summary>
    public required DateTimeOffset Start { get; init; }

    public static Index<Origin, IdKey> Only { get; } = new(_ => s_only);

    public static Kind NodeKind { get; } = new(0, "dataset", Only);

    public override Kind Kind => NodeKind;

    /// <summary>Null for a graph that was not made from a dataset.</summary>
    public static Origin? Of(Graph graph) => graph.Find<Origin, IdKey>(Only, s_only);
}
