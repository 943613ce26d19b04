using System.Globalization;
using System.Text;

namespace Emulation.Persistence;

/// <summary>
/// A small file with the number of the last record that was answered, written after each transaction. SQLite takes a damaged or truncated
/// end of its write-ahead log for that of an unfinished write; this number tells one from the other.
/// </summary>
sealed class LastKept : IDisposable
{
    private const int Digits = 20;

    private readonly FileStream _file;

    private LastKept(FileStream file) => _file = file;

    public static string PathOf(string database) => database + "-last";

    /// <summary>The number; null: there is no such file, as with a copy of the database alone.</summary>
    /// <exception cref="OptionError">The file is damaged.</exception>
    public static long? Read(string database)
    {
        var path = PathOf(database);
        if (!File.Exists(path)) return null;
        var text = File.ReadAllText(path, Encoding.Latin1);
        return text.Length == Digits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
            : throw DataFault.DamagedNumber(path);
    }

    public static LastKept Open(string database) =>
        new(new FileStream(PathOf(database), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0));

    /// <summary>Without waiting for the disk: after a power failure the number may be an older one, which is no damage.</summary>
    public void Write(long last)
    {
        Span<byte> text = stackalloc byte[Digits];
        last.TryFormat(text, out _, "D20", CultureInfo.InvariantCulture);
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, text, fileOffset: 0);
        }
        catch (IOException)
        {
            // An older number stays there.
        }
    }

    public void Dispose() => _file.Dispose();
}
