using System.Collections.Concurrent;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>
/// All worlds of the process: <c>default</c>, and forks made when they are named for the first time. O(1) each.
/// A fork that nobody asked anything for <see cref="KeptFor"/> goes, when the next one is named.
/// </summary>
sealed class Worlds
{
    public const string Default = "default";
    public const string Header = "X-Emulator-World";

    private readonly ConcurrentDictionary<string, World> _named = new(StringComparer.Ordinal);
    private readonly WorldParts _parts;
    private volatile bool _ready;

    public Worlds(WorldParts parts, Graph nothing, int most)
    {
        (_parts, Dataset, Most) = (parts, nothing, most);
        Home = new World(Default, () => Dataset, parts);
    }

    /// <summary>False until the dataset is in place.</summary>
    public bool Ready => _ready;

    /// <summary>The graph that worlds start from and go back to; empty until <see cref="Ready"/>.</summary>
    public Graph Dataset { get; private set; }

    /// <summary>The world of requests that name none; it cannot go.</summary>
    public World Home { get; }

    public int Count => _named.Count + 1;

    /// <summary>How many worlds there may be, <c>default</c> among them.</summary>
    public int Most { get; set; }

    /// <summary>How long a fork stays that nobody asks anything; zero: for ever.</summary>
    public TimeSpan KeptFor { get; set; }

    /// <summary>Every world, <c>default</c> first, then by name.</summary>
    public IReadOnlyList<World> All
    {
        get
        {
            Sweep();
            return [Home, .. _named.Values.OrderBy(world => world.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Puts the dataset in place; from now on requests are answered.</summary>
    public void Open(Graph dataset)
    {
        Dataset = dataset;
        Home.Reset();
        _ready = true;
    }

    /// <summary>The world that a request names by header, by path prefix, or not at all; or the answer that refuses it.</summary>
    public Reply? Enter(string? header, string? prefix, out World world)
    {
        world = Home;
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
        var refusal = Fork(name, null, out var forked);
        world = forked ?? Home;
        // Somebody else named it in the meantime: it is the same world.
        return forked is null ? refusal : null;
    }

    /// <summary>A world by name; null when there is none, or it has gone for being idle.</summary>
    public World? Find(string name)
    {
        if (string.Equals(name, Default, StringComparison.Ordinal)) return Home;
        return _named.TryGetValue(name, out var world) && !IsStale(world) ? world : null;
    }

    /// <summary>A new world from a state, or from the dataset; the answer that refuses it when it exists or is one too many.</summary>
    public Reply? Fork(string name, WorldState? from, out World? world)
    {
        world = null;
        if (!GivenName.IsName(name)) return BadName();
        lock (_named)
        {
            Sweep();
            if ((world = Find(name)) is not null) return Problem.Reply(409, "The world exists", $"There is a world {name} already; delete it first, or reset it.");
            if (Count >= Most) return Problem.Reply(429, "Too many worlds", $"There are {Count} worlds already, as many as --max-worlds allows; delete one.");
            world = new World(name, () => Dataset, _parts);
            if (from is not null) world.Restore(from);
            _named[name] = world;
            return null;
        }
    }

    /// <summary>False when there is no such world, or it is <c>default</c>.</summary>
    public bool Delete(string name)
    {
        Sweep();
        return _named.TryRemove(name, out _);
    }

    /// <summary>The answer to a name that is none, with a pointer when it stood in a body.</summary>
    public static Reply BadName(string? pointer = null) => Problem.Reply(400, "Not a world's name", $"A world's name is {GivenName.Allowed}.", pointer);

    private bool IsStale(World world) => KeptFor > TimeSpan.Zero && world.Idle > KeptFor;

    private void Sweep()
    {
        if (KeptFor <= TimeSpan.Zero) return;
        foreach (var world in _named.Values.Where(IsStale)) _named.TryRemove(KeyValuePair.Create(world.Name, world));
    }
}
