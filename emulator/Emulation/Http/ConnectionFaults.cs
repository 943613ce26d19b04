using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Emulation.Http;

/// <summary>
/// Answers that do not end as they should. They need a connection of HTTP/1.1 that is this request's alone; where there is none
/// (HTTP/2, no port at all) the request is aborted instead.
/// </summary>
static class ConnectionFaults
{
    // What WireMock sends in its place; nothing in it is a line of HTTP or the length of a chunk.
    private static readonly byte[] s_garbage = "lskdu018973t09sylgasjkfg1][]'./.sdlv"u8.ToArray();

    private static readonly byte[] s_brokenChunk = [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. s_garbage];

    /// <summary>Waits for a time, or until the client has left or one of the tokens is cancelled.</summary>
    public static async Task Wait(
        TimeSpan delay, TimeProvider machine, HttpContext context, CancellationToken release, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, release, stopping);
        await Task.Delay(delay, machine, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public static Task Apply(
        HttpContext context, ConnectionFault fault, Reply reply, CancellationToken release, CancellationToken stopping) => fault switch
    {
        ConnectionFault.TruncatedBody => Truncate(context, reply),
        ConnectionFault.MalformedChunk => Close(context, s_brokenChunk),
        ConnectionFault.Garbage => Close(context, s_garbage),
        ConnectionFault.EmptyResponse => Close(context, default),
        ConnectionFault.Reset => Reset(context),
        ConnectionFault.Hang => Hang(context, release, stopping),
        _ => throw new InvalidOperationException($"{fault} is not a fault."),
    };

    private static async Task Truncate(HttpContext context, Reply reply)
    {
        Responses.WriteHead(context, reply, reply.Bytes.Length);
        // Without a body there is nothing to truncate.
        if (reply.Bytes.IsEmpty || HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.BodyWriter.WriteAsync(reply.Bytes[..(reply.Bytes.Length / 2)], context.RequestAborted);
        await Close(context, default);
    }

    /// <summary>Sends the written bytes and closes the connection in order, so that a client reads them before its end.</summary>
    private static async Task Close(HttpContext context, ReadOnlyMemory<byte> last)
    {
        if (Output(context) is { } output)
        {
            if (!last.IsEmpty) await output.WriteAsync(last, context.RequestAborted);
            await output.CompleteAsync();
            // Under TLS the socket is closed by the server alone, once it finds that there is nothing left to write to.
            if (context.Request.IsHttps) return;
            var closed = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            await closed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        context.Abort();
    }

    private static Task Reset(HttpContext context)
    {
        // Closed without lingering, a connection is reset; by default a platform may close it in order.
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task Hang(HttpContext context, CancellationToken release, CancellationToken stopping)
    {
        await Wait(Timeout.InfiniteTimeSpan, TimeProvider.System, context, release, stopping);
        await Reset(context);
    }

    private static PipeWriter? Output(HttpContext context) =>
        HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol)
            ? context.Features.Get<IConnectionTransportFeature>()?.Transport.Output
            : null;
}
