using System.CommandLine;

namespace Emulation.Commands;

/// <summary>The commands that drive a running instance.</summary>
static class RemoteCommands
{
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
            GraphCommand.Graph(remote),
            DataCommands.Export(remote),
            DataCommands.Import(remote),
            HealthCommand.Health(remote, variable),
        ];
    }
}
