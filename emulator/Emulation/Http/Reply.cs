using System.Buffers;
using System.IO.Pipelines;

namespace Emulation.Http;

/// <summary>Writes a body, or a part of one, whole. Pure: it may run again for a journal.</summary>
delegate void Writer(IBufferWriter<byte> to);

/// <summary>Writes a body that has no end of its own, until the token says that the client has left or the server stops.</summary>
delegate Task BodyStream(PipeWriter to, CancellationToken ended);

/// <summary>An answer: status, content type, headers, and a body that is bytes, one writer, or writers that are flushed in turn.</summary>
sealed record Reply(int Status)
{
    /// <summary>The reason phrase in HTTP/1.1; null: the standard one.</summary>
    public string? Phrase { get; init; }

    /// <summary>Null: no content type header.</summary>
    public string? ContentType { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>
    /// The Content-Length to send in answer to HEAD and with status 304, which have no body; null: the length of the body.
    /// </summary>
    public long? AnnouncedLength { get; init; }

    public Writer? Writer { get; init; }

    public IEnumerable<Writer>? Writers { get; init; }

    /// <summary>A body without an end, in place of the others; for control routes, which are neither faulted nor recorded.</summary>
    public BodyStream? Stream { get; init; }

    /// <summary>Why the request was refused, in one line for the log and the journal. Never sent, never a secret.</summary>
    public string? Reason { get; init; }

    /// <summary>One line for the log although nothing was refused, such as a code that the vendor sends by e-mail. Never sent.</summary>
    public string? Note { get; init; }

    public Reply With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    /// <summary>The whole body as it would be sent.</summary>
    public ReadOnlyMemory<byte> Render()
    {
        if (Writer is null && Writers is null) return Bytes;
        var buffer = new ArrayBufferWriter<byte>();
        Writer?.Invoke(buffer);
        foreach (var part in Writers ?? []) part(buffer);
        return buffer.WrittenMemory;
    }
}
