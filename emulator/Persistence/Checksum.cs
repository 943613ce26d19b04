using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Emulation.Persistence;

/// <summary>The checksum that is kept with each value.</summary>
static class Checksum
{
    public static long Of(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
