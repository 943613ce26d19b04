using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The worlds there are: list, fork, delete, and how many and how long.</summary>
static class WorldList
{
    private const string NotAFork = "Not a fork";

    public static IReadOnlyList<Route> Rows(Worlds worlds) =>
    [
        ControlRow.Of("GET",    "/worlds",        "worlds.list")   with { ControlQuery = _ => Show(worlds) },
        ControlRow.Of("PUT",    "/worlds",        "worlds.set")    with { ControlCommand = call => Set(call, worlds) },
        ControlRow.Of("POST",   "/worlds",        "worlds.create") with { ControlCommand = call => Create(call, worlds, null) },
        ControlRow.Of("DELETE", "/worlds",        "worlds.clear")  with { ControlCommand = _ => Clear(worlds) },
        ControlRow.Of("GET",    "/worlds/{name}", "worlds.get")    with { ControlQuery = call => Get(call["name"], worlds) },
        ControlRow.Of("POST",   "/worlds/{name}", "worlds.fork")   with { ControlCommand = call => Create(call, worlds, call["name"]) },
        ControlRow.Of("PUT",    "/worlds/{name}", "worlds.ensure") with { ControlCommand = call => Ensure(call, worlds) },
        ControlRow.Of("DELETE", "/worlds/{name}", "worlds.delete") with { ControlCommand = call => Delete(call["name"], worlds) },
    ];

    private static Reply Show(Worlds worlds) => Answers.Object(200, json =>
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
        worlds.Find(name) is { } world ? Answers.Object(200, json => Write(json, world)) : Answers.Missing("world", name);

    private static Reply Set(ControlCall call, Worlds worlds)
    {
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var (most, idle) = (body.Whole("max", 1, 100_000), body.Duration("idle"));
        if (idle < TimeSpan.Zero) body.Wrong("idle", "must not be negative");
        body.Close();
        if (defects.First is { } defect) return defect.Refused("Not a setting");
        if (most is { } count) worlds.Limit = (int)count;
        if (idle is { } kept) worlds.IdleTimeout = kept;
        return Show(worlds);
    }

    /// <summary>The world exists afterwards: 200 when it did before, 201 when it is new. The body is that of a fork.</summary>
    private static Reply Ensure(ControlCall call, Worlds worlds)
    {
        if (worlds.Find(call["name"]) is not { } existing) return Create(call, worlds, call["name"]);
        existing.IsMadeByName = true;
        return Answers.Object(200, json => Write(json, existing));
    }

    private static Reply Create(ControlCall call, Worlds worlds, string? named)
    {
        if (!worlds.Ready) return Answers.Seeding;
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
        return worlds.Fork(name, state, out var forked, madeByName: true) ?? Answers.Object(201, json => Write(json, forked!)).With("Location", $"/{ControlApi.Prefix}/worlds/{name}");
    }

    private static Reply Delete(string name, Worlds worlds)
    {
        if (string.Equals(name, Worlds.Default, StringComparison.Ordinal))
            return Problem.Reply(409, "Not deletable", $"The world {Worlds.Default} is always there; reset it instead.");
        return worlds.Delete(name) ? Answers.Done : Answers.Missing("world", name);
    }

    private static Reply Clear(Worlds worlds)
    {
        foreach (var world in worlds.All) worlds.Delete(world.Name);
        return Answers.Done;
    }

    private static void Write(Utf8JsonWriter json, World world)
    {
        json.WriteString("name", world.Name);
        json.WriteNumber("graphVersion", world.Store.Current.Version);
        json.WriteNumber("nodes", world.Store.Current.NodeCount);
        json.WriteString("now", Instants.Text(world.Clock.GetUtcNow()));
        // The world default stays, so nobody counts how long it has been idle.
        if (world.Name != Worlds.Default) json.WriteString("idleFor", Durations.Text(TimeSpan.FromSeconds(Math.Floor(world.Idle.TotalSeconds))));
        json.WriteNumber("snapshots", world.Snapshots.All.Count);
    }
}
