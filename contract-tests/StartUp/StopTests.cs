using System.Diagnostics;

namespace Emulation.Tests.StartUp;

/// <summary>SIGTERM before anything listens.</summary>
[CancelAfter(60_000)]
class StopTests
{
    [Test]
    public async Task A_stop_during_start_up_is_exit_code_0(CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("there is no SIGTERM to send");
        var folder = Directory.CreateTempSubdirectory();
        var pipe = Path.Combine(folder.FullName, "dataset.json");
        using (var mkfifo = Process.Start("mkfifo", [pipe])) await mkfifo.WaitForExitAsync(cancel);
        using var program = EmulatorProcess.Start("--urls", "http://127.0.0.1:0", "--dataset", pipe);

        // Opening the pipe waits until the program reads its dataset from it, which never ends.
        await using (await Task.Run(() => File.Open(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), cancel))
        {
            program.Signal();
            await program.WaitForExitAsync(cancel);
        }

        program.ExitCode.Should().Be(0);
        (await program.StandardOutput.ReadToEndAsync(cancel)).Should().BeEmpty();
        folder.Delete(recursive: true);
    }
}
