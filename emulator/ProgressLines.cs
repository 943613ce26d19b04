using Emulation.Logging;
using Emulation.Seeding;

namespace Emulation;

/// <summary>
/// Shows on standard error how far seeding is: one line that is rewritten on a terminal, elsewhere a line for each step.
/// </summary>
sealed class ProgressLines(EmulatorOptions options, TimeProvider machine)
{
    /// <summary>Fewer nodes are there before anyone waits.</summary>
    private const int LeastNodes = 100_000;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private readonly bool _isTerminal = !Console.IsErrorRedirected && options.LogFormat == LogFormat.Text;

    /// <summary>Returns when <paramref name="ready"/> has ended; writes nothing for a small dataset.</summary>
    public async Task Show(SeedingProgress progress, Task ready)
    {
        if (ready.IsCompleted || !(IsLarge || progress.IsLarge)) return;
        SeedingProgress.State? shown = null;
        while (!ready.IsCompleted)
        {
            var now = progress.Now;
            if (now != shown) Write($"seeding: {now.Percent} %, {now.Step}");
            shown = now;
            await Task.WhenAny(ready, Task.Delay(s_interval, machine));
        }
        if (ready.IsCompletedSuccessfully) Write("seeding: ready");
        if (_isTerminal) Console.Error.WriteLine();
    }

    private bool IsLarge => options.Dataset == Datasets.Demo && options.Size.Nodes >= LeastNodes;

    private void Write(string line)
    {
        // The escape sequence erases what is left of the line before.
        if (_isTerminal) Console.Error.Write($"\r{line}\e[K");
        else Console.Error.WriteLine(TerminalLog.NoticeLine(options.LogFormat, line, machine.GetUtcNow()));
    }
}
