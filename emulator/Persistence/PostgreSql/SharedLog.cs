using System.Text.Json;
using Emulation.Graphs;
using Emulation.Http;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Keeps worlds in a database that other instances share.</summary>
/// <param name="log">What it works with.</param>
/// <param name="readsNewest">Reads show all that was answered before, at any instance; false: what arrived here.</param>
sealed class SharedLog(LogContext log, bool readsNewest) : IWorldLog
{
    private readonly WorldChanges _ofOne = new(log);
    private readonly AllChanges _ofAll = new(log);

    public ValueTask<bool> Change(World world, Func<Graph, Graph> change) => _ofOne.Change(world, change);

    public ValueTask<bool> ChangeAll(Func<ValueTask> change) => _ofAll.Change(change);

    public ValueTask<bool> Follow(string world)
    {
        if (!readsNewest || !GivenName.IsName(world)) return new(true);
        return log.Availability.IsAway ? new(false) : FollowNow(world);
    }

    public ValueTask<bool> FollowAll()
    {
        if (!readsNewest) return new(true);
        return log.Availability.IsAway ? new(false) : FollowAllNow();
    }

    /// <summary>Follows a world, also where reads do not wait for it.</summary>
    public async ValueTask<bool> FollowNow(string world)
    {
        if (await log.Newest.Of(world) is not { } last) return false;
        await log.Gate.WaitForExclusive();
        if (last == 0) return true;
        var shared = log.Shared.Of(world);
        shared.Newest = last;
        return shared.Sequence == last || await CatchUp(shared, last);
    }

    public async ValueTask<bool> FollowAllNow()
    {
        if (await log.Newest.All() is not { } numbers) return false;
        await log.Gate.WaitForExclusive();
        var areCurrent = true;
        foreach (var (world, last) in numbers)
        {
            var shared = log.Shared.Of(world);
            shared.Newest = last;
            if (shared.Sequence != last) areCurrent &= await CatchUp(shared, last);
        }
        foreach (var deleted in log.Shared.Missing(numbers)) areCurrent &= await FollowNow(deleted.Name);
        return areCurrent;
    }

    /// <summary>Reads all worlds, at the start.</summary>
    /// <exception cref="OptionError">A record is missing, damaged, or of a later version.</exception>
    public async Task Restore()
    {
        await using var connection = await log.Database.Connect();
        await _ofAll.Follow(connection);
    }

    /// <summary>Keeps what requests alone moved, and worlds that were removed because they were idle or too many.</summary>
    public async Task KeepMoved()
    {
        var all = log.Worlds.All;
        var names = all.Select(world => world.Name).ToHashSet(StringComparer.Ordinal);
        if (log.Shared.All.Any(shared => shared.Kept is not null && !names.Contains(shared.Name))) await ChangeAll(() => default);
        var difference = log.NewDifference();
        var moved = all.Where(world => difference.IsNeeded(log.Shared.Find(world.Name), world));
        await Task.WhenAll(moved.Select(world => Change(world, graph => graph).AsTask()));
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("database", log.Database.Name);
        log.Shared.Write(json);
        json.WriteString("reads", readsNewest ? "newest" : "local");
        json.WriteBoolean("failing", log.Availability.IsAway);
    }

    private async Task<bool> CatchUp(SharedWorld shared, long last)
    {
        using var gate = await Held.Of(shared.Gate);
        using var turn = await log.Gate.EnterShared();
        try
        {
            if (shared.Sequence >= last) return true;
            await using var connection = await log.Database.Connect();
            await log.Following.To(connection, shared, last);
            return true;
        }
        catch (Exception fault)
        {
            log.Availability.Failed(fault);
            return false;
        }
    }
}
