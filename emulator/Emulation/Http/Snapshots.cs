namespace Emulation.Http;

/// <summary>A world's kept states, by name, in the order of their names; no more than <see cref="Most"/>.</summary>
sealed class Snapshots
{
    public const int Most = 256;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Snapshot> _named = new(StringComparer.Ordinal);

    public IReadOnlyList<Snapshot> All
    {
        get
        {
            lock (_lock) return [.. _named.Values];
        }
    }

    public Snapshot? Find(string name)
    {
        lock (_lock) return _named.GetValueOrDefault(name);
    }

    /// <summary>Keeps a state under a name, in place of what was kept there; false when that would be one too many.</summary>
    public bool Keep(Snapshot snapshot)
    {
        lock (_lock)
        {
            if (_named.Count >= Most && !_named.ContainsKey(snapshot.Name)) return false;
            _named[snapshot.Name] = snapshot;
            return true;
        }
    }

    public bool Drop(string name)
    {
        lock (_lock) return _named.Remove(name);
    }
}

/// <summary>A world's state under a name.</summary>
/// <param name="Name">What the tester calls it.</param>
/// <param name="Taken">The world's time when it was taken.</param>
/// <param name="State">What a restore puts back.</param>
sealed record Snapshot(string Name, DateTimeOffset Taken, WorldState State);
