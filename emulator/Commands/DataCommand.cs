using System.CommandLine;
using Emulation.Http;

namespace Emulation.Commands;

/// <summary><c>data</c>: what <c>--data</c> keeps, while no emulator uses it.</summary>
static class DataCommand
{
    private const string IsOfADatabase = "give a folder; emulators shorten the logs of a database themselves";

    public static Command Data()
    {
        var world = new Option<string>("--world")
        {
            HelpName = "NAME", Description = $"the world to act on [{Worlds.Default}]", DefaultValueFactory = _ => Worlds.Default,
        };
        var command = new Command("data", "Checks, compacts, exports and imports what --data keeps; a folder while no emulator uses it.");
        command.Subcommands.Add(Check());
        command.Subcommands.Add(Compact());
        command.Subcommands.Add(Export(world));
        command.Subcommands.Add(Import(world));
        return command;
    }

    private static Command Check()
    {
        var place = Place();
        var command = new Command("check", "Reads everything that is kept, and prints what there is of each world.") { place };
        command.SetAction(async (parsed, _) =>
        {
            await using var stored = await StoredWorlds.Open(parsed.GetRequiredValue(place));
            stored.Store?.Verify();
            var output = parsed.InvocationConfiguration.Output;
            foreach (var line in StoredWorldLines.Of(stored)) await output.WriteLineAsync(line);
            await output.WriteLineAsync("ok");
        });
        return command;
    }

    private static Command Compact()
    {
        var place = Place();
        var command = new Command("compact", "Keeps the state of each world in place of its changes, and returns free space.") { place };
        command.SetAction(async (parsed, _) =>
        {
            var name = parsed.GetRequiredValue(place);
            await using var stored = await StoredWorlds.Open(name);
            if (stored.Store is not { } store) throw new OptionError($"compact: {IsOfADatabase}");
            var before = store.Bytes;
            await store.Compact();
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{name}: {before} bytes before, {store.Bytes} bytes now");
        });
        return command;
    }

    private static Command Export(Option<string> world)
    {
        var place = Place();
        var file = new Option<string>("--out")
        {
            HelpName = "FILE", Description = "the file to write [standard output]", DefaultValueFactory = _ => "-",
        };
        var command = new Command("export", "Writes a world's data to a dataset file, as GET /_emulator/export.") { place, world, file };
        command.SetAction(async (parsed, _) =>
        {
            await using var stored = await StoredWorlds.Open(parsed.GetRequiredValue(place));
            var target = parsed.GetRequiredValue(file);
            var graph = stored.Find(parsed.GetRequiredValue(world)).Store.Current;
            await using (var stream = target == "-" ? Console.OpenStandardOutput() : RequestBody.CreateFile(target))
                StoredWorlds.Export(graph, stream);
            if (target != "-")
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{target}: {new FileInfo(target).Length} bytes");
        });
        return command;
    }

    private static Command Import(Option<string> world)
    {
        var (place, file) = (Place(), Remote.Argument("FILE", "a dataset file"));
        const string Text = "Replaces a world's data by that of a dataset file. A new folder gets it as its dataset.";
        var command = new Command("import", Text) { place, file, world };
        command.SetAction(async (parsed, _) =>
        {
            var (to, from) = (parsed.GetRequiredValue(place), parsed.GetRequiredValue(file));
            var name = parsed.GetRequiredValue(world);
            await StoredWorlds.Import(to, from, name);
            var done = $"world {name} of {PersistenceSupport.NameOf(to)} has the data of {from}";
            await parsed.InvocationConfiguration.Output.WriteLineAsync(done);
        });
        return command;
    }

    private static Argument<string> Place() => Remote.Argument("DIR|URL", "the folder or the address of --data");
}
