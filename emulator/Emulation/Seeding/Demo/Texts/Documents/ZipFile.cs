using System.Text;

namespace Emulation.Seeding.Demo.Texts.Documents;

/// <summary>
/// Writes zip files without compression, so that the same entries give the same bytes on every platform. With a password, entries are
/// encrypted in the traditional way of the format, as malware samples are passed on.
/// </summary>
static class ZipFile
{
    private const int LocalHeader = 0x04034B50;
    private const int CentralHeader = 0x02014B50;
    private const int EndOfDirectory = 0x06054B50;
    private const int EncryptionHeader = 12;

    public static byte[] Write(IReadOnlyList<(string Name, byte[] Bytes)> entries, DateTimeOffset modified, string? password = null)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.UTF8);
        using var directory = new MemoryStream();
        using var directoryWriter = new BinaryWriter(directory, Encoding.UTF8);
        foreach (var (name, bytes) in entries)
        {
            var offset = (int)file.Position;
            var checksum = Crc32.Of(bytes);
            var stored = password is null ? bytes : Encrypted(bytes, checksum, password);
            writer.Write(LocalHeader);
            WriteFields(writer, name, modified, checksum, bytes.Length, stored.Length, password is not null);
            writer.Write(Encoding.ASCII.GetBytes(name));
            writer.Write(stored);
            directoryWriter.Write(CentralHeader);
            directoryWriter.Write((short)20);
            WriteFields(directoryWriter, name, modified, checksum, bytes.Length, stored.Length, password is not null);
            directoryWriter.Write(new byte[10]);
            directoryWriter.Write(offset);
            directoryWriter.Write(Encoding.ASCII.GetBytes(name));
        }
        var start = (int)file.Position;
        writer.Write(directory.ToArray());
        writer.Write(EndOfDirectory);
        writer.Write(0);
        writer.Write((short)entries.Count);
        writer.Write((short)entries.Count);
        writer.Write((int)directory.Length);
        writer.Write(start);
        writer.Write((short)0);
        return file.ToArray();
    }

    /// <summary>The fields that both headers of an entry have.</summary>
    private static void WriteFields(
        BinaryWriter writer, string name, DateTimeOffset modified, uint checksum, int length, int stored, bool encrypted)
    {
        writer.Write((short)20);
        writer.Write((short)(encrypted ? 1 : 0));
        writer.Write((short)0);
        writer.Write((short)((modified.Hour << 11) | (modified.Minute << 5) | (modified.Second / 2)));
        writer.Write((short)(((modified.Year - 1980) << 9) | (modified.Month << 5) | modified.Day));
        writer.Write(checksum);
        writer.Write(stored);
        writer.Write(length);
        writer.Write((short)name.Length);
        writer.Write((short)0);
    }

    /// <summary>
    /// An encryption header, its last byte the checksum's first, then the bytes, each with the next byte of the key stream.
    /// </summary>
    private static byte[] Encrypted(byte[] bytes, uint checksum, string password)
    {
        var keys = new ZipKeys(password);
        var stored = new byte[EncryptionHeader + bytes.Length];
        for (var i = 0; i < EncryptionHeader; i++)
            stored[i] = keys.Encrypt(i == EncryptionHeader - 1 ? (byte)(checksum >> 24) : (byte)(checksum >> i));
        for (var i = 0; i < bytes.Length; i++) stored[EncryptionHeader + i] = keys.Encrypt(bytes[i]);
        return stored;
    }
}
