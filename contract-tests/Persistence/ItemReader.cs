using System.Text.Json;
using Emulation.Http;

namespace Emulation.Tests.Persistence;

/// <summary>Reads what is in all worlds of a program.</summary>
static class ItemReader
{
    public static async Task<IReadOnlySet<Item>> Read(KilledProgram program)
    {
        var items = new HashSet<Item>();
        foreach (var row in Rows((await program.Send("GET", "/_emulator/worlds", Worlds.Default)).Body, "worlds"))
        {
            var world = row.GetProperty("name").GetString()!;
            items.Add(new Item(world, ItemKind.World, ""));
            var export = (await program.Send("GET", "/_emulator/export", world)).Body;
            foreach (var tag in Rows(export, "tags")) Add(ItemKind.Tag, tag, "name");
            foreach (var group in Rows(export, "groups")) Add(ItemKind.Incident, group, "name");
            foreach (var indicator in Rows(export, "indicators")) Add(ItemKind.Host, indicator, "summary");
            foreach (var rule in Rows((await program.Send("GET", "/_emulator/faults", world)).Body, "faults"))
                Add(ItemKind.Fault, rule.GetProperty("rule"), "name");
            foreach (var snapshot in Rows((await program.Send("GET", "/_emulator/snapshots", world)).Body, "snapshots"))
                Add(ItemKind.Snapshot, snapshot, "name");
            Add(ItemKind.Clock, (await program.Send("GET", "/_emulator/clock", world)).Body, "now");

            void Add(ItemKind kind, JsonElement of, string member) => items.Add(new Item(world, kind, of.GetProperty(member).GetString()!));
        }
        return items;
    }

    private static IEnumerable<JsonElement> Rows(JsonElement of, string member) =>
        of.TryGetProperty(member, out var rows) ? rows.EnumerateArray() : [];
}
