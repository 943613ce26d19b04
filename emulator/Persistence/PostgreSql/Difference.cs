using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding.Records;

namespace Emulation.Persistence.PostgreSql;

/// <summary>A record to append.</summary>
/// <param name="World">Its world.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Body">What is kept.</param>
/// <param name="Graphs">The numbers of the whole graphs that it refers to.</param>
/// <param name="Now">What the records lead to with it; null: the world is deleted.</param>
sealed record NewRecord(SharedWorld World, long Sequence, byte[] Body, long[] Graphs, Capture? Now);

/// <summary>Finds what differs between worlds and what is kept of them, for one transaction.</summary>
sealed class Difference(Worlds worlds, GraphRecords records, Bases bases, PartTexts texts)
{
    private readonly Dictionary<long, Graph> _newGraphs = [];

    /// <summary>Whole graphs that must be kept with the records.</summary>
    public IReadOnlyDictionary<long, Graph> NewGraphs => _newGraphs;

    /// <summary>The record that a world needs; null: none.</summary>
    /// <param name="shared">What is kept of it.</param>
    /// <param name="world">The world; null: it was removed.</param>
    /// <param name="graph">Its graph after changes that it does not show yet; null: the one that it shows.</param>
    public NewRecord? Of(SharedWorld shared, World? world, Graph? graph = null)
    {
        if (world is null)
            return shared.Kept is null ? null : new NewRecord(shared, shared.Sequence + 1, WorldRecordWriter.Deleted(), [], null);
        var now = Capture.Of(world);
        if (graph is not null) now = now with { Graph = graph };
        if (IsKept(shared.Kept, world, now)) return null;
        var used = new HashSet<long>();
        var body = new WorldRecordWriter(records, bases, texts, _newGraphs.Add).Write(world, shared.Kept ?? Nothing(world), now, used);
        return new NewRecord(shared, shared.Sequence + 1, body, [.. used], now);
    }

    public bool IsNeeded(SharedWorld? shared, World world) => !IsKept(shared?.Kept, world, Capture.Of(world));

    /// <summary>The transaction failed.</summary>
    public void Forget()
    {
        foreach (var id in _newGraphs.Keys) bases.Remove(id);
    }

    private bool IsKept(Capture? kept, World world, Capture now) =>
        now.IsSame(kept ?? Capture.Fresh(worlds.Dataset, world.Begun ?? []), world.Parts);

    private Capture Nothing(World world) => new(worlds.Dataset, new PartState?[world.Parts.Count], [], false);
}
