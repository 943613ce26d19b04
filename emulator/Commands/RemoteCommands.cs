using System.CommandLine;

namespace Emulation.Commands;

/// <summary>The commands that drive a running instance.</summary>
static class RemoteCommands
{
    /// <summary>Building them costs time that a plain start saves: they are needed when the first argument is a word, and for help.</summary>
    public static bool AreNeeded(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith("--", StringComparison.Ordinal) || args.Contains("--help", StringComparer.Ordinal));

    public static IEnumerable<Command> All(Func<string, string?> variable)
    {
        var remote = new Remote(variable);
        return
        [
            WorldCommands.Reset(remote),
            WorldCommands.World(remote),
            SnapshotCommands.Snapshot(remote),
            ClockCommands.Clock(remote),
            RuleCommands.Fault(remote),
            RuleCommands.Stub(remote),
            RequestCommands.Requests(remote),
            DataCommands.Export(remote),
            DataCommands.Import(remote),
            HealthCommand.Health(remote, variable),
        ];
    }
}
