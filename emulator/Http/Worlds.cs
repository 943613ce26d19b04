using System.Collections.Concurrent;
using Emulation.Graphs;

namespace Emulation.Http;

/// <summary>
/// All worlds of the process: <c>default</c>, and forks of the dataset made when they are named for the first time. O(1) each.
/// </summary>
public sealed class Worlds(WorldParts parts, Graph nothing, int most)
{
    public const string Default = "default";
    public const string Header = "X-Emulator-World";

    private readonly ConcurrentDictionary<string, World> _named = new(StringComparer.Ordinal);
    private readonly World _default = parts.Make(Default, nothing);
    private volatile bool _ready;

    /// <summary>False until the dataset is in place.</summary>
    public bool Ready => _ready;

    /// <summary>The graph that worlds start from and go back to; empty until <see cref="Ready"/>.</summary>
    public Graph Dataset { get; private set; } = nothing;

    public int Count => _named.Count + 1;

    public int Most => most;

    /// <summary>Puts the dataset in place; from now on requests are answered.</summary>
    public void Open(Graph dataset)
    {
        Dataset = dataset;
        _default.Reset(dataset);
        _ready = true;
    }

    /// <summary>The world that a request names by header, by path prefix, or not at all; or the answer that refuses it.</summary>
    public Reply? Enter(string? header, string? prefix, out World world)
    {
        world = _default;
        if (header is not null && prefix is not null && !string.Equals(header, prefix, StringComparison.Ordinal))
            return Problem.Reply(409, "Two worlds", $"The header {Header} and the path prefix name different worlds; name one.");
        if ((header ?? prefix) is not { } name) return null;
        if (!IsName(name))
            return Problem.Reply(400, "Not a world's name", "A world's name is 1 to 64 letters, digits, dots, underscores or hyphens.");
        if (Enter(name) is not { } found)
            return Problem.Reply(429, "Too many worlds", $"There are {most} worlds already, as many as --max-worlds allows; delete one.");
        world = found;
        return null;
    }

    /// <summary>A world by name, forked now if it is new; null when that would be one more than allowed.</summary>
    public World? Enter(string name)
    {
        if (!_ready || string.Equals(name, Default, StringComparison.Ordinal)) return _default;
        if (_named.TryGetValue(name, out var known)) return known;
        lock (_named)
        {
            if (_named.TryGetValue(name, out known)) return known;
            if (Count >= most) return null;
            return _named[name] = parts.Make(name, Dataset);
        }
    }

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= 64 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-');
}

/// <summary>What a world is made of besides its graph; the control plane brings the parts, each world gets its own.</summary>
public sealed record WorldParts(long Seed, TimeProvider Machine, Func<WorldClock> Clock)
{
    public Func<WorldClock, IJournal> Journal { get; init; } = _ => Nothing.Instance;

    public Func<WorldClock, IFaults> Faults { get; init; } = _ => Nothing.Instance;

    public Func<WorldClock, IOverrides> Overrides { get; init; } = _ => Nothing.Instance;

    public World Make(string name, Graph dataset)
    {
        var clock = Clock();
        return new World(name, new GraphStore(dataset), clock, Machine, new ErrorIds(Seed))
        {
            Journal = Journal(clock),
            Faults = Faults(clock),
            Overrides = Overrides(clock),
        };
    }
}
