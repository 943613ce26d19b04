namespace Emulation.Persistence;

/// <summary>A folder is used by one process at a time; the lock ends with the process.</summary>
sealed class FolderLock : IDisposable
{
    private const string Name = "lock";

    // What Windows, Linux and macOS say of a file that another process has locked.
    private static readonly int[] s_shared = [unchecked((int)0x80070020), 11, 35];

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="OptionError">The folder is in use, or cannot be written.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FolderLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (s_shared.Contains(fault.HResult))
        {
            throw DataFault.InUse(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFault.NotWritable(folder, fault.Message);
        }
    }

    public void Dispose() => _file.Dispose();
}
