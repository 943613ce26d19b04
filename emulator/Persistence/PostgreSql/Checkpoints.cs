using Emulation.Http;

namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// Replaces the records of a world by its state, in the background, at the instance that appended the last of them. Whole graphs to which
/// nothing refers any more are removed with them.
/// </summary>
sealed class Checkpoints(LogContext log, int recordsOfACheckpoint)
{
    private const string State = $"{Schema.Name}.state";

    private Task _running = Task.CompletedTask;

    public void Note(NewRecord record, World? world)
    {
        if (world is null || record.Sequence - record.World.Checkpoint < recordsOfACheckpoint || !_running.IsCompleted) return;
        record.World.Checkpoint = record.Sequence;
        _running = Task.Run(() => Make(record, world));
    }

    public Task Stop() => _running;

    private async Task Make(NewRecord record, World world)
    {
        try
        {
            var used = new HashSet<long>();
            var writer = new WorldRecordWriter(
                log.Records, log.Bases, log.Texts,
                (id, _) => throw new InvalidOperationException($"The graph {id} was kept by no record."));
            var body = writer.Write(world, null, record.Now!, used);
            await Put(record, body, [.. used]);
            if (!log.Bases.IsAlone) await RemoveGraphs();
        }
        catch (Exception fault) when (log.IsExpected(fault))
        {
            // The log stays longer; nothing is lost.
        }
    }

    private async Task Put(NewRecord record, byte[] body, long[] graphs)
    {
        var (name, sequence) = (Statements.Of(record.World.Name), record.Sequence);
        await using var connection = await log.Database.Connect();
        // The row of the world is locked, so that its deletion comes before or after this as a whole.
        await using var statements = new Statements(connection)
            .Add($"SELECT 1 FROM {Schema.Name}.world WHERE name = $1 FOR UPDATE", Statements.Of(record.World.Name))
            .Add(
                $"""
                INSERT INTO {State} SELECT $1, $2, $3, $4, $5 FROM {Schema.Name}.record WHERE world = $1 AND seq = $2
                ON CONFLICT (world) DO UPDATE SET seq = $2, body = $3, sum = $4, graphs = $5 WHERE state.seq < $2
                """,
                name, Statements.Of(sequence), Statements.Of(body), Statements.Of(Checksum.Of(body)), Statements.Of(graphs))
            .Add(
                $"DELETE FROM {Schema.Name}.record WHERE world = $1 AND seq <= (SELECT seq FROM {State} WHERE world = $1)",
                Statements.Of(record.World.Name));
        await statements.Run();
    }

    private async Task RemoveGraphs()
    {
        await using var connection = await log.Database.Connect();
        await using var statements = new Statements(connection)
            .Add("SELECT pg_advisory_xact_lock($1, $2)", Statements.Of(Schema.Locks), Statements.Of(Schema.Changes))
            .Add($"""
                DELETE FROM {Schema.Name}.graph WHERE id <> 0
                    AND NOT EXISTS (SELECT FROM {Schema.Name}.record WHERE graph.id = ANY (graphs))
                    AND NOT EXISTS (SELECT FROM {State} WHERE graph.id = ANY (graphs))
                """);
        await statements.Run();
    }
}
