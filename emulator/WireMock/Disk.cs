using Emulation.Control.Stubs;

namespace Emulation.WireMocks;

/// <summary>What of the disk WireMock.Net may read.</summary>
abstract class Disk
{
    private const long Most = 100 * 1024 * 1024;

    /// <summary>Nothing: an emulator that was started without <c>--wiremock</c>.</summary>
    public static Disk Nothing { get; } = new NoDisk();

    /// <summary>All that the process may read: code of a test names the files.</summary>
    public static Disk Everything { get; } = new WholeDisk();

    /// <summary>The folder of <c>--wiremock</c>, and no link that leads out of it.</summary>
    public static Disk Below(string folder) => new Folder(folder);

    /// <summary>Null: there is no such file, or it may not be read.</summary>
    public abstract byte[]? Read(string path);

    public abstract bool HasFolder(string path);

    /// <summary>Code may write where it names the folder; requests to the admin API may not.</summary>
    public virtual bool MayWrite => false;

    private sealed class NoDisk : Disk
    {
        public override byte[]? Read(string path) => null;

        public override bool HasFolder(string path) => false;
    }

    private sealed class WholeDisk : Disk
    {
        public override bool MayWrite => true;

        public override byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

        public override bool HasFolder(string path) => Directory.Exists(path);
    }

    private sealed class Folder(string folder) : Disk
    {
        public override byte[]? Read(string path) => RegularFile.Read(path, folder, Most);

        public override bool HasFolder(string path) =>
            Directory.Exists(path) && InFull(path).StartsWith(InFull(folder), StringComparison.Ordinal);

        private static string InFull(string path) =>
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
    }
}
