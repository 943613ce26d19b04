using Emulation;

using var signal = new StopSignal(args);
using var error = new QueuedOutput(Console.OpenStandardError());
Console.SetError(error);
Console.SetOut(new StandardOutput(Console.Out));

return await CommandLine.Run(args, options => ServerProgram.Serve(options, signal), Environment.GetEnvironmentVariable);
