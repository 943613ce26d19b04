using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Reading;
using Emulation.Seeding.Records;
using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>The folder of <c>--data</c>.</summary>
sealed class DataFolder : IKeptWorlds
{
    public const string FileName = "worlds.db";

    private readonly GraphRecords _records = new();
    private readonly FolderLock _lock;
    private readonly string _path;
    private readonly DataSync _sync;
    private readonly int _recordsOfACheckpoint;
    private SqliteFile? _file;
    private DataHead _head;
    private Bases? _bases;
    private LogWriter? _writer;

    private DataFolder(EmulatorOptions options, string folder, FolderLock taken, int recordsOfACheckpoint)
    {
        (_lock, _path, _sync) = (taken, Path.Combine(folder, FileName), options.DataSync);
        _recordsOfACheckpoint = recordsOfACheckpoint;
        (Options, _head) = (options, DataHead.Of(options));
        if (!File.Exists(_path))
        {
            if (File.Exists(_path + "-wal")) throw DataFault.Damaged(_path, "it is missing, and its log is there");
            return;
        }
        FileHead.Check(_path);
        _file = Guarded(() => SqliteFile.Open(_path, _sync));
        _head = Guarded(() => DataHead.Read(_file.Head()));
        Options = _head.Over(options);
        Notice = _head.Notice(options, folder);
    }

    public EmulatorOptions Options { get; }

    public string? Notice { get; }

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

    public async Task<Dataset> Load(Func<Task<Dataset>> dataset)
    {
        if (_file is not null) return await Task.Run(() => Guarded(Read));
        var made = await dataset();
        await Task.Run(() => Guarded(() => Begin(made)));
        return made;
    }

    public ValueTask<IWorldLog> Restore(Worlds worlds, Action<string> notice)
    {
        var last = Guarded(() => new Restoring(_file!, _records, _bases!, _head).Run(worlds));
        _writer = new LogWriter(_file!, _records, _bases!, _head, last, notice) { CheckpointAfter = _recordsOfACheckpoint };
        return new(new WorldLog(worlds, _writer));
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.Stop();
        _file?.Dispose();
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
        var graph = _records.Build(_file!.GraphParts(0));
        _bases = new Bases(graph);
        return new Dataset(_head.Dataset, Origin.Of(graph)?.Start ?? DateTimeOffset.UnixEpoch, graph);
    }

    private SqliteFile Begin(Dataset made)
    {
        SqliteFile.Create(_path, file =>
        {
            file.PutHead(_head.At(0));
            file.PutGraph(0, _records.Parts(made.Graph));
        });
        _bases = new Bases(made.Graph);
        return _file = SqliteFile.Open(_path, _sync);
    }

    /// <summary>What goes wrong with the file is said in one line that names it.</summary>
    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw DataFault.Of(_path, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFault.NotWritable(_path, fault.Message);
        }
        catch (Exception fault) when (fault is RowError or JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw DataFault.Damaged(_path, fault.Message);
        }
    }
}
