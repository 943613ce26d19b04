using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// The tables: the head (which dataset, which format), whole graphs in parts, the worlds with the number of their last record, their
/// records, and the states that replace the oldest records. Every value has a checksum, as in a file.
/// </summary>
static class Schema
{
    public const string Name = "api_emulator";

    public const int Format = 1;

    /// <summary>The first half of the numbers of our locks: "APIE".</summary>
    public const int Locks = 0x41504945;

    /// <summary>Held while the tables are made.</summary>
    public const int Creation = 1;

    /// <summary>Shared by changes of single worlds; a change of all worlds has it alone.</summary>
    public const int Changes = 2;

    private const string Tables = $"""
        CREATE TABLE {Name}.head (id int PRIMARY KEY, format int NOT NULL, body bytea NOT NULL, sum bigint NOT NULL);
        CREATE TABLE {Name}.graph (id bigint, part int, last boolean NOT NULL, body bytea NOT NULL, sum bigint NOT NULL,
            PRIMARY KEY (id, part));
        CREATE TABLE {Name}.world (name text COLLATE "C" PRIMARY KEY, last bigint NOT NULL, alive boolean NOT NULL,
            used timestamptz NOT NULL DEFAULT now()) WITH (fillfactor = 50);
        CREATE INDEX world_alive ON {Name}.world (name) WHERE alive;
        CREATE TABLE {Name}.record (world text COLLATE "C", seq bigint, body bytea NOT NULL, sum bigint NOT NULL,
            graphs bigint[] NOT NULL, PRIMARY KEY (world, seq));
        CREATE TABLE {Name}.state (world text COLLATE "C" PRIMARY KEY, seq bigint NOT NULL, body bytea NOT NULL, sum bigint NOT NULL,
            graphs bigint[] NOT NULL);
        CREATE SEQUENCE {Name}.instance;
        """;

    /// <summary>The dataset that the database began with; null: it has no data yet.</summary>
    /// <exception cref="OptionError">It is of another program, of a later format, or damaged.</exception>
    public static DataHead? Read(NpgsqlConnection connection, string database)
    {
        if (!IsThere(connection, database)) return null;
        try
        {
            using var command = new NpgsqlCommand($"SELECT format, body, sum FROM {Name}.head WHERE id = 1", connection);
            using var reader = command.ExecuteReader();
            if (!reader.Read()) throw DatabaseFault.Damaged(database, $"the table {Name}.head is empty");
            var (format, body) = (reader.GetInt32(0), reader.GetFieldValue<byte[]>(1));
            if (format != Format) throw DatabaseFault.Newer(database, format);
            if (Checksum.Of(body) != reader.GetInt64(2)) throw DatabaseFault.Damaged(database, "the checksum of the head is wrong");
            return DataHead.Read(body);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedTable)
        {
            throw DatabaseFault.Foreign(database);
        }
    }

    /// <summary>Waits until no other instance makes the tables. The lock ends with the connection.</summary>
    public static void Lock(NpgsqlConnection connection) =>
        Run(connection, "SELECT pg_advisory_lock($1, $2)", Statements.Of(Locks), Statements.Of(Creation));

    /// <summary>A number that no other instance has, or had.</summary>
    public static long NextInstance(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand($"SELECT nextval('{Name}.instance')", connection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Makes the tables with the dataset, all at once.</summary>
    public static void Create(NpgsqlConnection connection, DataHead head, IEnumerable<ReadOnlyMemory<byte>> dataset)
    {
        using var transaction = connection.BeginTransaction();
        using (var exists = new NpgsqlCommand($"SELECT to_regnamespace('{Name}') IS NOT NULL", connection))
            if (!(bool)exists.ExecuteScalar()!) Run(connection, $"CREATE SCHEMA {Name}");
        Run(connection, Tables);
        var body = head.Bytes();
        Run(connection, $"INSERT INTO {Name}.head VALUES (1, $1, $2, $3)", Statements.Of(Format), Statements.Of(body),
            Statements.Of(Checksum.Of(body)));
        PutGraph(connection, 0, dataset);
        transaction.Commit();
    }

    /// <summary>Must be within a transaction.</summary>
    public static void PutGraph(NpgsqlConnection connection, long id, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var part = 0;
        foreach (var body in parts)
        {
            Run(connection, $"INSERT INTO {Name}.graph VALUES ($1, $2, false, $3, $4)", Statements.Of(id), Statements.Of(part++),
                Statements.Of(body.ToArray()), Statements.Of(Checksum.Of(body.Span)));
        }
        Run(connection, $"UPDATE {Name}.graph SET last = true WHERE id = $1 AND part = $2", Statements.Of(id), Statements.Of(part - 1));
    }

    /// <exception cref="OptionError">A part is missing or damaged.</exception>
    public static IEnumerable<byte[]> GraphParts(NpgsqlConnection connection, string database, long id)
    {
        using var command = new NpgsqlCommand($"SELECT part, last, body, sum FROM {Name}.graph WHERE id = $1 ORDER BY part", connection);
        command.Parameters.Add(Statements.Of(id));
        using var reader = command.ExecuteReader();
        var (next, isComplete) = (0, false);
        while (reader.Read() && reader.GetInt32(0) == next++)
        {
            isComplete = reader.GetBoolean(1);
            yield return Checked(reader.GetFieldValue<byte[]>(2), reader.GetInt64(3), database);
        }
        if (!isComplete) throw DatabaseFault.Damaged(database, $"parts of the graph {id} are missing");
    }

    public static byte[] Checked(byte[] body, long sum, string database) =>
        Checksum.Of(body) == sum ? body : throw DatabaseFault.Damaged(database, "the checksum of a value is wrong");

    private static bool IsThere(NpgsqlConnection connection, string database)
    {
        using var command = new NpgsqlCommand(
            $"SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('{Name}') ORDER BY relname <> 'head'", connection);
        return command.ExecuteScalar() switch
        {
            null => false,
            "head" => true,
            _ => throw DatabaseFault.Foreign(database),
        };
    }

    public static void Run(NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(value);
        command.ExecuteNonQuery();
    }
}
