using System.IO.Compression;

namespace Emulation.Recordings.Sanitizing;

/// <summary>Decompresses content.</summary>
static class Decompression
{
    /// <summary>The content; null when the encoding is unknown, the content damaged, or longer than the limit.</summary>
    public static byte[]? Of(ReadOnlyMemory<byte> content, string? encoding, int limit)
    {
        if (encoding is null or "" or "identity" || content.IsEmpty) return content.ToArray();
        using var source = new MemoryStream(content.ToArray());
        using var stream = Open(source, encoding.Trim());
        return stream is null ? null : ReadAll(stream, limit);
    }

    private static Stream? Open(Stream source, string encoding) => encoding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
        "deflate" => new ZLibStream(source, CompressionMode.Decompress),
        "br" => new BrotliStream(source, CompressionMode.Decompress),
        _ => null,
    };

    private static byte[]? ReadAll(Stream stream, int limit)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (stream.Read(buffer) is > 0 and var count)
            {
                content.Write(buffer, 0, count);
                if (content.Length > limit) return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return content.ToArray();
    }
}
