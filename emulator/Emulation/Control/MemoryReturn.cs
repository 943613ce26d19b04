using Emulation.Http;

namespace Emulation.Control;

/// <summary>
/// Returns memory to the system after a large document was read: reading leaves more garbage than the graph is large, which would stay
/// until the next full collection, because nothing else needs memory then.
/// </summary>
/// <param name="collect">Returns it; null: that is left to the process.</param>
/// <param name="machine">The machine's time.</param>
sealed class MemoryReturn(Action? collect, TimeProvider machine)
{
    private const long Large = 32L << 20;

    // The request has released its body by then, and several imports in a row are followed by one collection.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(1);

    private bool _isWaiting;

    /// <summary>The reply. Memory is returned a little later when the request's body was large.</summary>
    public Reply After(Call call, Reply reply)
    {
        if (collect is not null && call.Body.Length >= Large) _ = Later(collect);
        return reply;
    }

    private async Task Later(Action collectNow)
    {
        if (Interlocked.Exchange(ref _isWaiting, true)) return;
        await Task.Delay(s_delay, machine);
        Volatile.Write(ref _isWaiting, false);
        collectNow();
    }
}
