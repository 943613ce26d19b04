using Emulation.Http;

namespace Emulation.Control;

/// <summary>The responses for files of the emulator's own pages: validated, compressed where the client accepts it, and confined.</summary>
static class FileReply
{
    /// <param name="call">The request.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentSecurityPolicy">What the page may load and run.</param>
    public static Reply Of(Call call, PageFile file, string contentSecurityPolicy)
    {
        var reply = new Reply(200)
            .With("ETag", file.Tag)
            .With("Cache-Control", "no-cache")
            .With("Vary", "Accept-Encoding")
            .With("Content-Security-Policy", contentSecurityPolicy)
            .With("X-Content-Type-Options", "nosniff")
            .With("Referrer-Policy", "no-referrer");
        if (HasTag(call, file.Tag)) return reply with { Status = 304 };
        reply = reply with { ContentType = file.ContentType };
        return ContentCodings.AcceptsGzip(call)
            ? reply.With("Content-Encoding", "gzip") with { Bytes = file.Compressed() }
            : reply with { Bytes = file.Plain() };
    }

    private static bool HasTag(Call call, string tag) =>
        call.Header("If-None-Match") is { } known
        && known.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || Strong(one) == Strong(tag));

    private static string Strong(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
