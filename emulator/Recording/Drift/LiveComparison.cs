using System.Threading.Channels;
using Emulation.Recordings.Proxying;
using Emulation.Recordings.Sanitizing;

namespace Emulation.Recordings.Drifts;

/// <summary>Compares exchanges as they pass, one after the other and away from the requests.</summary>
sealed class LiveComparison : IExchangeSink, IAsyncDisposable
{
    private const int QueueLength = 256;

    private readonly Channel<CapturedExchange> _queue = Channel.CreateBounded<CapturedExchange>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly List<ComparedExchange> _compared = [];
    private readonly Task _comparing;

    public LiveComparison(Sanitizer sanitizer, DriftRun run) => _comparing = Task.Run(() => Compare(sanitizer, run));

    public ValueTask Add(CapturedExchange exchange) => _queue.Writer.WriteAsync(exchange.Detached());

    /// <summary>Waits for the last exchange.</summary>
    public async Task<IReadOnlyList<ComparedExchange>> Finish()
    {
        _queue.Writer.TryComplete();
        await _comparing;
        return _compared;
    }

    public async ValueTask DisposeAsync() => await Finish();

    private async Task Compare(Sanitizer sanitizer, DriftRun run)
    {
        var number = 0;
        await foreach (var exchange in _queue.Reader.ReadAllAsync())
            _compared.Add(await run.Compare(sanitizer.Replace(exchange) with { Number = ++number }));
    }
}
