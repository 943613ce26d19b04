using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Http;

/// <summary>Why a body was not read to its end.</summary>
enum BodyFault
{
    None,

    /// <summary>It has more bytes than the route allows.</summary>
    TooLarge,

    /// <summary>Its chunks are malformed, or it ended early.</summary>
    Malformed,

    /// <summary>Nothing arrived for <see cref="Body.Silence"/>.</summary>
    Stalled,

    /// <summary>The disk of the temporary file is full.</summary>
    NotStored,
}

/// <summary>
/// The bytes of a request's body. Up to 1 MB they are in one piece, above that in the pieces in which they arrived, so that a large
/// upload is not copied twice; above 64 MB they are in a temporary file.
/// </summary>
/// <param name="Bytes">The bytes, until the spool is disposed.</param>
/// <param name="Fault">Why they were not read to their end.</param>
/// <param name="Spool">The temporary file; null: the bytes are in memory.</param>
readonly record struct Body(ReadOnlySequence<byte> Bytes, BodyFault Fault, IDisposable? Spool = null)
{
    /// <summary>How long a client may send nothing in the middle of a body.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(25);

    private const int OnePiece = 1 << 20;
    private const long InMemory = 64L << 20;

    /// <summary>Reads to the end, or until it is clear that there are more than <paramref name="limit"/> bytes.</summary>
    /// <exception cref="OperationCanceledException">The client left.</exception>
    public static ValueTask<Body> Read(HttpContext context, long limit, TimeProvider machine)
    {
        var length = context.Request.ContentLength;
        if (length == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return new(default(Body));
        if (length > limit) return new(new Body(default, BodyFault.TooLarge));
        return ReadAll(context, limit, machine);
    }

    private static async ValueTask<Body> ReadAll(HttpContext context, long limit, TimeProvider machine)
    {
        var reader = context.Request.BodyReader;
        Piece? first = null, last = null;
        var inMemory = InMemory;
        while (true)
        {
            if (last?.End > inMemory)
            {
                if (SpooledBody.Create() is { } spool)
                    return await ReadRest(context, limit, machine, new ReadOnlySequence<byte>(first!, 0, last, last.Memory.Length), spool);
                inMemory = long.MaxValue;
            }
            var (result, fault) = await Next(context, machine);
            if (fault != BodyFault.None) return new Body(default, fault);
            if (!result.Buffer.IsEmpty)
            {
                last = new Piece(result.Buffer.ToArray(), last);
                first ??= last;
            }
            reader.AdvanceTo(result.Buffer.End);
            if (last?.End > limit) return new Body(default, BodyFault.TooLarge);
            if (result.IsCompleted) break;
        }
        if (first is null) return default;
        var whole = new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
        return new Body(first == last || whole.Length > OnePiece ? whole : new ReadOnlySequence<byte>(whole.ToArray()), BodyFault.None);
    }

    /// <summary>Reads on into a file.</summary>
    private static async ValueTask<Body> ReadRest(
        HttpContext context, long limit, TimeProvider machine, ReadOnlySequence<byte> begin, SpooledBody spool)
    {
        var body = await Spooled();
        if (body.Fault != BodyFault.None) spool.Dispose();
        return body;

        async ValueTask<Body> Spooled()
        {
            if (!spool.TryWrite(begin)) return new Body(default, BodyFault.NotStored);
            while (true)
            {
                var (result, fault) = await Next(context, machine);
                if (fault != BodyFault.None) return new Body(default, fault);
                var isWritten = spool.TryWrite(result.Buffer);
                context.Request.BodyReader.AdvanceTo(result.Buffer.End);
                if (!isWritten) return new Body(default, BodyFault.NotStored);
                if (spool.Length > limit) return new Body(default, BodyFault.TooLarge);
                if (result.IsCompleted) return new Body(spool.Bytes, BodyFault.None, spool);
            }
        }
    }

    private static async ValueTask<(System.IO.Pipelines.ReadResult Result, BodyFault Fault)> Next(HttpContext context, TimeProvider machine)
    {
        try
        {
            if (context.Request.BodyReader.TryRead(out var ready)) return (ready, BodyFault.None);
            using var silence = new CancellationTokenSource(Silence, machine);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, context.RequestAborted);
            return (await context.Request.BodyReader.ReadAsync(either.Token), BodyFault.None);
        }
        catch (OperationCanceledException)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            return (default, BodyFault.Stalled);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == (int)HttpStatusCode.RequestTimeout)
        {
            return (default, BodyFault.Stalled);
        }
        catch (Exception refused) when (refused is BadHttpRequestException or IOException or OverflowException)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            return (default, BodyFault.Malformed);
        }
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, Piece? before)
        {
            Memory = bytes;
            if (before is null) return;
            RunningIndex = before.End;
            before.Next = this;
        }

        public long End => RunningIndex + Memory.Length;
    }
}
