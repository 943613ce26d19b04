using Microsoft.Data.Sqlite;

namespace Emulation.Persistence;

/// <summary>
/// The file of a folder: its head (which dataset), whole graphs in parts, the state of each world at the last checkpoint, and the records
/// after it. Every value has a checksum, because the database has none. For one thread at a time.
/// </summary>
sealed class SqliteFile : IDisposable
{
    /// <summary>"APIE" in the header of the file.</summary>
    public const int ApplicationId = 0x41504945;

    public const int Format = 1;

    private readonly SqliteConnection _database;
    private readonly SqliteCommand _insert;

    private SqliteFile(string path, SqliteConnection database)
    {
        (FilePath, _database) = (path, database);
        _insert = Command("INSERT INTO record VALUES ($seq, $world, $body, $sum)", "$seq", "$world", "$body", "$sum");
    }

    public string FilePath { get; }

    /// <summary>A new file, which is not in its place before it is complete.</summary>
    public static void Create(string path, Action<SqliteFile> fill)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        File.Delete(unfinished + "-journal");
        using (var database = Connect(unfinished))
        {
            Run(database, $"""
                PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;
                PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Format};
                BEGIN;
                CREATE TABLE head (id INTEGER PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL);
                CREATE TABLE graph (id INTEGER, part INTEGER, last INTEGER NOT NULL, body BLOB NOT NULL, sum INTEGER NOT NULL,
                    PRIMARY KEY (id, part));
                CREATE TABLE state (world TEXT PRIMARY KEY, body BLOB NOT NULL, sum INTEGER NOT NULL);
                CREATE TABLE record (seq INTEGER PRIMARY KEY, world TEXT NOT NULL, body BLOB NOT NULL, sum INTEGER NOT NULL);
                """);
            using var file = new SqliteFile(unfinished, database);
            fill(file);
            Run(database, "COMMIT");
        }
        File.Move(unfinished, path);
    }

    /// <summary>A file that is there.</summary>
    public static SqliteFile Open(string path, DataSync sync)
    {
        var database = Connect(path);
        try
        {
            var level = sync == DataSync.Full ? "FULL" : "NORMAL";
            Run(database, $"PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = {level}");
            return new SqliteFile(path, database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public byte[] Head() => Rows("SELECT id, '', body, sum FROM head").Single().Body;

    public void PutHead(byte[] body) =>
        Execute("INSERT OR REPLACE INTO head VALUES (1, $body, $sum)", ("$body", body), ("$sum", Checksum.Of(body)));

    public IEnumerable<byte[]> GraphParts(long id)
    {
        var (next, complete) = (0L, false);
        foreach (var row in Rows("SELECT part, last, body, sum FROM graph WHERE id = $id ORDER BY part", ("$id", id)))
        {
            if (row.Number != next++) break;
            complete = row.Text == "1";
            yield return row.Body;
        }
        if (!complete) throw DataFault.Damaged(FilePath, $"parts of the graph {id} are missing");
    }

    public void PutGraph(long id, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var insert = Command("INSERT INTO graph VALUES ($id, $part, 0, $body, $sum)", "$id", "$part", "$body", "$sum");
        var part = 0L;
        foreach (var body in parts) Execute(insert, id, part++, body.ToArray(), Checksum.Of(body.Span));
        Execute("UPDATE graph SET last = 1 WHERE id = $id AND part = $part", ("$id", id), ("$part", part - 1));
    }

    public IEnumerable<(string World, byte[] Body)> States() =>
        Rows("SELECT 0, world, body, sum FROM state ORDER BY world").Select(row => (row.Text, row.Body));

    public IEnumerable<(long Sequence, string World, byte[] Body)> Records() =>
        Rows("SELECT seq, world, body, sum FROM record ORDER BY seq");

    /// <summary>Must be within <see cref="Commit"/>.</summary>
    public void Append(long sequence, string world, byte[] body) => Execute(_insert, sequence, world, body, Checksum.Of(body));

    /// <summary>Puts the states of all worlds in place of the records up to a sequence number.</summary>
    public void Shorten(long last, IEnumerable<(string World, byte[] Body)> states, IEnumerable<long> graphs, byte[] head)
    {
        Execute("DELETE FROM state");
        using var insert = Command("INSERT INTO state VALUES ($world, $body, $sum)", "$world", "$body", "$sum");
        foreach (var (world, body) in states) Execute(insert, world, body, Checksum.Of(body));
        Execute("DELETE FROM record WHERE seq <= $last", ("$last", last));
        Execute($"DELETE FROM graph WHERE id NOT IN ({string.Join(',', graphs)})");
        PutHead(head);
    }

    /// <summary>Does all of it or nothing; afterwards it is kept.</summary>
    public void Commit(Action work)
    {
        Run(_database, "BEGIN IMMEDIATE");
        try
        {
            work();
            Run(_database, "COMMIT");
        }
        catch
        {
            // A full disk may have ended the transaction already.
            try
            {
                Run(_database, "ROLLBACK");
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

    private static SqliteConnection Connect(string path)
    {
        var database = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        database.Open();
        return database;
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private IEnumerable<(long Number, string Text, byte[] Body)> Rows(string sql, params (string Name, object Value)[] values)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var body = (byte[])reader.GetValue(2);
            if (Checksum.Of(body) != reader.GetInt64(3)) throw DataFault.Damaged(FilePath, $"the checksum of a value is wrong ({sql})");
            yield return (reader.GetInt64(0), reader.GetString(1), body);
        }
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = _database.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
