using Emulation;
using Emulation.Logging;

using var signal = new StopSignal(args);
using var error = new QueuedOutput(Console.OpenStandardError());
Console.SetError(error);
Console.SetOut(new StandardOutput(Console.Out));

return await CommandLine.Run(args, Serve, Environment.GetEnvironmentVariable);

Task<int> Serve(EmulatorOptions options)
{
    error.Format = line => TerminalLog.NoticeLine(options.LogFormat, line, TimeProvider.System.GetUtcNow());
    return ServerProgram.Serve(options, signal);
}
