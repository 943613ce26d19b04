using System.CommandLine;

namespace Emulation.Commands;

/// <summary>The commands that drive a running instance.</summary>
static class RemoteCommands
{
    /// <summary>Who only serves does not wait for them to be put together: they are wanted by a word in the first place, and where help is.</summary>
    public static bool AreWanted(string[] args) => args.Length > 0 && (!args[0].StartsWith("--", StringComparison.Ordinal) || args.Contains("--help", StringComparer.Ordinal));

    public static IEnumerable<Command> All(Func<string, string?> variable)
    {
        var remote = new Remote(variable);
        return
        [
            WorldCommands.Reset(remote),
            WorldCommands.World(remote),
            WorldCommands.Snapshot(remote),
            ClockCommands.Clock(remote),
            RuleCommands.Fault(remote),
            RuleCommands.Stub(remote),
            RequestCommands.Requests(remote),
            DataCommands.Export(remote),
            DataCommands.Import(remote),
        ];
    }
}
