using System.Collections.Immutable;
using System.Text;
using WireMock.Handlers;

namespace Emulation.WireMocks;

/// <summary>
/// The files of a world. What the admin API writes (files, saved mappings) is kept in memory with the world and read before the disk, so
/// that worlds do not share it and no request changes the disk.
/// </summary>
/// <param name="disk">What of the disk may be read.</param>
/// <param name="mappings">Where mapping files are on it.</param>
/// <param name="bodies">A further folder for the files of bodies; null: none.</param>
sealed class WorldFiles(Disk disk, string mappings = "__admin/mappings", string? bodies = null) : IFileSystemHandler
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const string UnmatchedFolder = "requests/unmatched";

    private static readonly ImmutableDictionary<string, byte[]?> s_none =
        ImmutableDictionary.Create<string, byte[]?>(StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private ImmutableDictionary<string, byte[]?> _now = s_none;

    /// <summary>What was written, by name below the folder of mappings; null: deleted.</summary>
    public ImmutableDictionary<string, byte[]?> Now => Volatile.Read(ref _now);

    /// <param name="files">Null: nothing was written.</param>
    public void Put(ImmutableDictionary<string, byte[]?>? files)
    {
        lock (_lock) Volatile.Write(ref _now, files ?? s_none);
    }

    public string GetMappingFolder() => mappings;

    public bool FolderExists(string path) => IsOwn(path) || disk.HasFolder(path);

    public void CreateFolder(string path)
    {
        if (!IsOwn(path) && disk.MayWrite) Directory.CreateDirectory(path);
    }

    public IEnumerable<string> EnumerateFiles(string path, bool includeSubdirectories)
    {
        var depth = includeSubdirectories ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        var onDisk = disk.HasFolder(path) ? Directory.EnumerateFiles(path, "*.json", depth) : [];
        if (!IsOwn(path)) return onDisk;
        var written = Now;
        var inMemory = written.Where(file => file.Value is not null && file.Key.EndsWith(".json", StringComparison.Ordinal))
            .Select(file => Path.Combine(mappings, file.Key));
        return [.. onDisk.Where(file => !written.ContainsKey(NameOf(file))), .. inMemory];
    }

    public string ReadMappingFile(string path) => Text(Bytes(path));

    public void WriteMappingFile(string path, string text)
    {
        if (IsOwn(path)) Write(NameOf(path), Encoding.UTF8.GetBytes(text));
        else if (disk.MayWrite) File.WriteAllText(path, text);
        else throw NotAllowed(path);
    }

    public byte[] ReadResponseBodyAsFile(string path) => Bytes(path);

    public string ReadResponseBodyAsString(string path) => Text(Bytes(path));

    public bool FileExists(string filename) => Find(filename) is not null;

    public void WriteFile(string filename, byte[] bytes) => Write(NameOf(filename), bytes);

    public void WriteFile(string folder, string filename, byte[] bytes)
    {
        var path = Path.Combine(folder, filename);
        if (IsOwn(folder)) Write(NameOf(path), bytes);
        else if (disk.MayWrite) File.WriteAllBytes(path, bytes);
        else throw NotAllowed(path);
    }

    public void DeleteFile(string filename) => Write(NameOf(filename), null);

    public byte[] ReadFile(string filename) => Bytes(filename);

    public string ReadFileAsString(string filename) => Text(Bytes(filename));

    public string GetUnmatchedRequestsFolder() => UnmatchedFolder;

    public void WriteUnmatchedRequest(string filename, string text) => Write($"{UnmatchedFolder}/{filename}", Encoding.UTF8.GetBytes(text));

    private void Write(string name, byte[]? bytes)
    {
        lock (_lock)
        {
            var after = _now.SetItem(name, bytes);
            if (after.Values.Sum(file => (long)(file?.Length ?? 0)) > MostBytes)
                throw new IOException($"The files of a world may have {MostBytes / (1024 * 1024)} MB; delete some first.");
            Volatile.Write(ref _now, after);
        }
    }

    private byte[] Bytes(string path) =>
        Find(path) ?? throw new FileNotFoundException($"There is no file {path} that this world may read.", path);

    private byte[]? Find(string path)
    {
        var name = NameOf(path);
        if (Now.TryGetValue(name, out var written)) return written;
        var inBodies = bodies is null ? null : Path.Combine(bodies, name);
        return disk.Read(Path.Combine(mappings, name)) ?? (inBodies is null ? null : disk.Read(inBodies)) ?? disk.Read(path);
    }

    private bool IsOwn(string path) =>
        Slashes(path) == Slashes(mappings) || Slashes(path).StartsWith(Slashes(mappings) + "/", StringComparison.Ordinal);

    /// <summary>A path in the folder of mappings or relative to it, without that folder.</summary>
    private string NameOf(string path) => (IsOwn(path) ? Slashes(path)[Slashes(mappings).Length..] : Slashes(path)).TrimStart('/');

    private static string Slashes(string path) => path.Replace('\\', '/').TrimEnd('/');

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');

    private static IOException NotAllowed(string path) => new($"{path} is outside the folder of mappings, where nothing is written.");
}
