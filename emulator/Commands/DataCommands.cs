using System.CommandLine;

namespace Emulation.Commands;

/// <summary><c>export</c> and <c>import</c>: a world's data as a dataset file.</summary>
static class DataCommands
{
    public static Command Export(Remote remote)
    {
        var file = Remote.Argument("FILE", "the file to write, or - for standard output");
        const string Description = "Writes a world's data to a dataset file, for --dataset and import.";
        return remote.Top(remote.Leaf("export", Description, parsed => new ControlRequest("GET", "/_emulator/export")
        {
            IsJson = false,
            Print = ControlRequest.SaveTo(parsed.GetRequiredValue(file)),
        }, file));
    }

    public static Command Import(Remote remote)
    {
        var file = Remote.Argument("FILE", "a dataset file, or - for standard input");
        const string Description = "Replaces a world's data by that of a dataset file.";
        return remote.Top(remote.Leaf("import", Description, parsed => new ControlRequest("POST", "/_emulator/import")
        {
            Body = RequestBody.OfFile(parsed.GetRequiredValue(file)),
            Print = ControlRequest.Sentence(world =>
                $"world {ControlRequest.Text(world, "world")} has the data of {parsed.GetValue(file)}"),
        }, file));
    }
}
