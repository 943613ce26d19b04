using System.Threading.Channels;
using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Proxying;

/// <summary>
/// Sanitises exchanges and writes them to a file, one after the other and away from the requests. A full queue makes requests wait, so
/// that memory stays bounded.
/// </summary>
sealed class Recorder : IExchangeSink, IAsyncDisposable
{
    private const int QueueLength = 256;

    private readonly Channel<CapturedExchange> _queue = Channel.CreateBounded<CapturedExchange>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly Sanitizer _sanitizer;
    private readonly RecordingWriter _writer;
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _writing;

    public Recorder(Sanitizer sanitizer, RecordingWriter writer)
    {
        (_sanitizer, _writer) = (sanitizer, writer);
        _writing = Task.Run(Write);
    }

    /// <summary>Exchanges in the file.</summary>
    public long Count => _writer.Count;

    /// <summary>Ends with the reason when the file cannot be written any more.</summary>
    public Task<string> Failed => _failed.Task;

    /// <summary>After a failure nothing more is recorded.</summary>
    public async ValueTask Add(CapturedExchange exchange)
    {
        exchange = exchange.Detached();
        while (await _queue.Writer.WaitToWriteAsync())
            if (_queue.Writer.TryWrite(exchange)) return;
    }

    /// <summary>Waits until everything is written, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _writer.Dispose();
    }

    private async Task Write()
    {
        await foreach (var exchange in _queue.Reader.ReadAllAsync())
        {
            try
            {
                _writer.Write(_sanitizer.Replace(exchange));
            }
            catch (IOException fault)
            {
                _failed.TrySetResult(fault.Message.ReplaceLineEndings(" ").TrimEnd('.'));
                _queue.Writer.TryComplete();
                return;
            }
        }
    }
}
