namespace Emulation.Http;

/// <summary>Answers that do not end as they should.</summary>
static class Endings
{
    public static async Task Wait(TimeSpan delay, TimeProvider machine, HttpContext context, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(delay, machine, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public static async Task End(HttpContext context, Ending ending, Reply reply, Func<HttpContext, Reply, RentedBuffer?, Task> send, CancellationToken stopping)
    {
        if (ending == Ending.Hang) await Wait(Timeout.InfiniteTimeSpan, TimeProvider.System, context, stopping);
        if (ending == Ending.Cut)
        {
            await send(context, reply with { Bytes = reply.Bytes[..(reply.Bytes.Length / 2)] }, null);
        }
        context.Abort();
    }
}
