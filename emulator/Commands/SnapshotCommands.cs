using System.CommandLine;

namespace Emulation.Commands;

/// <summary><c>snapshot</c>: a world's whole state under a name.</summary>
static class SnapshotCommands
{
    private const string Snapshots = "/_emulator/snapshots";

    public static Command Snapshot(Remote remote) =>
        remote.Group("snapshot", "Keeps a world's state and restores it: data, ids, clock, faults, stubs, limits.",
            Named(remote, "take", "Keeps the state of now, in place of a snapshot of that name.", "POST", "", name => $"took {name}"),
            remote.Leaf("list", "Lists a world's snapshots.", _ => new("GET", Snapshots) { Print = PrintTable }),
            Named(remote, "restore", "Restores a snapshot, which is kept.", "POST", "/restore", name => $"restored {name}"),
            Named(remote, "delete", "Deletes a snapshot.", "DELETE", "", name => $"deleted {name}"));

    private static Func<HttpContent, TextWriter, Task> PrintTable { get; } = ControlRequest.Table("snapshots", "there is no snapshot",
        ("SNAPSHOT", ControlRequest.Cell("name")),
        ("TAKEN", ControlRequest.Cell("taken")),
        ("NODES", ControlRequest.Cell("nodes")),
        ("VERSION", ControlRequest.Cell("graphVersion")));

    private static Command Named(
        Remote remote, string verb, string description, string method, string suffix, Func<string, string> sentence)
    {
        var name = Remote.Argument("NAME", "the snapshot's name");
        return remote.Leaf(verb, description, parsed =>
        {
            var given = parsed.GetRequiredValue(name);
            return new(method, $"{Snapshots}/{Uri.EscapeDataString(given)}{suffix}") { Print = ControlRequest.Sentence(sentence(given)) };
        }, name);
    }
}
