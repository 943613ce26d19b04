using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Persistence;

/// <summary>What is kept of a world, at one moment.</summary>
sealed record Capture(Graph Graph, IReadOnlyList<PartState?> Parts, IReadOnlyList<Snapshot> Snapshots, bool IsMadeByName)
{
    public static Capture Of(World world) => new(world.Store.Current, world.State.Parts, world.Snapshots.All, world.IsMadeByName);

    /// <summary>A world of which nothing was kept: the dataset.</summary>
    public static Capture Fresh(Graph dataset, IReadOnlyList<PartState?> begun) => new(dataset, begun, [], false);

    public bool IsSame(Capture other, IReadOnlyList<IWorldPart> parts) =>
        ReferenceEquals(Graph, other.Graph) && IsMadeByName == other.IsMadeByName && Snapshots.SequenceEqual(other.Snapshots)
        && Enumerable.Range(0, parts.Count).All(part => parts[part] is not IKeptPart || Equals(Parts[part], other.Parts[part]));
}
