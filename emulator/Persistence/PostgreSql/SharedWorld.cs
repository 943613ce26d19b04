using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Persistence.PostgreSql;

/// <summary>What this instance knows of a world's log, and the changes that wait to be run and kept.</summary>
sealed class SharedWorld(string name)
{
    private readonly Lock _lock = new();
    private List<QueuedChange> _queue = [];
    private long _sequence;
    private bool _isRunning;

    public string Name => name;

    /// <summary>Held by who reads or appends records.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>The number of the last record that the world here contains.</summary>
    public long Sequence
    {
        get => Volatile.Read(ref _sequence);
        set => Volatile.Write(ref _sequence, value);
    }

    /// <summary>The largest number that the database was seen to have.</summary>
    public long Newest { get; set; }

    /// <summary>What the records up to <see cref="Sequence"/> lead to; null: nothing, or the world was deleted.</summary>
    public Capture? Kept { get; set; }

    /// <summary>The last record that a state contains, as far as this instance knows.</summary>
    public long Checkpoint { get; set; }

    /// <summary>Adds a change; true when the caller must run what waits.</summary>
    public bool Enqueue(QueuedChange change)
    {
        lock (_lock)
        {
            _queue.Add(change);
            if (_isRunning) return false;
            return _isRunning = true;
        }
    }

    public IReadOnlyList<QueuedChange> Take()
    {
        lock (_lock)
        {
            var taken = _queue;
            _queue = [];
            return taken;
        }
    }

    /// <summary>True when more waits; otherwise the next change must be run by who adds it.</summary>
    public bool HasMore()
    {
        lock (_lock) return _isRunning = _queue.Count > 0;
    }
}

/// <summary>A change of one world's graph that waits.</summary>
sealed class QueuedChange(World world, Func<Graph, Graph> change)
{
    private readonly TaskCompletionSource<bool> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _bug;

    /// <summary>The world for which the change was requested; it may have been deleted since.</summary>
    public World World => world;

    public Task<bool> Kept => _kept.Task;

    /// <summary>A change that fails is one that changes nothing; its requester gets the exception.</summary>
    public Graph Run(Graph graph)
    {
        try
        {
            return change(graph);
        }
        catch (Exception bug)
        {
            _bug = bug;
            return graph;
        }
    }

    public void Complete(bool kept)
    {
        if (_bug is not null) _kept.TrySetException(_bug);
        else _kept.TrySetResult(kept);
    }
}
