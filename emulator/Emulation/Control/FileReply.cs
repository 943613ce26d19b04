using Emulation.Http;

namespace Emulation.Control;

/// <summary>The responses for files of the emulator's own pages: validated, compressed where the client accepts it, and confined.</summary>
static class FileReply
{
    /// <param name="call">The request.</param>
    /// <param name="tag">The entity tag. Weak, because the compressed and the plain bytes share it.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="contentSecurityPolicy">What the page may load and run.</param>
    /// <param name="plain">The bytes.</param>
    /// <param name="compressed">The bytes compressed with gzip; null: only <paramref name="plain"/> is sent.</param>
    public static Reply Of(
        Call call, string tag, string contentType, string contentSecurityPolicy, Func<byte[]> plain, Func<byte[]>? compressed)
    {
        var reply = new Reply(200)
            .With("ETag", tag)
            .With("Cache-Control", "no-cache")
            .With("Vary", "Accept-Encoding")
            .With("Content-Security-Policy", contentSecurityPolicy)
            .With("X-Content-Type-Options", "nosniff")
            .With("Referrer-Policy", "no-referrer");
        if (HasTag(call, tag)) return reply with { Status = 304 };
        reply = reply with { ContentType = contentType };
        return compressed is not null && TakesGzip(call)
            ? reply.With("Content-Encoding", "gzip") with { Bytes = compressed() }
            : reply with { Bytes = plain() };
    }

    private static bool HasTag(Call call, string tag) =>
        call.Header("If-None-Match") is { } known
        && known.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || Strong(one) == Strong(tag));

    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static bool TakesGzip(Call call) => call.Header("Accept-Encoding") is { } accepted
        && accepted.Split(',', StringSplitOptions.TrimEntries).Any(coding => coding is "gzip" or "*");
}
