using System.Buffers.Binary;

namespace Emulation.Persistence;

/// <summary>The first bytes of a file, before it is opened as a database: whose it is, and of which format.</summary>
static class FileHead
{
    private const int Length = 100;
    private const int FormatAt = 60;
    private const int ApplicationAt = 68;

    /// <exception cref="OptionError">It is damaged, of another program, or of a later format.</exception>
    public static void Check(string path)
    {
        var head = new byte[Length];
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (file.ReadAtLeast(head, Length, throwOnEndOfStream: false) < Length)
                throw DataFault.Damaged(path, $"it has {file.Length} bytes");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFault.NotWritable(path, fault.Message);
        }
        if (!head.AsSpan().StartsWith("SQLite format 3\0"u8)) throw DataFault.Foreign(path);
        if (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(ApplicationAt)) != SqliteFile.ApplicationId) throw DataFault.Foreign(path);
        var format = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(FormatAt));
        if (format != SqliteFile.Format) throw DataFault.Newer(path, format);
    }
}
