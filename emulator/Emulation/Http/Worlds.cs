using System.Collections.Concurrent;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>
/// All worlds of the process: <c>default</c>, and forks made when they are named for the first time. O(1) each.
/// A fork that no request has named for <see cref="IdleTimeout"/> is removed when the next fork is made.
/// </summary>
sealed class Worlds : IDisposable
{
    public const string Default = "default";
    public const string Header = "X-Emulator-World";

    /// <summary>With the value <c>true</c> a request refuses to create the world that it names.</summary>
    public const string MustExistHeader = "X-Emulator-World-Must-Exist";

    private readonly ConcurrentDictionary<string, World> _named = new(StringComparer.Ordinal);
    private readonly WorldParts _parts;
    private volatile bool _ready;

    public Worlds(WorldParts parts, Graph nothing, int limit)
    {
        (_parts, Dataset, Limit) = (parts, nothing, limit);
        DefaultWorld = new World(Default, () => Dataset, parts);
    }

    /// <summary>False until the dataset is in place.</summary>
    public bool Ready => _ready;

    /// <summary>Receives the worlds that are created and removed.</summary>
    public IWorldObserver? Observer { get; init; }

    /// <summary>Keeps what worlds accept; null: nothing is kept.</summary>
    public IWorldLog? Log { get; private set; }

    /// <summary>How far the dataset is while it is not in place, 0 to 100.</summary>
    public Func<int> SeedingPercent { get; init; } = () => 0;

    /// <summary>The graph of new and of reset worlds; empty until <see cref="Ready"/>.</summary>
    public Graph Dataset { get; private set; }

    /// <summary>The world of requests that name none; it cannot be deleted.</summary>
    public World DefaultWorld { get; }

    public int Count => _named.Count + 1;

    /// <summary>How many worlds there may be, <c>default</c> among them.</summary>
    public int Limit { get; set; }

    /// <summary>How long a fork is kept without requests; zero: without limit.</summary>
    public TimeSpan IdleTimeout { get; set; }

    /// <summary>Every world, <c>default</c> first, then by name.</summary>
    public IReadOnlyList<World> All
    {
        get
        {
            Sweep();
            return [DefaultWorld, .. _named.Values.OrderBy(world => world.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Puts the dataset in place; from now on requests are answered.</summary>
    /// <param name="dataset">The graph of new worlds.</param>
    /// <param name="restore">Restores the worlds that were kept, and gives the log that keeps them from then on.</param>
    public async Task Open(Graph dataset, Func<Worlds, ValueTask<IWorldLog>> restore)
    {
        Begin(dataset);
        Log = await restore(this);
        _ready = true;
    }

    /// <summary>The same where nothing is kept.</summary>
    public void Open(Graph dataset)
    {
        Begin(dataset);
        _ready = true;
    }

    /// <summary>Whether a world is still one of the process's.</summary>
    public bool Has(World world) => ReferenceEquals(world, DefaultWorld)
        || (_named.TryGetValue(world.Name, out var known) && ReferenceEquals(known, world));

    /// <summary>The world that a request names by header, by path prefix, or not at all; or the answer that refuses it.</summary>
    public Reply? Resolve(string? header, string? prefix, bool crossSite, out World world, bool mustExist = false)
    {
        world = DefaultWorld;
        if (header is not null && prefix is not null && !string.Equals(header, prefix, StringComparison.Ordinal))
            return Problem.Reply(409, "Two worlds", $"The header {Header} and the path prefix name different worlds; name one.");
        if ((header ?? prefix) is not { } name) return null;
        if (!GivenName.IsName(name)) return BadName();
        if (!_ready || string.Equals(name, Default, StringComparison.Ordinal)) return null;
        if (Find(name) is { } known)
        {
            known.Touch();
            world = known;
            return null;
        }
        if (mustExist) return Problem.Reply(404, "No such world", $"There is no world {name}, and {MustExistHeader} forbids to create it.");
        if (crossSite)
            return Problem.Reply(403, "Cross-site request", $"There is no world {name}, and a request of another site may not create one.");
        var refusal = Fork(name, null, out var forked);
        world = forked ?? DefaultWorld;
        // When another request created it in the meantime, that world is used.
        return forked is null ? refusal : null;
    }

    /// <summary>A world by name; null when there is none, or it has been idle for too long.</summary>
    public World? Find(string name)
    {
        if (string.Equals(name, Default, StringComparison.Ordinal)) return DefaultWorld;
        return _named.TryGetValue(name, out var world) && !IsStale(world) ? world : null;
    }

    /// <summary>Makes a world from a state or from the dataset; returns a refusal when it exists or there are too many.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="from">Its state; null: the dataset.</param>
    /// <param name="world">The new world, or the one that has the name already.</param>
    /// <param name="madeByName">A tester created it explicitly.</param>
    public Reply? Fork(string name, WorldState? from, out World? world, bool madeByName = false)
    {
        world = null;
        if (!GivenName.IsName(name)) return BadName();
        lock (_named)
        {
            Sweep();
            if ((world = Find(name)) is not null)
                return Problem.Reply(409, "The world exists", $"There is a world {name} already; delete it first, or reset it.");
            if (Count >= Limit && !RemoveLeastRecentlyUsed()) return TooMany();
            world = new World(name, () => Dataset, _parts) { IsMadeByName = madeByName };
            if (from is not null) world.Restore(from);
            _named[name] = world;
            Observer?.Created(world);
            return null;
        }
    }

    /// <summary>A world by name, which is made when there is none, however many there are: another instance has it.</summary>
    public World Ensure(string name)
    {
        if (string.Equals(name, Default, StringComparison.Ordinal)) return DefaultWorld;
        lock (_named)
        {
            if (!_named.TryGetValue(name, out var world))
            {
                _named[name] = world = new World(name, () => Dataset, _parts);
                Observer?.Created(world);
            }
            world.Touch();
            return world;
        }
    }

    /// <summary>False when there is no such world, or it is <c>default</c>.</summary>
    public bool Delete(string name)
    {
        Sweep();
        return _named.TryGetValue(name, out var world) && Remove(world);
    }

    /// <summary>The process or the test is over: releases what worlds hold besides memory.</summary>
    public void Dispose()
    {
        DefaultWorld.Overlay.Dispose();
        foreach (var world in _named.Values) world.Overlay.Dispose();
    }

    /// <summary>The answer to an invalid name, with a pointer when it was in a body.</summary>
    public static Reply BadName(string? pointer = null) =>
        Problem.Reply(400, "Not a world's name", $"A world's name is {GivenName.Allowed}.", pointer);

    private void Begin(Graph dataset)
    {
        Dataset = dataset;
        DefaultWorld.Reset();
    }

    private Reply TooMany() => Problem.Reply(
        429,
        "Too many worlds",
        $"There are {Count} worlds already, as many as --max-worlds allows, and each was made by name or is in use; delete one.");

    private bool IsStale(World world) => IdleTimeout > TimeSpan.Zero && world.Idle > IdleTimeout;

    /// <summary>Removes the least recently used world among those that no tester made by name and no request uses.</summary>
    private bool RemoveLeastRecentlyUsed() =>
        _named.Values.Where(world => world is { IsMadeByName: false, IsInUse: false }).MaxBy(world => world.Idle) is { } oldest
        && Remove(oldest);

    private void Sweep()
    {
        if (IdleTimeout <= TimeSpan.Zero) return;
        foreach (var world in _named.Values.Where(IsStale)) Remove(world);
    }

    private bool Remove(World world)
    {
        if (!_named.TryRemove(KeyValuePair.Create(world.Name, world))) return false;
        world.Overlay.Dispose();
        Observer?.Removed(world);
        return true;
    }
}
