using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulation.Persistence;

/// <summary>A connection to a file, and rows with checksums, because SQLite has none of its own. For one thread at a time.</summary>
sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteDatabase(SqliteConnection connection) => _connection = connection;

    public static SqliteDatabase Connect(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        return new SqliteDatabase(connection);
    }

    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of each row, as text.</summary>
    public IReadOnlyList<string> Texts(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read()) texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return texts;
    }

    public SqliteCommand Command(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    public static void Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// The rows of a query whose columns are a number, a text, a body and the checksum of these three. A body is overwritten by the next
    /// one: an array for each part of a large graph would make the garbage collector run for the whole heap again and again.
    /// </summary>
    /// <param name="table">How the fault of a row names where it is.</param>
    /// <param name="sql">The query.</param>
    /// <param name="values">Its parameters.</param>
    /// <exception cref="InvalidDataException">A checksum is wrong.</exception>
    public IEnumerable<KeptRow> Rows(string table, string sql, params (string Name, object Value)[] values)
    {
        byte[] buffer = [];
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new KeptRow(reader.GetInt64(0), reader.GetString(1), Copied(raw.sqlite3_column_blob(reader.Handle!, 2), ref buffer));
            if (row.Sum != reader.GetInt64(3))
                throw new InvalidDataException($"the checksum of a value is wrong ({table} {row.Number})");
            yield return row;
        }
    }

    public void Dispose() => _connection.Dispose();

    private static ReadOnlyMemory<byte> Copied(ReadOnlySpan<byte> body, ref byte[] buffer)
    {
        if (body.Length > buffer.Length) buffer = new byte[Math.Max(body.Length, buffer.Length * 2)];
        body.CopyTo(buffer);
        return buffer.AsMemory(0, body.Length);
    }
}

/// <summary>A row with a checksum.</summary>
readonly record struct KeptRow(long Number, string Text, ReadOnlyMemory<byte> Body)
{
    private const ulong Prime = 0x100000001b3;

    public long Sum => SumOf(Number, Text, Body.Span);

    /// <summary>The checksum of the body, with the columns that say where the body belongs.</summary>
    public static long SumOf(long number, string text, ReadOnlySpan<byte> body)
    {
        // FNV-1a: another value of one character or of the number gives another result.
        var place = 0xcbf29ce484222325;
        foreach (var character in text) place = (place ^ character) * Prime;
        return Checksum.Of(body) ^ (long)((place ^ (ulong)number) * Prime);
    }
}
