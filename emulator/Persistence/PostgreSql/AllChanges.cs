using System.Runtime.ExceptionServices;
using Emulation.Http;
using Npgsql;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Changes of anything in any world, by control routes. Nothing else is changed meanwhile, at any instance.</summary>
sealed class AllChanges(LogContext log)
{
    public async ValueTask<bool> Change(Func<ValueTask> change)
    {
        if (log.Availability.IsAway) return false;
        using var turn = await log.Gate.EnterExclusive();
        var difference = log.NewDifference();
        HashSet<World>? before = null;
        Exception? bug = null;
        try
        {
            await using var connection = await log.Database.Connect();
            await Appending.BeginAll(connection);
            await Follow(connection);
            before = [.. log.Worlds.All];
            bug = await Failure(change);
            if (bug is null)
            {
                await Keep(connection, difference);
                return true;
            }
            Undo(before);
            await Appending.Rollback(connection);
        }
        catch (Exception fault)
        {
            difference.Forget();
            if (before is not null) Undo(before);
            log.Availability.Failed(fault);
        }
        if (bug is not null) ExceptionDispatchInfo.Throw(bug);
        return false;
    }

    private async Task Keep(NpgsqlConnection connection, Difference difference)
    {
        var records = await RecordsOf(connection, difference);
        if (records.Count == 0) await Appending.Rollback(connection);
        else await Appending.Commit(connection, records, difference.NewGraphs, log.Records);
        foreach (var record in records) log.Note(record, log.Worlds.Find(record.World.Name));
    }

    /// <summary>What the change itself throws says nothing about the database.</summary>
    private static async Task<Exception?> Failure(Func<ValueTask> change)
    {
        try
        {
            await change();
            return null;
        }
        catch (Exception bug)
        {
            return bug;
        }
    }

    /// <summary>Brings all worlds to their newest records.</summary>
    public async Task Follow(NpgsqlConnection connection)
    {
        var numbers = await NewestQuestion.All(connection);
        foreach (var (world, last) in numbers) await log.Following.To(connection, log.Shared.Of(world), last);
        string[] missing = [.. log.Shared.Missing(numbers).Select(shared => shared.Name)];
        await FollowSome(connection, missing);
    }

    private async Task FollowSome(NpgsqlConnection connection, string[] worlds)
    {
        if (worlds.Length == 0) return;
        foreach (var (world, last) in await NewestQuestion.Of(connection, worlds))
            await log.Following.To(connection, log.Shared.Of(world), last);
    }

    /// <summary>The records that all worlds need.</summary>
    private async Task<List<NewRecord>> RecordsOf(NpgsqlConnection connection, Difference difference)
    {
        var needed = log.Worlds.All.Where(world => difference.IsNeeded(log.Shared.Find(world.Name), world)).ToList();
        // Worlds that were deleted once go on with the next number.
        await FollowSome(connection, [.. needed.Select(world => world.Name).Where(name => log.Shared.Of(name).Sequence == 0)]);
        var removed = log.Shared.All.Where(shared => shared.Kept is not null && log.Worlds.Find(shared.Name) is null);
        return
        [
            .. needed.Select(world => difference.Of(log.Shared.Of(world.Name), world)!),
            .. removed.Select(shared => difference.Of(shared, null)!),
        ];
    }

    /// <summary>Puts the worlds back to what is kept, after a change that was not kept, or perhaps was: then it will be read.</summary>
    private void Undo(HashSet<World> before)
    {
        foreach (var made in log.Worlds.All.Where(world => !before.Contains(world))) log.Worlds.Delete(made.Name);
        foreach (var (name, begun) in before.Select(world => (world.Name, world.Begun)))
            WorldUpdate.Restore(log.Worlds.Ensure(name), log.Shared.Find(name)?.Kept ?? Capture.Fresh(log.Worlds.Dataset, begun ?? []));
    }
}
