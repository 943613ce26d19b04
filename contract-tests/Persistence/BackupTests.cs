using System.Diagnostics;
using System.Text;
using Emulation.Tests.StartUp;
using Emulation.Tests.Support;

namespace Emulation.Tests.Persistence;

/// <summary>The backup that the README shows: the process is stopped for as long as its folder is copied.</summary>
class BackupTests
{
    [Test]
    public async Task A_folder_that_is_copied_while_its_emulator_is_stopped_has_every_answered_change()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Windows cannot stop a process; stop the emulator to copy its folder.");
        using var data = new DataDirectory();
        using var program = EmulatorProcess.Start("--port", "0", "--dataset", "docs", "--auth", "off", "--data", data.Name);
        using var client = new HttpClient { BaseAddress = await program.ReadyAddress() };
        var (answered, writing) = (0, true);
        var writer = Task.Run(async () =>
        {
            while (Volatile.Read(ref writing))
            {
                using var content = new StringContent($$"""{"name":"tag-{{answered}}"}""", Encoding.UTF8, "application/json");
                using var answer = await client.PostAsync("/v2/tags", content);
                Interlocked.Increment(ref answered);
            }
        });
        while (Volatile.Read(ref answered) < 50) await Task.Yield();

        Signal(program, "-STOP");
        using var backup = data.Copy();
        var before = Volatile.Read(ref answered);
        Signal(program, "-CONT");
        Volatile.Write(ref writing, false);
        await writer;

        (await DataShell.Run("check", backup.Name)).Output.Should().EndWith("ok\n");
        await using var restored = await backup.Start();
        for (var tag = 0; tag < before; tag++)
        {
            using var found = await restored.Send("GET", $"/v2/tags/tag-{tag}");
            ((int)found.StatusCode).Should().Be(200, "tag {0} was answered before the copy", tag);
        }
        program.Kill();
        await program.WaitForExitAsync();
    }

    private static void Signal(Process program, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{program.Id}"]);
        kill.WaitForExit();
    }
}
