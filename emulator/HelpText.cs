using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Emulation;

/// <summary>The help of the program itself. Commands use the help of the parser.</summary>
sealed class HelpText(SynchronousCommandLineAction commandHelp) : SynchronousCommandLineAction
{
    private const int DescriptionColumn = 34;

    /// <summary>Replaces the help of the program by this one.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is SynchronousCommandLineAction action) option.Action = new HelpText(action);
    }

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is not RootCommand root) return commandHelp.Invoke(parseResult);
        Write(parseResult.InvocationConfiguration.Output, root);
        return 0;
    }

    private static void Write(TextWriter output, RootCommand root)
    {
        output.WriteLine($"""
            {root.Description}

            Usage:
              emulator [OPTIONS]             serves until it is stopped
              emulator COMMAND [OPTIONS]     runs a command; COMMAND --help explains it

            Options, with their defaults and variables:
            """);
        foreach (var row in OptionTable.Rows) Line(output, $"--{row.Name} {row.Value}", $"{row.Meaning} [{row.Default}; {row.Variable}]");
        Line(output, "--version", "prints the version");
        Line(output, "--help", "prints this text");
        output.WriteLine();
        output.WriteLine("Commands:");
        foreach (var command in root.Subcommands) Line(output, command.Name, command.Description ?? "");
        output.WriteLine($"""

            An option overrides its variable, a variable the file of --config, the file the default. {Settings.AspNetCoreUrls} and
            {Settings.AspNetCorePorts} are read too. Commands find an instance by --url or {Commands.Remote.UrlVariable}.

            Examples:
              emulator --dataset docs --port 8080
              emulator --size 100000 --seed 7 --log requests
              emulator world create a --url http://127.0.0.1:8080
            """);
    }

    private static void Line(TextWriter output, string name, string description)
    {
        var column = "  " + name;
        output.WriteLine(column.Length < DescriptionColumn
            ? column.PadRight(DescriptionColumn) + description
            : column + Environment.NewLine + new string(' ', DescriptionColumn) + description);
    }
}
