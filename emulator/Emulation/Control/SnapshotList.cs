using System.Text.Json;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>A world's snapshots: take, list, restore as often as wanted, drop.</summary>
static class SnapshotList
{
    public static IReadOnlyList<Route> Rows(Worlds worlds) =>
    [
        ControlRow.Of("GET",    "/snapshots",                "snapshots.list")    with { ControlQuery = Show },
        ControlRow.Of("POST",   "/snapshots",                "snapshots.create")  with { ControlCommand = call => Take(call, worlds, null) },
        ControlRow.Of("DELETE", "/snapshots",                "snapshots.clear")   with { ControlCommand = Clear },
        ControlRow.Of("GET",    "/snapshots/{name}",         "snapshots.get")     with { ControlQuery = Get },
        ControlRow.Of("POST",   "/snapshots/{name}",         "snapshots.take")    with { ControlCommand = call => Take(call, worlds, call["name"]) },
        ControlRow.Of("PUT",    "/snapshots/{name}",         "snapshots.put")     with { ControlCommand = call => Take(call, worlds, call["name"]) },
        ControlRow.Of("DELETE", "/snapshots/{name}",         "snapshots.delete")  with { ControlCommand = Delete },
        ControlRow.Of("POST",   "/snapshots/{name}/restore", "snapshots.restore") with { ControlCommand = Restore },
    ];

    private static Reply Show(ControlCall call) => Answers.Object(200, json =>
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
        call.World.Snapshots.Find(call["name"]) is { } found ? Answers.Object(200, json => Write(json, found)) : Missing(call);

    private static Reply Take(ControlCall call, Worlds worlds, string? named)
    {
        if (!worlds.Ready) return Answers.Seeding;
        var defects = new Defects();
        var body = Members.Of(call.Body, defects);
        var name = named ?? body.NeededText("name");
        if (named is not null && body.Text("name") is { } other && other != named) body.Wrong("name", "is not the name in the path");
        body.Close();
        if (defects.First is { } defect) return defect.Refused("Not a snapshot");
        if (!GivenName.IsName(name)) return Problem.Reply(400, "Not a snapshot's name", $"A snapshot's name is {GivenName.Allowed}.", named is null ? "/name" : null);
        var snapshot = new Snapshot(name, call.World.Clock.GetUtcNow(), call.World.State);
        return call.World.Snapshots.Keep(snapshot)
            ? Answers.Object(201, json => Write(json, snapshot))
            : Problem.Reply(429, "Too many snapshots", $"The world {call.World.Name} has {Snapshots.Most} snapshots already; delete one.");
    }

    private static Reply Restore(ControlCall call)
    {
        if (call.World.Snapshots.Find(call["name"]) is not { } found) return Missing(call);
        call.World.Restore(found.State);
        return Answers.World(call.World);
    }

    private static Reply Delete(ControlCall call) => call.World.Snapshots.Drop(call["name"]) ? Answers.Done : Missing(call);

    private static Reply Clear(ControlCall call)
    {
        foreach (var snapshot in call.World.Snapshots.All) call.World.Snapshots.Drop(snapshot.Name);
        return Answers.Done;
    }

    private static void Write(Utf8JsonWriter json, Snapshot snapshot)
    {
        json.WriteString("name", snapshot.Name);
        json.WriteString("taken", Instants.Text(snapshot.Taken));
        json.WriteNumber("graphVersion", snapshot.State.Graph.Version);
        json.WriteNumber("nodes", snapshot.State.Graph.NodeCount);
    }

    private static Reply Missing(ControlCall call) => Answers.Missing($"snapshot of the world {call.World.Name} named", call["name"]);
}
