using System.Buffers;
using Emulation.Control;
using Emulation.Recordings.Sanitizing;
using Microsoft.AspNetCore.Http;

namespace Emulation.Recordings.Proxying;

/// <summary>
/// Forwards each request to the service and its answer to the client while it arrives, and hands over the exchange when it is complete.
/// An exchange that breaks off is counted and not handed over.
/// </summary>
sealed class Forwarder(Uri upstream, HttpMessageInvoker client, IExchangeSink sink, TimeProvider clock)
{
    private const int BufferSize = 32 * 1024;

    private readonly CaptureBudget _budget = new(256L * 1024 * 1024);
    private int _brokenOff;

    /// <summary>How many exchanges broke off.</summary>
    public int BrokenOff => _brokenOff;

    public async Task Handle(HttpContext context)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        var requestBody = new CapturedContent(_budget, Sanitizer.BodyLimit);
        var responseBody = new CapturedContent(_budget, Sanitizer.BodyLimit);
        try
        {
            using var request = ForwardedRequest.Of(context, upstream, requestBody);
            if (await Send(context, request) is not { } response) return;
            using (response)
            {
                var headers = ForwardedResponse.HeadersOf(response);
                ForwardedResponse.WriteHead(context, response, headers);
                if (!await Copy(context, response, responseBody) || IsControl(context)) return;
                await sink.Add(new CapturedExchange
                {
                    At = at,
                    Duration = clock.GetElapsedTime(started),
                    Method = context.Request.Method,
                    Target = ForwardedRequest.TargetOf(context),
                    RequestHeaders = ForwardedRequest.HeadersOf(context),
                    RequestBody = requestBody.Body,
                    Status = (int)response.StatusCode,
                    ResponseHeaders = headers,
                    ResponseBody = responseBody.Body,
                });
            }
        }
        finally
        {
            requestBody.Release();
            responseBody.Release();
        }
    }

    // Another emulator's control plane is no part of a service.
    private static bool IsControl(HttpContext context) =>
        Http.Target.Parse(ForwardedRequest.TargetOf(context)).Segments is [ControlApi.Prefix or ControlApi.AdminPrefix, ..];

    private async Task<HttpResponseMessage?> Send(HttpContext context, HttpRequestMessage request)
    {
        try
        {
            return await client.SendAsync(request, context.RequestAborted);
        }
        catch (HttpRequestException fault)
        {
            Interlocked.Increment(ref _brokenOff);
            await UpstreamFailure.Answer(context, fault, upstream);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            Interlocked.Increment(ref _brokenOff);
        }
        return null;
    }

    /// <summary>Whether the answer is complete at the client. Each part is sent on as soon as it is here.</summary>
    private async Task<bool> Copy(HttpContext context, HttpResponseMessage response, CapturedContent copy)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var source = await response.Content.ReadAsStreamAsync(context.RequestAborted);
            while (await source.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
            {
                copy.Append(buffer.AsSpan(0, count));
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
            await context.Response.CompleteAsync();
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // The client learns that the answer is incomplete by a connection that ends early, as from the service itself.
            Interlocked.Increment(ref _brokenOff);
            context.Abort();
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Takes complete exchanges.</summary>
interface IExchangeSink
{
    ValueTask Add(CapturedExchange exchange);
}
