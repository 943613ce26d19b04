using System.CommandLine;

namespace Emulation.Commands;

/// <summary><c>export</c> and <c>import</c>: a world's data as a dataset file.</summary>
static class DataCommands
{
    public static Command Export(Remote remote)
    {
        var file = Remote.Value("FILE", "the file to write, or - for standard output");
        return remote.Top(remote.Leaf("export", "Writes a world's data to a dataset file, for --dataset and import.", parsed => new Errand("GET", "/_emulator/export")
        {
            IsJson = false,
            Tell = Errand.Save(parsed.GetRequiredValue(file)),
        }, file));
    }

    public static Command Import(Remote remote)
    {
        var file = Remote.Value("FILE", "a dataset file, or - for standard input");
        return remote.Top(remote.Leaf("import", "Puts a dataset file's data in place of a world's.", parsed => new Errand("POST", "/_emulator/import")
        {
            Body = Bodies.Upload(parsed.GetRequiredValue(file)),
            Tell = Errand.Say(world => $"world {Errand.Text(world, "world")} has the data of {parsed.GetValue(file)}"),
        }, file));
    }
}
