using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Http;

/// <summary>
/// The bytes that came with a request. Up to 1 MB they lie in one piece, above that in the pieces they arrived in,
/// so that a large upload is not copied twice.
/// </summary>
readonly record struct Body(ReadOnlySequence<byte> Bytes, bool TooLarge)
{
    private const int OnePiece = 1 << 20;

    /// <summary>Reads to the end, or until it is clear that there are more than <paramref name="limit"/> bytes.</summary>
    public static ValueTask<Body> Read(HttpContext context, long limit)
    {
        var length = context.Request.ContentLength;
        if (length == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return new(default(Body));
        if (length > limit) return new(new Body(default, TooLarge: true));
        return ReadAll(context, limit);
    }

    private static async ValueTask<Body> ReadAll(HttpContext context, long limit)
    {
        var reader = context.Request.BodyReader;
        Piece? first = null, last = null;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            if (!result.Buffer.IsEmpty)
            {
                last = new Piece(result.Buffer.ToArray(), last);
                first ??= last;
            }
            reader.AdvanceTo(result.Buffer.End);
            if (last?.End > limit) return new Body(default, TooLarge: true);
            if (result.IsCompleted) break;
        }
        if (first is null) return default;
        var whole = new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
        return new Body(first == last || whole.Length > OnePiece ? whole : new ReadOnlySequence<byte>(whole.ToArray()), false);
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
