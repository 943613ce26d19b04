using System.Buffers;

namespace Emulation.Http;

/// <summary>
/// Where a reply's writer puts its bytes before they are sent: a bug in it can still be answered, and the length is known.
/// One is kept for each thread, since a writer runs to its end without waiting.
/// </summary>
sealed class RentedBuffer : IDisposable
{
    private const int KeptAtMost = 1 << 20;

    // A cache of scratch memory, not state: nothing is read from it that was not written in the same request.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_spare;

    private ArrayBufferWriter<byte>? _buffer;

    public ArrayBufferWriter<byte> Buffer => _buffer ??= Take();

    public void Dispose()
    {
        if (_buffer is null || _buffer.Capacity > KeptAtMost) return;
        _buffer.ResetWrittenCount();
        t_spare = _buffer;
        _buffer = null;
    }

    private static ArrayBufferWriter<byte> Take()
    {
        var spare = t_spare ?? new ArrayBufferWriter<byte>(16 * 1024);
        t_spare = null;
        return spare;
    }
}
