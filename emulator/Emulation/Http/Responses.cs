using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Http;

/// <summary>Sends a reply through the server.</summary>
static class Responses
{
    public static async Task Send(HttpContext context, Reply reply, RentedBuffer buffer, CancellationToken stopping)
    {
        if (reply.Stream is { } stream)
        {
            await SendStream(context, reply, stream, stopping);
            return;
        }
        var fromBuffer = reply.Writer is not null;
        var isHead = HttpMethods.IsHead(context.Request.Method);
        WriteHead(context, reply, reply.Writers is not null ? null : fromBuffer ? buffer.Length : reply.Bytes.Length);
        if ((isHead || reply.Status == 304) && reply.AnnouncedLength is { } announced) context.Response.ContentLength = announced;
        if (isHead) return;
        if (reply.Writers is { } writers) await Stream(context, writers);
        else if (!fromBuffer && !reply.Bytes.IsEmpty) await context.Response.BodyWriter.WriteAsync(reply.Bytes, context.RequestAborted);
        else if (fromBuffer) await Copy(context, buffer);
    }

    private static async Task SendStream(HttpContext context, Reply reply, BodyStream stream, CancellationToken stopping)
    {
        WriteHead(context, reply, null);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var writing = stream(context.Response.BodyWriter, ended.Token);
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // That the client has left is how a stream ends.
        if (writing.IsFaulted && !ended.IsCancellationRequested) await writing;
    }

    /// <summary>Writes status and headers; without a length the body is sent in chunks.</summary>
    public static void WriteHead(HttpContext context, Reply reply, long? length)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        if (reply.Phrase is not null) context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = reply.Phrase;
        if (reply.ContentType is not null) response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            // Append drops an empty value; a header without a value is still a header.
            if (value.Length == 0) response.Headers[name] = value;
            else response.Headers.Append(name, value);
        }
        if (reply.Status is not (204 or 304)) response.ContentLength = length;
    }

    // Chunk by chunk, so that the server holds no more of a large page than its own limit.
    private static async Task Copy(HttpContext context, RentedBuffer buffer)
    {
        foreach (var chunk in buffer.Chunks()) await context.Response.BodyWriter.WriteAsync(chunk, context.RequestAborted);
    }

    private static async Task Stream(HttpContext context, IEnumerable<Writer> writers)
    {
        foreach (var part in writers)
        {
            part(context.Response.BodyWriter);
            var flushed = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            if (flushed.IsCompleted) return;
        }
    }
}
