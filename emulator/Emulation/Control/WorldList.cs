using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The routes that list, fork and delete worlds, and that set how many there may be and when idle ones end.</summary>
static class WorldList
{
    private const string NotAFork = "Not a fork";

    public static IReadOnlyList<Route> Rows(Worlds worlds) =>
    [
        ControlRow.Query("GET",      "/worlds",        "worlds.list",   _ => Show(worlds)),
        ControlRow.Command("PUT",    "/worlds",        "worlds.set",    call => Set(call, worlds)),
        ControlRow.Command("POST",   "/worlds",        "worlds.create", call => Create(call, worlds, null)),
        ControlRow.Command("DELETE", "/worlds",        "worlds.clear",  _ => Clear(worlds)),
        ControlRow.Query("GET",      "/worlds/{name}", "worlds.get",    call => Get(call["name"], worlds)),
        ControlRow.Command("POST",   "/worlds/{name}", "worlds.fork",   call => Create(call, worlds, call["name"])),
        ControlRow.Command("PUT",    "/worlds/{name}", "worlds.ensure", call => Ensure(call, worlds)),
        ControlRow.Command("DELETE", "/worlds/{name}", "worlds.delete", call => Delete(call["name"], worlds)),
    ];

    private static Reply Show(Worlds worlds) => ControlReplies.Object(200, json =>
    {
        json.WriteNumber("max", worlds.Limit);
        json.WriteString("idle", Durations.Text(worlds.IdleTimeout));
        json.WriteStartArray("worlds");
        foreach (var world in worlds.All)
        {
            json.WriteStartObject();
            Write(json, world);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static Reply Get(string name, Worlds worlds) =>
        worlds.Find(name) is { } world ? ControlReplies.Object(200, json => Write(json, world)) : ControlReplies.NotFound("world", name);

    private static Reply Set(ControlCall call, Worlds worlds)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var (most, idle) = (body.Whole("max", 1, 100_000), body.Duration("idle"));
        if (idle < TimeSpan.Zero) body.Wrong("idle", "must not be negative");
        body.Close();
        if (defects.First is { } defect) return defect.Refused("Not a setting");
        if (most is { } count) worlds.Limit = (int)count;
        if (idle is { } timeout) worlds.IdleTimeout = timeout;
        return Show(worlds);
    }

    /// <summary>Creates the world unless it exists: 200 when it did, 201 when it is new. The body is the same as for a fork.</summary>
    private static Reply Ensure(ControlCall call, Worlds worlds)
    {
        if (worlds.Find(call["name"]) is not { } existing) return Create(call, worlds, call["name"]);
        existing.IsMadeByName = true;
        return ControlReplies.Object(200, json => Write(json, existing));
    }

    private static Reply Create(ControlCall call, Worlds worlds, string? named)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var name = named ?? body.NeededText("name");
        if (named is not null && body.Text("name") is { } other && other != named) body.Wrong("name", "is not the name in the path");
        var from = body.Object("from");
        var (world, snapshot) = (from?.Text("world"), from?.Text("snapshot"));
        from?.Close();
        body.Close();
        if (defects.First is { } defect) return defect.Refused(NotAFork);
        if (!GivenName.IsName(name)) return Worlds.BadName(named is null ? "/name" : null);
        WorldState? state = null;
        if (from is not null)
        {
            var origin = world is null ? call.World : worlds.Find(world);
            if (origin is null) return Problem.Reply(404, "Not found", $"There is no world {world}.", "/from/world");
            if (snapshot is not null && origin.Snapshots.Find(snapshot) is null)
                return Problem.Reply(404, "Not found", $"The world {origin.Name} has no snapshot {snapshot}.", "/from/snapshot");
            state = snapshot is null ? origin.State : origin.Snapshots.Find(snapshot)!.State;
        }
        return worlds.Fork(name, state, out var forked, madeByName: true)
            ?? ControlReplies.Object(201, json => Write(json, forked!)).With("Location", $"/{ControlApi.Prefix}/worlds/{name}");
    }

    private static Reply Delete(string name, Worlds worlds)
    {
        if (string.Equals(name, Worlds.Default, StringComparison.Ordinal))
            return Problem.Reply(409, "Not deletable", $"The world {Worlds.Default} is always there; reset it instead.");
        return worlds.Delete(name) ? ControlReplies.NoContent : ControlReplies.NotFound("world", name);
    }

    private static Reply Clear(Worlds worlds)
    {
        foreach (var world in worlds.All) worlds.Delete(world.Name);
        return ControlReplies.NoContent;
    }

    private static void Write(Utf8JsonWriter json, World world)
    {
        json.WriteString("name", world.Name);
        json.WriteNumber("graphVersion", world.Store.Current.Version);
        json.WriteNumber("nodes", world.Store.Current.NodeCount);
        json.WriteString("now", Instants.Text(world.Clock.GetUtcNow()));
        // The world default never ends, so its idle time is not counted.
        if (world.Name != Worlds.Default)
            json.WriteString("idleFor", Durations.Text(TimeSpan.FromSeconds(Math.Floor(world.Idle.TotalSeconds))));
        json.WriteNumber("snapshots", world.Snapshots.All.Count);
    }
}
