using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Records;
using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>The folder of <c>--data</c>.</summary>
sealed class DataFolder : IDataStore
{
    public const string FileName = "worlds.db";

    private readonly GraphRecords _records = new();
    private readonly PartTexts _texts = new();
    private readonly FolderLock _lock;
    private readonly string _path;
    private readonly DataSync _sync;
    private readonly int _recordsOfACheckpoint;
    private readonly long? _kept;
    private SeedingProgress _progress = new();
    private SqliteFile? _file;
    private LastKept? _lastKept;
    private DataHead _head;
    private Bases? _bases;
    private LogWriter? _writer;
    private WorldLog? _log;

    private DataFolder(EmulatorOptions options, string folder, FolderLock taken, int recordsOfACheckpoint)
    {
        (_lock, _path, _sync) = (taken, Path.Combine(folder, FileName), options.DataSync);
        _recordsOfACheckpoint = recordsOfACheckpoint;
        (Options, _head) = (options, DataHead.Of(options));
        _kept = Guarded.Run(_path, () => LastKept.Read(_path));
        if (!File.Exists(_path))
        {
            if (File.Exists(_path + "-wal")) throw DataFault.Damaged(_path, "it is missing, and its log is there");
            if (_kept > 0) throw DataFault.Missing(_path, _kept.Value);
            return;
        }
        FileHead.Check(_path);
        _file = Guarded.Run(_path, () => SqliteFile.Open(_path, _sync));
        _head = Guarded.Run(_path, () => DataHead.Read(_file.Head()));
        Options = _head.Over(options);
        Notice = _head.Notice(options, folder);
    }

    public EmulatorOptions Options { get; }

    public string? Notice { get; private init; }

    public long Bytes => _file?.Bytes ?? 0;

    /// <exception cref="OptionError">The folder cannot be used.</exception>
    public static DataFolder Open(EmulatorOptions options) => Open(options, LogWriter.RecordsOfACheckpoint);

    /// <param name="options">The options, with the folder.</param>
    /// <param name="recordsOfACheckpoint">After so many records the log is shortened.</param>
    /// <exception cref="OptionError">The folder cannot be used.</exception>
    public static DataFolder Open(EmulatorOptions options, int recordsOfACheckpoint)
    {
        var folder = options.Data ?? throw new InvalidOperationException("There is no folder of data.");
        CheckLibrary();
        var taken = FolderLock.Take(folder);
        try
        {
            return new DataFolder(options, folder, taken, recordsOfACheckpoint);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is something that a start would go on from, or refuse.</summary>
    public static bool Exists(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, FileName + "*").Any();

    public void Report(SeedingProgress progress) => _progress = progress;

    public async Task<Dataset> Load(Func<Task<Dataset>> dataset)
    {
        if (_file is not null) return await Task.Run(() => Guarded.Run(_path, Read));
        var made = await dataset();
        await Task.Run(() => Guarded.Run(_path, () => Begin(made)));
        return made;
    }

    public ValueTask<IWorldLog> Restore(Worlds worlds, Action<string> notice)
    {
        var last = Guarded.Run(_path, () => new Restoring(_file!, _records, _bases!, _texts, _head).Run(worlds));
        if (_kept > last && _sync == DataSync.Full) throw DataFault.LostEnd(_path, last, _kept.Value);
        if (worlds.All.Any(world => world.Overlay.IsUnread)) notice(DataFault.UnreadMappings(_path));
        if (_kept > last) notice(DataFault.LostEndNotice(_path, last, _kept.Value));
        _lastKept = Guarded.Run(_path, () => LastKept.Open(_path));
        _lastKept.Write(last);
        _writer = new LogWriter(_file!, _lastKept, _records, _bases!, _texts, _head, last, notice)
        {
            CheckpointAfter = _recordsOfACheckpoint,
        };
        return new(_log = new WorldLog(worlds, _writer));
    }

    public void Verify()
    {
        if (_file is { } file) Guarded.Run(_path, file.CheckPages);
    }

    public IReadOnlyDictionary<string, KeptSize> Sizes() => Guarded.Run(_path, () => _file!.Sizes());

    public async Task Compact()
    {
        var writer = _writer ?? throw new InvalidOperationException("The worlds are not restored.");
        await writer.Stop();
        Guarded.Run(_path, () => writer.Compact(_log!.States()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.Stop();
        _file?.Dispose();
        _lastKept?.Dispose();
        _lock.Dispose();
    }

    /// <summary>The native executable may have been copied without the library that was published with it.</summary>
    private static void CheckLibrary()
    {
        try
        {
            using var memory = new SqliteConnection("Data Source=:memory:");
            memory.Open();
        }
        catch (Exception fault) when (fault is TypeInitializationException or DllNotFoundException)
        {
            throw DataFault.NoLibrary();
        }
    }

    private Dataset Read()
    {
        var graph = _records.Build(Reported(_file!.GraphParts(0), _file.CountParts(0)));
        _bases = new Bases(graph);
        return new Dataset(_head.Dataset, Origin.Of(graph)?.Start ?? DateTimeOffset.UnixEpoch, graph);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Reported(IEnumerable<ReadOnlyMemory<byte>> parts, long count)
    {
        const int PartsOfALargeGraph = 50;
        const int Reading = 70;
        const int Step = 10;
        var read = 0L;
        _progress.IsLarge = count >= PartsOfALargeGraph;
        foreach (var part in parts)
        {
            var percent = (int)(read++ * Reading / count / Step * Step);
            if (percent != _progress.Now.Percent) _progress.Begin("kept data", percent);
            yield return part;
        }
        _progress.Begin("indexes", Reading);
    }

    private SqliteFile Begin(Dataset made)
    {
        SqliteFile.Create(_path, file =>
        {
            file.PutHead(_head.Bytes());
            file.PutGraph(0, _records.Parts(made.Graph));
        });
        _bases = new Bases(made.Graph);
        return _file = SqliteFile.Open(_path, _sync);
    }
}
