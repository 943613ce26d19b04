using Emulation.Graphs;
using Emulation.Seeding.Records;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>The statements of transactions that append records.</summary>
static class Appending
{
    private const string World = $"{Schema.Name}.world";

    /// <summary>Begins a transaction that has a world for itself, among all instances.</summary>
    /// <returns>The number of the world's last record.</returns>
    public static async Task<long> Begin(NpgsqlConnection connection, SharedWorld shared)
    {
        await using var statements = new Statements(connection)
            .Add("BEGIN")
            .Add("SELECT pg_advisory_xact_lock_shared($1, $2)", Statements.Of(Schema.Locks), Statements.Of(Schema.Changes));
        if (shared.Sequence == 0)
            statements.Add($"INSERT INTO {World} VALUES ($1, 0, false) ON CONFLICT DO NOTHING", Statements.Of(shared.Name));
        statements.Add($"SELECT last FROM {World} WHERE name = $1 FOR UPDATE", Statements.Of(shared.Name));
        await using var reader = await statements.Read();
        await reader.NextResultAsync();
        return await reader.ReadAsync() ? reader.GetInt64(0) : 0;
    }

    /// <summary>Begins a transaction that has all worlds for itself.</summary>
    public static async Task BeginAll(NpgsqlConnection connection)
    {
        await using var statements = new Statements(connection)
            .Add("BEGIN")
            .Add("SELECT pg_advisory_xact_lock($1, $2)", Statements.Of(Schema.Locks), Statements.Of(Schema.Changes));
        await statements.Run();
    }

    /// <summary>Appends records and commits. When this throws, they may or may not be kept.</summary>
    public static async Task Commit(
        NpgsqlConnection connection, IReadOnlyList<NewRecord> records, IReadOnlyDictionary<long, Graph> graphs, GraphRecords writer)
    {
        foreach (var (id, graph) in graphs) Schema.PutGraph(connection, id, writer.Parts(graph));
        await using var statements = new Statements(connection);
        foreach (var record in records)
        {
            var name = record.World.Name;
            statements.Add(
                $"INSERT INTO {Schema.Name}.record VALUES ($1, $2, $3, $4, $5)",
                Statements.Of(name),
                Statements.Of(record.Sequence),
                Statements.Of(record.Body),
                Statements.Of(Checksum.Of(record.Body)),
                Statements.Of(record.Graphs));
            statements.Add(
                $"""
                INSERT INTO {World} VALUES ($1, $2, $3)
                ON CONFLICT (name) DO UPDATE SET last = EXCLUDED.last, alive = EXCLUDED.alive, used = now()
                """,
                Statements.Of(name), Statements.Of(record.Sequence), Statements.Of(record.Now is not null));
            if (record.Now is not null) continue;
            // Nothing before the deletion is needed any more.
            statements.Add(
                $"DELETE FROM {Schema.Name}.record WHERE world = $1 AND seq < $2", Statements.Of(name), Statements.Of(record.Sequence));
            statements.Add($"DELETE FROM {Schema.Name}.state WHERE world = $1", Statements.Of(name));
        }
        await statements.Add("COMMIT").Run();
    }

    public static async Task Rollback(NpgsqlConnection connection)
    {
        await using var statements = new Statements(connection).Add("ROLLBACK");
        await statements.Run();
    }
}
