using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>The routes that take, list, restore and delete a world's snapshots.</summary>
static class SnapshotList
{
    public static IReadOnlyList<Route> Rows(Worlds worlds) =>
    [
        ControlRow.Query("GET",      "/snapshots",                "snapshots.list",    Show),
        ControlRow.Command("POST",   "/snapshots",                "snapshots.create",  call => Take(call, worlds, null)),
        ControlRow.Command("DELETE", "/snapshots",                "snapshots.clear",   Clear),
        ControlRow.Query("GET",      "/snapshots/{name}",         "snapshots.get",     Get),
        ControlRow.Command("POST",   "/snapshots/{name}",         "snapshots.take",    call => Take(call, worlds, call["name"])),
        ControlRow.Command("PUT",    "/snapshots/{name}",         "snapshots.put",     call => Take(call, worlds, call["name"])),
        ControlRow.Command("DELETE", "/snapshots/{name}",         "snapshots.delete",  Delete),
        ControlRow.Command("POST",   "/snapshots/{name}/restore", "snapshots.restore", Restore),
    ];

    private static Reply Show(ControlCall call) => ControlReplies.Object(200, json =>
    {
        json.WriteString("world", call.World.Name);
        json.WriteNumber("max", Snapshots.Most);
        json.WriteStartArray("snapshots");
        foreach (var snapshot in call.World.Snapshots.All)
        {
            json.WriteStartObject();
            Write(json, snapshot);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static Reply Get(ControlCall call) =>
        call.World.Snapshots.Find(call["name"]) is { } found ? ControlReplies.Object(200, json => Write(json, found)) : NotFound(call);

    private static Reply Take(ControlCall call, Worlds worlds, string? named)
    {
        if (!worlds.Ready) return ControlReplies.Seeding;
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var name = named ?? body.NeededText("name");
        if (named is not null && body.Text("name") is { } other && other != named) body.Wrong("name", "is not the name in the path");
        body.Close();
        if (defects.First is { } defect) return defect.Refused("Not a snapshot");
        if (!GivenName.IsName(name))
            return Problem.Reply(
                400, "Not a snapshot's name", $"A snapshot's name is {GivenName.Allowed}.", named is null ? "/name" : null);
        var snapshot = new Snapshot(name, call.World.Clock.GetUtcNow(), call.World.State);
        return call.World.Snapshots.Keep(snapshot)
            ? ControlReplies.Object(201, json => Write(json, snapshot))
            : Problem.Reply(429, "Too many snapshots", $"The world {call.World.Name} has {Snapshots.Most} snapshots already; delete one.");
    }

    private static Reply Restore(ControlCall call)
    {
        if (call.World.Snapshots.Find(call["name"]) is not { } found) return NotFound(call);
        call.World.Restore(found.State);
        return ControlReplies.World(call.World);
    }

    private static Reply Delete(ControlCall call) => call.World.Snapshots.Drop(call["name"]) ? ControlReplies.NoContent : NotFound(call);

    private static Reply Clear(ControlCall call)
    {
        foreach (var snapshot in call.World.Snapshots.All) call.World.Snapshots.Drop(snapshot.Name);
        return ControlReplies.NoContent;
    }

    private static void Write(Utf8JsonWriter json, Snapshot snapshot)
    {
        json.WriteString("name", snapshot.Name);
        json.WriteString("taken", Instants.Text(snapshot.Taken));
        json.WriteNumber("graphVersion", snapshot.State.Graph.Version);
        json.WriteNumber("nodes", snapshot.State.Graph.NodeCount);
    }

    private static Reply NotFound(ControlCall call) =>
        ControlReplies.NotFound($"snapshot of the world {call.World.Name} named", call["name"]);
}
