using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Emulation.Seeding.Reading;
using Emulation.Seeding.Records;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>The database of <c>--data</c>.</summary>
sealed class SharedData : IKeptWorlds
{
    public const int RecordsOfACheckpoint = LogWriter.RecordsOfACheckpoint;

    private const long GraphsOfAnInstance = 1_000_000;

    private readonly Database _database;
    private DataHead _head;
    private readonly int _recordsOfACheckpoint;
    private readonly bool _readsNewest;
    private NpgsqlDataSource? _making;
    private NpgsqlConnection? _maker;
    private Bases? _bases;
    private long _instance;
    private LogContext? _log;
    private Background? _background;
    private Checkpoints? _checkpoints;

    private SharedData(EmulatorOptions options, Database database, int recordsOfACheckpoint)
    {
        (_database, _recordsOfACheckpoint, _readsNewest) = (database, recordsOfACheckpoint, options.ReadsNewest);
        (Options, _head) = (options, DataHead.Of(options));
    }

    public EmulatorOptions Options { get; private set; }

    public string? Notice { get; private set; }

    /// <summary>The database has nothing yet.</summary>
    public bool IsNew => _maker is not null;

    /// <exception cref="OptionError">The database cannot be used.</exception>
    public static SharedData Open(EmulatorOptions options) => Open(options, RecordsOfACheckpoint);

    /// <param name="options">The options, with the address.</param>
    /// <param name="recordsOfACheckpoint">After so many records the log of a world is shortened.</param>
    /// <exception cref="OptionError">The database cannot be used.</exception>
    public static SharedData Open(EmulatorOptions options, int recordsOfACheckpoint)
    {
        if (options.DataSync == DataSync.Relaxed)
            throw new OptionError("--data-sync relaxed: is for a folder; a database has its own setting, synchronous_commit");
        var url = DatabaseUrl.Parse(options.Data ?? throw new InvalidOperationException("There is no address of a database."));
        var data = new SharedData(options, new Database(url), recordsOfACheckpoint);
        try
        {
            data.Connect(options);
            return data;
        }
        catch
        {
            data.EndMaking();
            throw;
        }
    }

    public async Task<Dataset> Load(Func<Task<Dataset>> dataset)
    {
        if (_maker is null) return await Task.Run(() => Guarded(Read));
        var made = await dataset();
        await Task.Run(() => Guarded(() => Begin(made)));
        return made;
    }

    public async ValueTask<IWorldLog> Restore(Worlds worlds, Action<string> notice)
    {
        var log = _log = new LogContext(_database, worlds, _bases!, new PartTexts(), new Availability(_database, notice));
        var shared = new SharedLog(log, _readsNewest);
        try
        {
            await shared.Restore();
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            throw DatabaseFault.Of(_database.Name, fault);
        }
        var notifications = new Notifications(log, _instance);
        _checkpoints = new Checkpoints(log, _recordsOfACheckpoint);
        log.Appended = (record, world) =>
        {
            notifications.Add(record.World.Name);
            _checkpoints.Note(record, world);
        };
        _background = new Background(log, shared, notifications);
        _background.Start();
        return shared;
    }

    public async ValueTask DisposeAsync()
    {
        if (_background is not null) await _background.Stop();
        if (_checkpoints is not null) await _checkpoints.Stop();
        if (_log is not null) await _log.Newest.DisposeAsync();
        EndMaking();
        await _database.DisposeAsync();
    }

    /// <summary>One instance begins the database with its dataset; those that start meanwhile wait for it.</summary>
    private void Connect(EmulatorOptions options)
    {
        _making = _database.WithoutTimeout();
        _maker = Guarded(_making.OpenConnection);
        Guarded(() => Schema.Lock(_maker));
        if (Guarded(() => Schema.Read(_maker, _database.Name)) is not { } head) return;
        EndMaking();
        _head = head;
        Options = head.Over(options);
        Notice = head.Notice(options, _database.Name, "database");
    }

    private Dataset Read()
    {
        using var connection = _database.ConnectNow();
        var graph = new GraphRecords().Build(Schema.GraphParts(connection, _database.Name, 0));
        Number(connection, graph);
        return new Dataset(_head.Dataset, Origin.Of(graph)?.Start ?? DateTimeOffset.UnixEpoch, graph);
    }

    private Dataset Begin(Dataset made)
    {
        Schema.Create(_maker!, _head, new GraphRecords().Parts(made.Graph));
        Number(_maker!, made.Graph);
        EndMaking();
        return made;
    }

    /// <summary>Gives this instance a number, and numbers for whole graphs that no other instance has.</summary>
    private void Number(NpgsqlConnection connection, Graph dataset)
    {
        _instance = Schema.NextInstance(connection);
        var next = _instance * GraphsOfAnInstance;
        _bases = new Bases(dataset, () => ++next);
    }

    /// <summary>Closing the connection releases the lock.</summary>
    private void EndMaking()
    {
        _maker?.Dispose();
        _making?.Dispose();
        (_maker, _making) = (null, null);
    }

    private void Guarded(Action work) => Guarded(() =>
    {
        work();
        return true;
    });

    /// <summary>What goes wrong with the database at the start is said in one line that names it.</summary>
    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (DatabaseFault.Is(fault))
        {
            throw DatabaseFault.Of(_database.Name, fault);
        }
        catch (Exception fault) when (fault is RowError or JsonException or FormatException or KeyNotFoundException)
        {
            throw DatabaseFault.Damaged(_database.Name, fault.Message);
        }
    }
}
