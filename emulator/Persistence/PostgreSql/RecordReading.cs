using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>A record, or a state in place of the records up to its number.</summary>
readonly record struct KeptRecord(long Sequence, byte[] Body)
{
    /// <summary>What came before it does not matter.</summary>
    public bool IsDeletion => Body.AsSpan().SequenceEqual(WorldRecordWriter.Deleted());
}

/// <summary>Reads what was kept of a world.</summary>
static class RecordReading
{
    private const int Most = 2_000;

    /// <summary>The next records after a number.</summary>
    public static async Task<List<KeptRecord>> Records(NpgsqlConnection connection, Database database, string world, long after)
    {
        await using var statements = new Statements(connection).Add(
            $"SELECT seq, body, sum FROM {Schema.Name}.record WHERE world = $1 AND seq > $2 ORDER BY seq LIMIT $3",
            Statements.Of(world), Statements.Of(after), Statements.Of(Most));
        return await Read(statements, database);
    }

    /// <summary>The state, when it is newer than a number.</summary>
    public static async Task<List<KeptRecord>> State(NpgsqlConnection connection, Database database, string world, long after)
    {
        await using var statements = new Statements(connection).Add(
            $"SELECT seq, body, sum FROM {Schema.Name}.state WHERE world = $1 AND seq > $2", Statements.Of(world), Statements.Of(after));
        return await Read(statements, database);
    }

    private static async Task<List<KeptRecord>> Read(Statements statements, Database database)
    {
        List<KeptRecord> records = [];
        await using var reader = await statements.Read();
        while (await reader.ReadAsync())
        {
            var body = Schema.Checked(await reader.GetFieldValueAsync<byte[]>(1), reader.GetInt64(2), database.Name);
            records.Add(new KeptRecord(reader.GetInt64(0), body));
        }
        return records;
    }
}
