using Emulation.Graphs;
using Emulation.Seeding.Records;

namespace Emulation.Persistence;

/// <summary>The states of all worlds after a record, in place of the records up to it.</summary>
/// <param name="Sequence">The number of the record.</param>
/// <param name="States">A record of each world that leads to its state from nothing.</param>
/// <param name="Graphs">The whole graphs that they refer to, and the dataset.</param>
sealed record Checkpoint(long Sequence, IReadOnlyList<(string World, byte[] Body)> States, IReadOnlyCollection<long> Graphs)
{
    public static Checkpoint Of(long sequence, IReadOnlyList<PendingChange> worlds, GraphRecords records, Bases bases, PartTexts texts)
    {
        var used = new HashSet<long> { 0 };
        var writer = new WorldRecordWriter(
            records, bases, texts, (id, _) => throw new InvalidOperationException($"The graph {id} was kept by no record."));
        var states = worlds.Select(world => (world.World.Name, writer.Write(world.World, null, world.Now!, used))).ToArray();
        return new Checkpoint(sequence, states, used);
    }
}
