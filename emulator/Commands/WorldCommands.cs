using System.CommandLine;
using System.Text;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>reset</c>, <c>world</c> and <c>snapshot</c>: a world's state as a whole.</summary>
static class WorldCommands
{
    private const string Worlds = "/_emulator/worlds";
    private const string Snapshots = "/_emulator/snapshots";

    public static Command Reset(Remote remote) => remote.Top(remote.Leaf("reset", "Puts a world back to its dataset.", _ => new Errand("POST", "/_emulator/reset")
    {
        Tell = Errand.Say(world => $"world {Errand.Text(world, "world")} is back at its dataset"),
    }));

    public static Command World(Remote remote)
    {
        var name = Remote.Value("NAME", "the world's name");
        var from = new Option<string?>("--from") { HelpName = "WORLD", Description = "fork from this world [the dataset]" };
        var snapshot = new Option<string?>("--snapshot") { HelpName = "NAME", Description = "fork from this snapshot of the world of --from" };
        return remote.Group("world", "The worlds there are: copies of the data that know nothing of each other.",
            remote.Leaf("list", "Lists the worlds.", _ => new Errand("GET", Worlds)
            {
                Tell = Errand.List("worlds", "there is no world", ("WORLD", Errand.Cell("name")), ("NODES", Errand.Cell("nodes")), ("VERSION", Errand.Cell("graphVersion")), ("NOW", Errand.Cell("now")), ("SNAPSHOTS", Errand.Cell("snapshots")), ("IDLE", Errand.Cell("idleFor"))),
            }),
            remote.Leaf("create", "Makes a world.", parsed => new Errand("POST", Worlds)
            {
                Body = Bodies.Object(json => Fork(json, parsed.GetRequiredValue(name), parsed.GetValue(from), parsed.GetValue(snapshot))),
                Tell = Errand.Say(world => $"world {Errand.Text(world, "name")} has {Errand.Text(world, "nodes")} nodes"),
            }, name, from, snapshot),
            remote.Leaf("delete", "Deletes a world.", parsed => new Errand("DELETE", $"{Worlds}/{Remote.Escaped(parsed.GetRequiredValue(name))}")
            {
                Tell = Errand.Say($"world {parsed.GetValue(name)} is deleted"),
            }, name));
    }

    public static Command Snapshot(Remote remote)
    {
        var name = Remote.Value("NAME", "the snapshot's name");
        Command Named(string verb, string description, string method, string more, Func<string, string> told) =>
            remote.Leaf(verb, description, parsed => new Errand(method, $"{Snapshots}/{Remote.Escaped(parsed.GetRequiredValue(name))}{more}") { Tell = Errand.Say(told(parsed.GetRequiredValue(name))) }, name);
        return remote.Group("snapshot", "Keeps a world's state and puts it back: data, ids, clock, faults, stubs, limits.",
            Named("take", "Keeps the state as it is now, in place of what had the name.", "POST", "", taken => $"took {taken}"),
            remote.Leaf("list", "Lists a world's snapshots.", _ => new Errand("GET", Snapshots)
            {
                Tell = Errand.List("snapshots", "there is no snapshot", ("SNAPSHOT", Errand.Cell("name")), ("TAKEN", Errand.Cell("taken")), ("NODES", Errand.Cell("nodes")), ("VERSION", Errand.Cell("graphVersion"))),
            }),
            Named("restore", "Puts a world back to a snapshot, as often as wanted.", "POST", "/restore", restored => $"restored {restored}"),
            Named("delete", "Deletes a snapshot.", "DELETE", "", deleted => $"deleted {deleted}"));
    }

    private static void Fork(Utf8JsonWriter json, string name, string? from, string? snapshot)
    {
        json.WriteString("name", name);
        if (from is null && snapshot is null) return;
        json.WriteStartObject("from");
        if (from is not null) json.WriteString("world", from);
        if (snapshot is not null) json.WriteString("snapshot", snapshot);
        json.WriteEndObject();
    }
}
