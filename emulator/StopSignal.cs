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

    /// <param name="args">The program's arguments. For commands against a running instance, signals keep their default effect.</param>
    public StopSignal(string[] args) => _registrations = args is [[not '-', ..], ..]
        ? []
        : [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop), PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop)];

    /// <summary>Called when the server listens: its own handler ends the process from then on.</summary>
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
