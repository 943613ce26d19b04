namespace Emulation.Control.Stubs;

/// <summary>Reads the body files of responses, which must be inside one folder.</summary>
sealed class BodyFiles(string folder)
{
    private const long MaxBytes = 10 * 1024 * 1024;

    private readonly string _root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;

    /// <summary>Null when the file cannot be read; <paramref name="fault"/> then says why.</summary>
    public byte[]? Read(string name, out string fault)
    {
        fault = "is not a file's name";
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal)) return null;
        var path = Path.GetFullPath(Path.Combine(_root, name));
        fault = "leads out of the folder __files of --stubs";
        if (Path.IsPathRooted(name) || !path.StartsWith(_root, StringComparison.Ordinal)) return null;
        fault =
            "is not a file in the folder __files of --stubs, or is a link that leads out of it, or is larger than 10 MB, or cannot be read";
        return RegularFile.Read(path, _root, MaxBytes);
    }
}
