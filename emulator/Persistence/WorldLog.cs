using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Persistence;

/// <summary>
/// Notes what changes in worlds. Changes that come while others are being written are kept with the next transaction, so that concurrent
/// writers share one.
/// </summary>
sealed class WorldLog : IWorldLog
{
    private static readonly Task<bool> s_kept = Task.FromResult(true);

    private readonly Lock _lock = new();
    private readonly Worlds _worlds;
    private readonly LogWriter _writer;
    private readonly Capture _nothing;
    private readonly Dictionary<string, (World World, Capture Kept, PendingBatch? Batch)> _known = new(StringComparer.Ordinal);
    private PendingBatch _open = new();

    public WorldLog(Worlds worlds, LogWriter writer)
    {
        (_worlds, _writer) = (worlds, writer);
        _nothing = new Capture(worlds.Dataset, new PartState?[worlds.DefaultWorld.Parts.Count], [], false);
        // Restoring made what is kept already.
        foreach (var world in worlds.All) Note(world, Capture.Of(world));
        _writer.Start(this);
    }

    public async ValueTask<bool> Change(World world, Func<Graph, Graph> change)
    {
        if (_writer.IsFailing) return false;
        world.Store.Write(graph => (change(graph), true));
        return await Keep(world);
    }

    public async ValueTask<bool> ChangeAll(Func<ValueTask> change)
    {
        if (_writer.IsFailing) return false;
        await change();
        return await KeepAll();
    }

    // One process has the folder.
    public ValueTask<bool> Follow(string world) => new(true);

    public ValueTask<bool> FollowAll() => new(true);

    /// <summary>Keeps what differs in all worlds since they were kept last, with those that were created and removed.</summary>
    public Task<bool> KeepAll()
    {
        List<Task<bool>> waiting = [];
        var worlds = _worlds.All;
        lock (_lock)
        {
            foreach (var world in worlds) Wait(Captured(world));
            foreach (var (name, known) in _known.ToArray())
            {
                if (_worlds.Has(known.World) || _worlds.Find(name) is not null) continue;
                _known.Remove(name);
                Enqueue(new PendingChange(known.World, known.Kept, null));
                Wait(_open.Kept);
            }
        }
        return waiting.Count switch { 0 => s_kept, 1 => waiting[0], _ => All(waiting) };

        void Wait(Task<bool> kept)
        {
            if (!kept.IsCompletedSuccessfully || !kept.Result) waiting.Add(kept);
        }
    }

    /// <summary>Changes wait to be kept.</summary>
    public bool HasChanges
    {
        get
        {
            lock (_lock) return _open.Changes.Count > 0;
        }
    }

    /// <summary>Takes what is waiting; null when nothing is.</summary>
    /// <param name="withStates">With the state of every world after it, which costs as much as there are worlds.</param>
    public (PendingBatch Batch, IReadOnlyList<PendingChange>? After)? Take(bool withStates)
    {
        lock (_lock)
        {
            if (_open.Changes.Count == 0) return null;
            var batch = _open;
            _open = new PendingBatch();
            return (batch, withStates ? StatesOfAll() : null);
        }
    }

    /// <summary>The state of every world of which something is kept.</summary>
    public IReadOnlyList<PendingChange> States()
    {
        lock (_lock) return StatesOfAll();
    }

    public void Write(Utf8JsonWriter json) => _writer.Write(json);

    private PendingChange[] StatesOfAll() => [.. _known.Values.Select(known => new PendingChange(known.World, _nothing, known.Kept))];

    private Task<bool> Keep(World world)
    {
        lock (_lock) return Captured(world);
    }

    private static async Task<bool> All(List<Task<bool>> waiting) => (await Task.WhenAll(waiting)).All(kept => kept);

    private Task<bool> Captured(World world)
    {
        if (!_worlds.Has(world)) return s_kept;
        var now = Capture.Of(world);
        var isKnown = _known.TryGetValue(world.Name, out var known);
        if (isKnown && now.IsSame(known.Kept, world.Parts)) return known.Batch?.Kept ?? s_kept;
        if (!isKnown && now.IsSame(Capture.Fresh(_worlds.Dataset, world.Begun ?? []), world.Parts)) return s_kept;
        Enqueue(new PendingChange(world, isKnown ? known.Kept : _nothing, now));
        _known[world.Name] = (world, now, _open);
        return _open.Kept;
    }

    private void Note(World world, Capture now)
    {
        if (!now.IsSame(Capture.Fresh(_worlds.Dataset, world.Begun ?? []), world.Parts)) _known[world.Name] = (world, now, null);
    }

    private void Enqueue(PendingChange change)
    {
        _open.Changes.Add(change);
        if (_open.Changes.Count == 1) _writer.Wake();
    }
}
