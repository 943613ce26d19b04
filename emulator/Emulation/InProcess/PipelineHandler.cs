using Microsoft.AspNetCore.Http;

namespace Emulation.InProcess;

/// <summary>
/// Sends requests straight into the pipeline, in this process and without a port. Targets arrive exactly as written, bodies stream,
/// and a reset connection is an <see cref="HttpRequestException"/>. Any scheme and host may be used.
/// </summary>
sealed class PipelineHandler(RequestDelegate handle, CancellationToken stopped) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), CancellationToken.None).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (stopped.IsCancellationRequested) throw new HttpRequestException(HttpRequestError.ConnectionError, "The emulator was disposed.");
        var exchange = new Exchange(request, stopped);
        await using var registration = cancellationToken.UnsafeRegister(state => ((Exchange)state!).Cancel(), exchange);
        exchange.Start(handle);
        return await exchange.ReceiveResponse(cancellationToken).ConfigureAwait(false);
    }
}
