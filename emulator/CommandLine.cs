using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Emulation.Commands;

namespace Emulation;

/// <summary>Parses the command line and runs the command that it names.</summary>
static class CommandLine
{
    /// <summary>Exit code for a wrong option, variable or dataset, or when the server cannot listen or write.</summary>
    public const int Refused = 2;

    /// <summary>The exit code is 0, or another with one line on standard error.</summary>
    public static async Task<int> Run(string[] args, Func<EmulatorOptions, Task<int>> serve, Func<string, string?> variable)
    {
        try
        {
            return await Invoke(Root(serve, variable), args, new InvocationConfiguration());
        }
        catch (Exception error) when (error is OptionError or Seeding.DatasetError)
        {
            return Refuse(error.Message);
        }
    }

    /// <summary>Runs a command, or says in one line what is wrong with the arguments.</summary>
    public static Task<int> Invoke(RootCommand root, string[] args, InvocationConfiguration invocation)
    {
        // An argument that begins with @ is a file that a command reads, not a file of further arguments.
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        invocation.EnableDefaultExceptionHandler = false;
        // StopSignal ends the process, and lets a server finish its requests.
        invocation.ProcessTerminationTimeout = null;
        if (result.Errors.Count == 0) return result.InvokeAsync(invocation);
        return Task.FromResult(Refuse(DescribeFault(result), invocation.Error));
    }

    /// <summary>Writes one line that names the fault, and returns the exit code for it.</summary>
    public static int Refuse(string message, TextWriter? error = null)
    {
        (error ?? Console.Error).WriteLine($"emulator: {message}");
        return Refused;
    }

    private static RootCommand Root(Func<EmulatorOptions, Task<int>> serve, Func<string, string?> variable)
    {
        var root = new RootCommand("A local emulator of ThreatConnect v2, DeSo associations and ThreatWinds.");
        var settings = new Settings(variable);
        foreach (var option in settings.Options) root.Options.Add(option);
        root.SetAction((parsed, _) => serve(ReplayCommand.Prepare(settings.Read(parsed), before: false)));
        root.Subcommands.Add(RoutesCommand.Routes(settings));
        root.Subcommands.Add(OpenApiCommand.OpenApi(settings));
        root.Subcommands.Add(SignCommand.Sign());
        root.Subcommands.Add(RecordCommand.Record());
        root.Subcommands.Add(DriftCommand.Drift(variable));
        root.Subcommands.Add(ReplayCommand.Replay(serve));
        root.Subcommands.Add(DataCommand.Data());
        foreach (var command in RemoteCommands.All(variable)) root.Subcommands.Add(command);
        HelpText.Install(root);
        return root;
    }

    private static string DescribeFault(ParseResult result)
    {
        if (result.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option)
            return $"{option} is not an option; {Suggestion.OrList(option, "the options are", OptionNames(result.CommandResult))}";
        var command = result.CommandResult.Command;
        var subcommands = command.Subcommands.Select(subcommand => subcommand.Name).ToArray();
        if (subcommands.Length == 0 || command.Action is not null && result.UnmatchedTokens.Count == 0)
            return result.Errors[0].Message.ReplaceLineEndings(" ");
        if (result.UnmatchedTokens.Count == 0) return $"give one of {string.Join(", ", subcommands)}";
        return $"{result.UnmatchedTokens[0]} is not a command; {Suggestion.OrList(result.UnmatchedTokens[0], "give one of", subcommands)}";
    }

    private static string[] OptionNames(CommandResult result)
    {
        var inherited = result.Parent is CommandResult parent ? parent.Command.Options.Where(option => option.Recursive) : [];
        var options = result.Command.Options.Concat(inherited).Where(option => option is not (HelpOption or VersionOption));
        return [.. options.Select(option => option.Name)];
    }
}
