using System.Buffers;
using System.IO.Pipelines;

namespace Emulation.InProcess;

/// <summary>The body of a response for the client, which can read it while it is still being written.</summary>
sealed class ResponseStream(PipeReader reader, Exchange exchange) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var part = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var count = (int)Math.Min(buffer.Length, part.Buffer.Length);
        part.Buffer.Slice(0, count).CopyTo(buffer.Span);
        reader.AdvanceTo(part.Buffer.GetPosition(count));
        if (part.Buffer.IsEmpty && await exchange.FindFault().ConfigureAwait(false) is { } fault) throw fault;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Complete();
            exchange.Cancel();
        }
        base.Dispose(disposing);
    }
}
