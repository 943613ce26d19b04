namespace Emulation.Control.Stubs;

/// <summary>Reads files of a folder, after all links are resolved, without ever waiting for one.</summary>
static class RegularFile
{
    /// <summary>Null: there is no such regular file, a link leads out of the folder, it is too large, or it cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The folder that it must be in, with a separator at the end.</param>
    /// <param name="most">The most bytes it may have.</param>
    public static byte[]? Read(string path, string folder, long most)
    {
        // Whether a file can be read is known only by reading it.
        try
        {
            if (Resolve(path) is not { } resolved || Resolve(folder) is not { } root || !IsInside(resolved, root)) return null;
            var file = new FileInfo(resolved);
            if (!file.Exists || file.Length > most) return null;
            if (file.Length == 0) return IsPipe(resolved) ? null : [];
            return File.ReadAllBytes(resolved);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a file of length 0 is a pipe. Opening a pipe for reading waits for a writer; opening it for both does not.</summary>
    private static bool IsPipe(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            return !stream.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            // It may not be written to, so its type is unknown; it is never opened and counts as an empty file.
            return false;
        }
    }

    private static bool IsInside(string path, string root) => path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

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
