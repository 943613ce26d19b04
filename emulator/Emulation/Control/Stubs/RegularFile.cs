namespace Emulation.Control.Stubs;

/// <summary>Reads regular files inside a folder, after resolving all links. It never blocks on a device or a pipe.</summary>
static class RegularFile
{
    /// <summary>
    /// Null when the file does not exist, is outside of the folder, is not a regular file, is too large or cannot be read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The folder that must contain it.</param>
    /// <param name="maxBytes">The largest size.</param>
    public static byte[]? Read(string path, string folder, long maxBytes)
    {
        // Whether a file is readable shows only when it is read.
        try
        {
            if (Resolve(path) is not { } resolved || Resolve(folder) is not { } root || !IsInside(resolved, root)) return null;
            var file = new FileInfo(resolved);
            if (!file.Exists || file.Length > maxBytes) return null;
            if (file.Length == 0) return IsPipe(resolved) ? null : [];
            return File.ReadAllBytes(resolved);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a file of length 0 is a pipe. Opening a pipe for reading waits for a writer; opening it for both does not.
    /// </summary>
    private static bool IsPipe(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            return !stream.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            // A file that is not writable cannot be tested. It counts as an empty file and is not opened.
            return false;
        }
    }

    private static bool IsInside(string path, string root) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link in it resolved; null when a part does not exist or links form a circle.</summary>
    public static string? Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var resolved = root;
        foreach (var part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            FileSystemInfo entry = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : new FileInfo(resolved);
            if (entry.ResolveLinkTarget(returnFinalTarget: true) is not { } target) continue;
            if (Resolve(Path.GetDirectoryName(target.FullName) ?? root) is not { } parent) return null;
            resolved = Path.Combine(parent, target.Name);
        }
        return File.Exists(resolved) || Directory.Exists(resolved) ? resolved : null;
    }
}
