using System.CommandLine;
using System.Text.Json;

namespace Emulation.Commands;

/// <summary><c>reset</c> and <c>world</c>.</summary>
static class WorldCommands
{
    private const string Worlds = "/_emulator/worlds";

    public static Command Reset(Remote remote) =>
        remote.Top(remote.Leaf("reset", "Puts a world back to its dataset.", _ => new("POST", "/_emulator/reset")
        {
            Print = ControlRequest.Sentence(world => $"world {ControlRequest.Text(world, "world")} is back at its dataset"),
        }));

    public static Command World(Remote remote)
    {
        var name = Remote.Argument("NAME", "the world's name");
        var from = new Option<string?>("--from") { HelpName = "WORLD", Description = "fork from this world [the dataset]" };
        var snapshot = new Option<string?>("--snapshot")
        {
            HelpName = "NAME", Description = "fork from this snapshot of the world of --from",
        };
        return remote.Group("world", "Independent copies of the data.",
            remote.Leaf("list", "Lists the worlds.", _ => new("GET", Worlds) { Print = PrintTable }),
            remote.Leaf("create", "Creates a world.", parsed => new("POST", Worlds)
            {
                Body = RequestBody.OfObject(json =>
                    WriteFork(json, parsed.GetRequiredValue(name), parsed.GetValue(from), parsed.GetValue(snapshot))),
                Print = PrintCreated,
            }, name, from, snapshot),
            Diff(remote),
            remote.Leaf("delete", "Deletes a world.", parsed => Delete(parsed.GetRequiredValue(name)), name));
    }

    private static Command Diff(Remote remote)
    {
        var one = Remote.Argument("WORLD", "the first world");
        var other = Remote.Argument("OTHER", "the second world");
        return remote.Leaf("diff", "Lists what differs between two worlds.", parsed =>
        {
            var first = Uri.EscapeDataString(parsed.GetRequiredValue(one));
            var second = Uri.EscapeDataString(parsed.GetRequiredValue(other));
            return new ControlRequest("GET", $"{Worlds}/{first}/diff?with={second}") { Print = ControlRequest.Sentence(DescribeDiff) };
        }, one, other);
    }

    /// <summary>One line a node, the number of further ones by kind, and the settings that differ.</summary>
    private static string DescribeDiff(JsonElement diff)
    {
        var lines = new List<string>();
        foreach (var kind in diff.GetProperty("kinds").EnumerateArray())
        {
            foreach (var item in kind.GetProperty("items").EnumerateArray())
                lines.Add($"{Text(item, "change")} {Text(kind, "kind")} {Text(item, "id")} {Text(item, "label")}");
            if (kind.GetProperty("more").GetInt32() is > 0 and var more) lines.Add($"and {more} more of the kind {Text(kind, "kind")}");
        }
        foreach (var setting in diff.GetProperty("settings").EnumerateObject())
            if (setting.Value.GetBoolean()) lines.Add($"the {setting.Name} differ{(setting.Name == "clock" ? "s" : "")}");
        return lines.Count == 0 ? "no difference" : string.Join(Environment.NewLine, lines);

        static string Text(JsonElement element, string name) => ControlRequest.Text(element, name);
    }

    private static Func<HttpContent, TextWriter, Task> PrintTable { get; } = ControlRequest.Table("worlds", "there is no world",
        ("WORLD", ControlRequest.Cell("name")),
        ("NODES", ControlRequest.Cell("nodes")),
        ("VERSION", ControlRequest.Cell("graphVersion")),
        ("NOW", ControlRequest.Cell("now")),
        ("SNAPSHOTS", ControlRequest.Cell("snapshots")),
        ("IDLE", ControlRequest.Cell("idleFor")));

    private static Func<HttpContent, TextWriter, Task> PrintCreated { get; } = ControlRequest.Sentence(world =>
        $"world {ControlRequest.Text(world, "name")} has {ControlRequest.Text(world, "nodes")} nodes");

    private static ControlRequest Delete(string name) =>
        new("DELETE", $"{Worlds}/{Uri.EscapeDataString(name)}") { Print = ControlRequest.Sentence($"world {name} is deleted") };

    private static void WriteFork(Utf8JsonWriter json, string name, string? from, string? snapshot)
    {
        json.WriteString("name", name);
        if (from is null && snapshot is null) return;
        json.WriteStartObject("from");
        if (from is not null) json.WriteString("world", from);
        if (snapshot is not null) json.WriteString("snapshot", snapshot);
        json.WriteEndObject();
    }
}
