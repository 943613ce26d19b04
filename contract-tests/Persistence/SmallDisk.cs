using System.Diagnostics;

namespace Emulation.Tests.Persistence;

/// <summary>A disk of a few megabytes in memory, for tests of full and read-only disks. Only root may mount one.</summary>
sealed class SmallDisk : IDisposable
{
    public const string Prefix = "emulator-disk-";

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The test is skipped, with a line that says why, where none can be mounted.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) == 0) return new SmallDisk(folder);
        Directory.Delete(folder);
        Assert.Ignore("A small disk cannot be mounted; run the tests as root on Linux.");
        throw new InvalidOperationException("The test goes on although it was skipped.");
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder).Should().Be(0);

    /// <summary>Writes a file until there is no room.</summary>
    public string Fill()
    {
        var path = Path.Combine(Folder, "filler");
        try
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var page = new byte[4096];
            while (true) file.Write(page);
        }
        catch (IOException)
        {
            return path;
        }
    }

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static int Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
