using Emulation.Http;

namespace Emulation.Persistence.PostgreSql;

/// <summary>Makes the worlds of this instance show what is kept.</summary>
static class WorldUpdate
{
    /// <summary>Puts what differs from what was kept before into the world. Counters of this instance that no record has stay.</summary>
    public static void Apply(Worlds worlds, SharedWorld shared, Capture? now, PartTexts texts)
    {
        var old = shared.Kept;
        shared.Kept = now;
        if (now is null)
        {
            // Where nothing was kept, a world of this name is one that a request has just created here.
            if (old is not null) worlds.Delete(shared.Name);
            texts.Forget(shared.Name);
            return;
        }
        var isNew = old is null || worlds.Find(shared.Name) is null;
        var world = worlds.Ensure(shared.Name);
        var parts = now.Parts.ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part || (!isNew && Equals(part, old!.Parts[i]))) continue;
            world.Parts[i].Restore(part);
            // A part may hold what it restored in another form, which is no difference to keep.
            var held = world.Parts[i].State;
            texts.Move(shared.Name, part, held);
            parts[i] = held;
        }
        PutData(world, now);
        shared.Kept = now with { Parts = parts };
        worlds.Observer?.Followed(world);
    }

    /// <summary>Puts a world back to what is kept, after a change that could not be kept.</summary>
    public static void Restore(World world, Capture kept)
    {
        for (var i = 0; i < kept.Parts.Count; i++)
        {
            if (kept.Parts[i] is { } part && !Equals(part, world.Parts[i].State)) world.Parts[i].Restore(part);
        }
        PutData(world, kept);
    }

    private static void PutData(World world, Capture now)
    {
        if (!ReferenceEquals(world.Store.Current, now.Graph)) world.Store.Put(now.Graph);
        foreach (var snapshot in world.Snapshots.All.Except(now.Snapshots)) world.Snapshots.Drop(snapshot.Name);
        foreach (var snapshot in now.Snapshots.Except(world.Snapshots.All)) world.Snapshots.Keep(snapshot);
        world.IsMadeByName = now.IsMadeByName;
    }
}
