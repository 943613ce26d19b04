using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Persistence.PostgreSql;

/// <summary>
/// Changes of one world. A change runs while the row of its world is locked, on the newest state, so it never has to run again; those of
/// this instance that wait for the same world share one transaction and one record. The world shows them when they are kept.
/// </summary>
sealed class WorldChanges(LogContext log)
{
    public ValueTask<bool> Change(World world, Func<Graph, Graph> change)
    {
        if (log.Availability.IsAway) return new(false);
        var shared = log.Shared.Of(world.Name);
        var queued = new QueuedChange(world, change);
        if (shared.Enqueue(queued)) _ = Task.Run(() => RunTurns(shared));
        return new(queued.Kept);
    }

    private async Task RunTurns(SharedWorld shared)
    {
        do
        {
            using var gate = await Held.Of(shared.Gate);
            using var turn = await log.Gate.EnterShared();
            await RunTurn(shared);
        }
        while (shared.HasMore());
    }

    private async Task RunTurn(SharedWorld shared)
    {
        IReadOnlyList<QueuedChange>? changes = null;
        var difference = log.NewDifference();
        try
        {
            await using var connection = await log.Database.Connect();
            await log.Following.To(connection, shared, await Appending.Begin(connection, shared));
            changes = shared.Take();
            var world = log.Worlds.Find(shared.Name);
            var graph = world?.Store.Current;
            foreach (var change in changes)
            {
                // A world that was deleted after the change was requested: the change came before that, and went with it.
                if (graph is null) change.Run(change.World.Store.Current);
                else graph = change.Run(graph);
            }
            if (world is not null && difference.Of(shared, world, graph) is { } record)
            {
                await Appending.Commit(connection, [record], difference.NewGraphs, log.Records);
                log.Note(record, world);
                world.Store.Put(graph!);
                Complete(changes, true);
                return;
            }
            Complete(changes, true);
            await Appending.Rollback(connection);
        }
        catch (Exception fault)
        {
            difference.Forget();
            Complete(changes ?? shared.Take(), false);
            log.Availability.Failed(fault);
        }
    }

    private static void Complete(IReadOnlyList<QueuedChange> changes, bool kept)
    {
        foreach (var change in changes) change.Complete(kept);
    }
}
