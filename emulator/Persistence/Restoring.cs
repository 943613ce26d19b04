using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding.Records;

namespace Emulation.Persistence;

/// <summary>Restores worlds from their states and the records after them.</summary>
sealed class Restoring(SqliteFile file, GraphRecords records, Bases bases, PartTexts texts, DataHead head)
{
    /// <summary>Restores the worlds, and returns the number of the last record.</summary>
    /// <exception cref="InvalidDataException">A state or a record is missing.</exception>
    public long Run(Worlds worlds)
    {
        var kept = Read(worlds.DefaultWorld.Parts, out var last);
        // Worlds that were kept are all restored, whatever --max-worlds says now.
        worlds.Limit = Math.Max(worlds.Limit, kept.Count + 1);
        foreach (var (name, world) in kept)
        {
            World? restored = worlds.DefaultWorld;
            if (string.Equals(name, Worlds.Default, StringComparison.Ordinal)) restored.Restore(world.State);
            else worlds.Fork(name, world.State, out restored, world.IsMadeByName);
            if (restored is null) throw new InvalidOperationException($"The world {name} cannot be made.");
            foreach (var snapshot in world.Snapshots) restored.Snapshots.Keep(snapshot);
        }
        return last;
    }

    private SortedDictionary<string, KeptWorld> Read(IReadOnlyList<IWorldPart> codecs, out long last)
    {
        var kept = new SortedDictionary<string, KeptWorld>(StringComparer.Ordinal);
        foreach (var (world, body) in file.States()) Apply(world, body);
        if (kept.Count != head.States) throw new InvalidDataException($"{head.States - kept.Count} states of worlds are missing");
        last = head.Checkpoint;
        foreach (var (sequence, world, body) in file.Records())
        {
            if (sequence != ++last) throw new InvalidDataException($"record {last} is missing");
            Apply(world, body);
        }
        return kept;

        void Apply(string world, byte[] body)
        {
            if (!kept.TryGetValue(world, out var known)) kept.Add(world, known = new KeptWorld(world, records, Whole, codecs, texts));
            if (!known.Apply(body)) kept.Remove(world);
        }
    }

    private Graph Whole(long id)
    {
        if (!bases.Has(id)) bases.Add(id, records.Build(file.GraphParts(id)));
        return bases[id];
    }
}
