using System.Runtime.InteropServices;

namespace Emulation;

/// <summary>
/// SIGTERM and Ctrl-C end the process with exit code 0. Before the server listens the process ends immediately;
/// after that the server finishes its requests first.
/// </summary>
sealed class StopSignal : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private volatile bool _serving;

    /// <param name="args">The program's arguments: a command against a running instance ends as the system has it.</param>
    public StopSignal(string[] args) => _registrations = args is [[not '-', ..], ..]
        ? []
        : [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop), PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop)];

    /// <summary>From now on the server's own handler ends the process.</summary>
    public void LeaveToServer() => _serving = true;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_serving) Environment.Exit(0);
    }
}
