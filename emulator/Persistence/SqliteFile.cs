using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>
/// The file of a folder: its head (which dataset), whole graphs in parts, the state of each world at the last checkpoint, and the records
/// after it. For one thread at a time.
/// </summary>
sealed class SqliteFile : IDisposable
{
    /// <summary>"APIE" in the header of the file.</summary>
    public const int ApplicationId = 0x41504945;

    public const int Format = 1;

    private static readonly string[] s_tables =
    [
        "CREATE TABLE graph (id INTEGER, part INTEGER, last INTEGER, body BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (id, part))",
        "CREATE TABLE head (id INTEGER PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL)",
        "CREATE TABLE record (seq INTEGER PRIMARY KEY, world TEXT NOT NULL, body BLOB NOT NULL, sum INTEGER NOT NULL)",
        "CREATE TABLE state (world TEXT PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL)",
    ];

    private readonly SqliteDatabase _database;
    private readonly SqliteCommand _insert;

    private SqliteFile(string path, SqliteDatabase database)
    {
        (FilePath, _database) = (path, database);
        _insert = database.Command("INSERT INTO record VALUES ($seq, $world, $body, $sum)", "$seq", "$world", "$body", "$sum");
    }

    public string FilePath { get; }

    /// <summary>The bytes of the file and of its write-ahead log.</summary>
    public long Bytes => LengthOf(FilePath) + LengthOf(FilePath + "-wal");

    /// <summary>A new file, which is not in its place before it is complete.</summary>
    public static void Create(string path, Action<SqliteFile> fill)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        File.Delete(unfinished + "-journal");
        using (var database = SqliteDatabase.Connect(unfinished))
        {
            // One by one: of several in one command the failure of all but the last may be lost.
            string[] settings =
            [
                "journal_mode = DELETE", "synchronous = FULL", $"application_id = {ApplicationId}", $"user_version = {Format}",
            ];
            foreach (var setting in settings) database.Run($"PRAGMA {setting}");
            database.Run("BEGIN");
            foreach (var table in s_tables) database.Run(table);
            using var file = new SqliteFile(unfinished, database);
            fill(file);
            database.Run("COMMIT");
        }
        File.Move(unfinished, path);
    }

    /// <summary>A file that is there.</summary>
    /// <exception cref="InvalidDataException">Its tables or their pages are damaged.</exception>
    public static SqliteFile Open(string path, DataSync sync)
    {
        var database = SqliteDatabase.Connect(path);
        try
        {
            var level = sync == DataSync.Full ? "FULL" : "NORMAL";
            database.Run($"PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = {level}");
            var tables = database.Texts("SELECT sql FROM sqlite_master WHERE type = 'table' ORDER BY name");
            if (!tables.SequenceEqual(s_tables, StringComparer.Ordinal))
                throw new InvalidDataException("its tables are not those of this emulator");
            // Pages have no checksums: a page that lost a row would look like one that never had it.
            CheckPages(database, "PRAGMA quick_check(1)");
            return new SqliteFile(path, database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>SQLite's own check of every page and of the order of all rows.</summary>
    /// <exception cref="InvalidDataException">It found damage.</exception>
    public void CheckPages() => CheckPages(_database, "PRAGMA integrity_check(1)");

    public byte[] Head() => _database.Rows("head", "SELECT id, '', body, sum FROM head").Single().Body.ToArray();

    public void PutHead(byte[] body) =>
        Execute("INSERT OR REPLACE INTO head VALUES (1, $body, $sum)", ("$body", body), ("$sum", KeptRow.SumOf(1, "", body)));

    /// <summary>The parts of a whole graph. Each is overwritten by the next one.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> GraphParts(long id)
    {
        var (next, isComplete) = (0L, false);
        foreach (var row in _database.Rows(
            "graph", "SELECT part * 2 + last, CAST(id AS TEXT), body, sum FROM graph WHERE id = $id ORDER BY part", ("$id", id)))
        {
            if (row.Number / 2 != next++) break;
            isComplete = row.Number % 2 == 1;
            yield return row.Body;
        }
        if (!isComplete) throw new InvalidDataException($"parts of the graph {id} are missing");
    }

    /// <summary>How many parts a graph has.</summary>
    public long CountParts(long id) =>
        long.Parse(_database.Texts($"SELECT COUNT(*) FROM graph WHERE id = {id}")[0], CultureInfo.InvariantCulture);

    public void PutGraph(long id, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var insert = _database.Command(
            "INSERT INTO graph VALUES ($id, $part, $last, $body, $sum)", "$id", "$part", "$last", "$body", "$sum");
        var (part, name) = (0L, id.ToString(CultureInfo.InvariantCulture));
        byte[]? body = null;
        foreach (var next in parts)
        {
            if (body is not null) Put(body, last: 0);
            body = next.ToArray();
        }
        Put(body ?? throw new InvalidOperationException("A graph has at least one part."), last: 1);

        void Put(byte[] bytes, long last)
        {
            SqliteDatabase.Execute(insert, id, part, last, bytes, KeptRow.SumOf(part * 2 + last, name, bytes));
            part++;
        }
    }

    public IEnumerable<(string World, byte[] Body)> States() =>
        _database.Rows("state", "SELECT 0, world, body, sum FROM state ORDER BY world").Select(row => (row.Text, row.Body.ToArray()));

    public IEnumerable<(long Sequence, string World, byte[] Body)> Records() =>
        _database.Rows("record", "SELECT seq, world, body, sum FROM record ORDER BY seq")
            .Select(row => (row.Number, row.Text, row.Body.ToArray()));

    /// <summary>How much is kept of each world.</summary>
    public IReadOnlyDictionary<string, KeptSize> Sizes()
    {
        var sizes = new Dictionary<string, KeptSize>(StringComparer.Ordinal);
        foreach (var (world, body) in States()) sizes[world] = new KeptSize(0, body.Length);
        foreach (var (_, world, body) in Records())
        {
            var before = sizes.GetValueOrDefault(world);
            sizes[world] = new KeptSize(before.Records + 1, before.Bytes + body.Length);
        }
        return sizes;
    }

    /// <summary>Must be within <see cref="Commit"/>.</summary>
    public void Append(long sequence, string world, byte[] body) =>
        SqliteDatabase.Execute(_insert, sequence, world, body, KeptRow.SumOf(sequence, world, body));

    /// <summary>Puts the states of all worlds in place of the records up to a sequence number.</summary>
    public void Shorten(long last, IEnumerable<(string World, byte[] Body)> states, IEnumerable<long> graphs, byte[] head)
    {
        Execute("DELETE FROM state");
        using var insert = _database.Command("INSERT INTO state VALUES ($world, $body, $sum)", "$world", "$body", "$sum");
        foreach (var (world, body) in states) SqliteDatabase.Execute(insert, world, body, KeptRow.SumOf(0, world, body));
        Execute("DELETE FROM record WHERE seq <= $last", ("$last", last));
        Execute($"DELETE FROM graph WHERE id NOT IN ({string.Join(',', graphs)})");
        PutHead(head);
    }

    /// <summary>Returns the space of what was removed to the disk.</summary>
    public void Vacuum() => _database.Run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>Does all of it or nothing; afterwards it is kept.</summary>
    public void Commit(Action work)
    {
        _database.Run("BEGIN IMMEDIATE");
        try
        {
            work();
            _database.Run("COMMIT");
        }
        catch
        {
            // A full disk may have ended the transaction already.
            try
            {
                _database.Run("ROLLBACK");
            }
            catch (SqliteException)
            {
                // There is nothing left to undo.
            }
            throw;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _database.Dispose();
    }

    private static void CheckPages(SqliteDatabase database, string check)
    {
        if (database.Texts(check) is not ["ok"] and [var fault, ..]) throw new InvalidDataException(fault);
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = _database.Command(sql);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
