using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Emulation.Http;

namespace Emulation.WireMocks;

/// <summary>The body that matchers see: decompressed, up to a limit that WireMock.Net's own decompression does not have.</summary>
static class RequestBody
{
    private const int Most = 100 * 1024 * 1024;

    /// <summary>The body as sent when it is not compressed, is not what its encoding says, or is larger than the limit.</summary>
    public static MemoryStream Of(Call call) => call.Header("Content-Encoding") switch
    {
        "gzip" or "x-gzip" => Decompressed(call.Body, stream => new GZipStream(stream, CompressionMode.Decompress)),
        "deflate" => Decompressed(call.Body, stream => new DeflateStream(stream, CompressionMode.Decompress)),
        _ => AsSent(call.Body),
    };

    private static MemoryStream AsSent(ReadOnlySequence<byte> body) =>
        body.IsSingleSegment && MemoryMarshal.TryGetArray(body.First, out var bytes)
            ? new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);

    private static MemoryStream Decompressed(ReadOnlySequence<byte> body, Func<Stream, Stream> reader)
    {
        var whole = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var stream = reader(AsSent(body));
            while (stream.Read(buffer) is > 0 and var count && whole.Length <= Most) whole.Write(buffer, 0, count);
            whole.Position = 0;
            return whole.Length <= Most ? whole : AsSent(body);
        }
        catch (InvalidDataException)
        {
            return AsSent(body);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
