using Emulation.Recordings.Format;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Proxying;

/// <summary>
/// Sanitises exchanges and writes them to a file, one after the other, because the stand-ins of one are used in those that follow. An
/// exchange is with the operating system when <see cref="Add"/> has completed: it stays when the process is killed.
/// </summary>
sealed class Recorder(Sanitizer sanitizer, RecordingWriter writer) : IExchangeSink, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Exchanges in the file.</summary>
    public long Count => writer.Count;

    /// <summary>Ends with the reason when the file cannot be written any more.</summary>
    public Task<string> Failed => _failed.Task;

    /// <summary>After a failure nothing more is recorded.</summary>
    public async ValueTask Add(CapturedExchange exchange)
    {
        await _turn.WaitAsync();
        try
        {
            if (!Failed.IsCompleted) writer.Write(sanitizer.Replace(exchange));
        }
        catch (IOException fault)
        {
            _failed.TrySetResult(fault.Message.ReplaceLineEndings(" ").TrimEnd('.'));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the file when the last exchange is in it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        writer.Dispose();
        _turn.Release();
    }
}
