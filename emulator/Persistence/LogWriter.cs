using System.Text.Json;
using Emulation.Graphs;
using Emulation.Seeding.Records;
using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>Writes batches to the file, one after the other, on a thread of its own; and shortens the file from time to time.</summary>
sealed class LogWriter
{
    public const int RecordsOfACheckpoint = 20_000;

    private const long BytesOfACheckpoint = 64L * 1024 * 1024;

    private const int TurnsBetweenAll = 100;

    // What requests alone move (stepped clocks, counters of faults and limits) is kept at least this often.
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly SqliteFile _file;
    private readonly LastKept _lastKept;
    private readonly GraphRecords _records;
    private readonly Bases _bases;
    private readonly PartTexts _texts;
    private readonly DataHead _head;
    private readonly Action<string> _notice;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly List<(string World, byte[] Body)> _unkept = [];
    private readonly Dictionary<long, Graph> _unkeptGraphs = [];
    private long _last;
    private long _sinceCheckpoint;
    private long _bytes;
    private Task? _running;
    private Task<Checkpoint>? _checkpoint;
    private volatile bool _failing;
    private volatile bool _stopping;
    private bool _isBroken;

    public LogWriter(
        SqliteFile file, LastKept lastKept, GraphRecords records, Bases bases, PartTexts texts, DataHead head, long last,
        Action<string> notice)
    {
        (_file, _lastKept, _records, _bases, _texts) = (file, lastKept, records, bases, texts);
        (_head, _last, _notice) = (head, last, notice);
        _sinceCheckpoint = last - head.Checkpoint;
    }

    public bool IsFailing => _failing;

    /// <summary>After so many records the log is shortened.</summary>
    public int CheckpointAfter { get; init; } = RecordsOfACheckpoint;

    private bool IsCheckpointDue => _checkpoint is null && (_sinceCheckpoint >= CheckpointAfter || _bytes >= BytesOfACheckpoint);

    public void Wake() => _wake.Release();

    public void Start(WorldLog log) =>
        _running = Task.Factory.StartNew(() => Run(log), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Keeps what is waiting, and ends.</summary>
    public async Task Stop()
    {
        _stopping = true;
        Wake();
        if (_running is { } running) await running;
    }

    /// <summary>Puts states in place of all records, and returns the free space; after <see cref="Stop"/>.</summary>
    public void Compact(IReadOnlyList<PendingChange> states)
    {
        Shorten(Checkpoint.Of(_last, states, _records, _bases, _texts));
        _file.Vacuum();
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", _file.FilePath);
        json.WriteNumber("sequence", Volatile.Read(ref _last));
        json.WriteNumber("recordsSinceCheckpoint", Volatile.Read(ref _sinceCheckpoint));
        json.WriteNumber("bytes", new FileInfo(_file.FilePath) is { Exists: true } file ? file.Length : 0);
        json.WriteBoolean("failing", _failing);
    }

    private void Run(WorldLog log)
    {
        for (var turn = 0; !_isBroken; turn++)
        {
            if (!_wake.Wait(s_interval) || _failing || turn % TurnsBetweenAll == 0) _ = log.KeepAll();
            var stopping = _stopping;
            if (stopping) _ = log.KeepAll();
            var taken = log.Take(withStates: IsCheckpointDue);
            if (taken is { } some) Keep(some.Batch, some.After);
            else if (_unkept.Count > 0) Commit();
            if (_checkpoint is { IsCompleted: true }) Shorten();
            if (stopping && !log.HasChanges) return;
            if (_failing && !stopping) _wake.Wait(s_interval);
        }
    }

    private void Keep(PendingBatch batch, IReadOnlyList<PendingChange>? after)
    {
        try
        {
            var writer = new WorldRecordWriter(_records, _bases, _texts, (id, graph) => _unkeptGraphs[id] = graph);
            foreach (var change in batch.Changes)
            {
                var body = change.Now is { } now ? writer.Write(change.World, change.Old, now) : WorldRecordWriter.Deleted();
                if (change.Now is null) _texts.Forget(change.World.Name);
                _unkept.Add((change.World.Name, body));
            }
        }
        catch (Exception bug)
        {
            // What comes after this change leads on from it, so nothing more may be kept.
            _notice($"--data: a change cannot be written, so no more are accepted until a restart: {bug}");
            (_failing, _isBroken) = (true, true);
            batch.Complete(false);
            return;
        }
        batch.Complete(Commit());
        if (_failing || after is null) return;
        var sequence = _last;
        _checkpoint = Task.Run(() => Checkpoint.Of(sequence, after, _records, _bases, _texts));
    }

    private bool Commit()
    {
        try
        {
            var next = _last;
            _file.Commit(() =>
            {
                foreach (var (id, graph) in _unkeptGraphs) _file.PutGraph(id, _records.Parts(graph));
                foreach (var (world, body) in _unkept) _file.Append(++next, world, body);
            });
            _lastKept.Write(next);
            Volatile.Write(ref _sinceCheckpoint, _sinceCheckpoint + _unkept.Count);
            _bytes += _unkept.Sum(record => record.Body.Length);
            Volatile.Write(ref _last, next);
            _unkept.Clear();
            _unkeptGraphs.Clear();
            if (_failing) _notice($"--data: changes are kept in {_file.FilePath} again");
            _failing = false;
            return true;
        }
        catch (SqliteException fault)
        {
            if (!_failing) _notice($"{DataFault.Of(_file.FilePath, fault).Message}; until then changes are refused");
            _failing = true;
            return false;
        }
    }

    private void Shorten()
    {
        var done = _checkpoint!;
        _checkpoint = null;
        try
        {
            Shorten(done.GetAwaiter().GetResult());
        }
        catch (SqliteException fault)
        {
            // The log stays longer; nothing is lost.
            _notice($"{DataFault.Of(_file.FilePath, fault).Message}; the log was not shortened");
        }
    }

    private void Shorten(Checkpoint checkpoint)
    {
        var head = (_head with { Checkpoint = checkpoint.Sequence, States = checkpoint.States.Count }).Bytes();
        _file.Commit(() => _file.Shorten(checkpoint.Sequence, checkpoint.States, checkpoint.Graphs, head));
        Volatile.Write(ref _sinceCheckpoint, _last - checkpoint.Sequence);
        _bytes = 0;
    }
}
