namespace Emulation;

/// <summary>Serves until the process is stopped.</summary>
static class ServerProgram
{
    /// <summary>How long the first line waits for the data, so that small datasets are loaded when a client sees the line.</summary>
    private static readonly TimeSpan s_seedingTime = TimeSpan.FromSeconds(1);

    public static async Task<int> Serve(EmulatorOptions options, StopSignal signal)
    {
        using IDisposable? export = options.Otlp is { } collector ? OtlpExport.Start(collector, options.LogFormat) : null;
        options = PersistenceSupport.Prepare(WireMockSupport.Prepare(options)) with { ReturnMemory = ReturnMemory };
        await using var emulator = await Emulator.StartAsync(options, TimeProvider.System, Console.Error);
        var stopped = emulator.WaitForShutdownAsync();
        signal.LeaveToServer();
        await Task.WhenAny(emulator.Ready, stopped, Task.Delay(s_seedingTime, TimeProvider.System));
        if (emulator.Ready.IsFaulted) await emulator.Ready;
        var progress = new ProgressLines(options, TimeProvider.System).Show(emulator.Progress, emulator.Ready);
        foreach (var address in emulator.Addresses) Console.Out.WriteLine($"Listening on {address}");
        if (await Task.WhenAny(emulator.Ready, stopped) == emulator.Ready)
        {
            await progress;
            await emulator.Ready;
            // What follows the first line may be lost: a script may have closed the pipe after it.
            using var output = new QueuedOutput(Console.OpenStandardOutput());
            Banner.Write(output, emulator, OperatingSystem.IsWindows());
            ReturnMemory();
        }
        await stopped;
        return 0;
    }

    /// <summary>Seeding and importing leave more garbage than the graph is large; one collection returns it to the system.</summary>
    private static void ReturnMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
