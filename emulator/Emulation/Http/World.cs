using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>All of a world but its journal, at one moment. It shares what did not change, so keeping one costs nothing.</summary>
sealed record WorldState(Graph Graph, IReadOnlyList<PartState?> Parts);

/// <summary>Everything a tester may change, together: graph, clock, faults, stubs, rate limits and journal.</summary>
public sealed class World
{
    private readonly IWorldPart[] _parts;
    private readonly Func<Graph> _dataset;
    private long _used;
    private int _requests;

    internal World(string name, Func<Graph> dataset, WorldParts parts)
    {
        (Name, _dataset) = (name, dataset);
        Machine = parts.Machine;
        Seed = parts.Seed;
        Clock = parts.Clock();
        ErrorIds = new ErrorIds(parts.Seed);
        Faults = parts.Faults(this);
        Stubs = parts.Stubs(this);
        Limits = parts.Limits(this);
        Journal = parts.Journal(this);
        Overlay = new OverlaySlot(this, parts.Overlay);
        Store = new GraphStore(dataset());
        _parts = [Clock, ErrorIds, Faults, Stubs, Limits, Overlay];
        if (parts.AreKept) Begun = [.. _parts.Select(part => part.State)];
        Touch();
    }

    public string Name { get; }

    internal GraphStore Store { get; }

    public WorldClock Clock { get; }

    internal TimeProvider Machine { get; }

    /// <summary>The seed of everything random.</summary>
    internal long Seed { get; }

    internal ErrorIds ErrorIds { get; }

    internal IFaults Faults { get; }

    internal IStubs Stubs { get; }

    internal IRateLimits Limits { get; }

    internal OverlaySlot Overlay { get; }

    internal IJournal Journal { get; }

    internal Snapshots Snapshots { get; } = new();

    /// <summary>How often each route was requested since the start or the last reset; no snapshot keeps it.</summary>
    internal RouteUsage Usage { get; } = new();

    internal IReadOnlyList<IWorldPart> Parts => _parts;

    /// <summary>The parts as they were when the world was made; null unless worlds are kept.</summary>
    internal IReadOnlyList<PartState?>? Begun { get; }

    /// <summary>What changes in it is kept.</summary>
    internal bool IsKept => Begun is not null;

    internal WorldState State => new(Store.Current, [.. _parts.Select(part => part.State)]);

    /// <summary>How long no request named this world; zero while one is being answered.</summary>
    internal TimeSpan Idle => IsInUse ? TimeSpan.Zero : Machine.GetElapsedTime(Volatile.Read(ref _used));

    /// <summary>A request is being answered in this world.</summary>
    internal bool IsInUse => Volatile.Read(ref _requests) > 0;

    /// <summary>A tester created it by name; it is not removed when there are too many worlds.</summary>
    internal bool IsMadeByName { get; set; }

    /// <summary>The world is in use until the result is disposed.</summary>
    internal Use Begin()
    {
        Interlocked.Increment(ref _requests);
        return new Use(this);
    }

    internal void Touch() => Volatile.Write(ref _used, Machine.GetTimestamp());

    /// <summary>Restores everything but the journal. O(1) at any size.</summary>
    internal void Restore(WorldState state)
    {
        Store.Put(state.Graph);
        for (var i = 0; i < _parts.Length; i++) _parts[i].Restore(state.Parts[i]);
    }

    /// <summary>Restores the dataset, and empties the journal and the counts of requests; snapshots are kept.</summary>
    public void Reset()
    {
        Restore(new WorldState(_dataset(), new PartState?[_parts.Length]));
        Journal.Clear();
        Usage.Clear();
    }

    /// <summary>One request's use of a world.</summary>
    internal readonly struct Use(World world) : IDisposable
    {
        public void Dispose()
        {
            world.Touch();
            Interlocked.Decrement(ref world._requests);
        }
    }
}

/// <summary>Makes the parts of a world other than its graph; the control plane provides them, and each world gets its own.</summary>
sealed record WorldParts(long Seed, TimeProvider Machine, Func<WorldClock> Clock)
{
    /// <summary>What changes in worlds is kept.</summary>
    public bool AreKept { get; init; }

    public Func<World, IJournal> Journal { get; init; } = _ => NoWorldParts.Instance;

    public Func<World, IFaults> Faults { get; init; } = _ => NoWorldParts.Instance;

    public Func<World, IStubs> Stubs { get; init; } = _ => NoWorldParts.Instance;

    public Func<World, IRateLimits> Limits { get; init; } = _ => NoWorldParts.Instance;

    /// <summary>Null: this process has no engine for overlays of its own; code may still bring one.</summary>
    public OverlayMaker? Overlay { get; init; }
}
