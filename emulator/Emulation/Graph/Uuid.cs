namespace Emulation.Graphs;

/// <summary>UUIDs that follow from data, so that the same requests get the same ids.</summary>
static class Uuid
{
    /// <summary>
    /// The first 16 bytes of a hash in the shape of a version 4 UUID. Sets the version and variant bits in <paramref name="hash"/>.
    /// </summary>
    public static Guid FromHash(Span<byte> hash)
    {
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
