using Emulation.Recordings.Format;

namespace Emulation.Recordings.Sanitizing;

/// <summary>One exchange as it passed, before it is sanitised. It never leaves the memory of the process.</summary>
sealed record CapturedExchange
{
    public required DateTimeOffset At { get; init; }

    public required TimeSpan Duration { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string Target { get; init; }

    public required IReadOnlyList<RecordedHeader> RequestHeaders { get; init; }

    public required CapturedBody RequestBody { get; init; }

    public required int Status { get; init; }

    public required IReadOnlyList<RecordedHeader> ResponseHeaders { get; init; }

    public required CapturedBody ResponseBody { get; init; }

    /// <summary>The exchange with contents of its own; those it had are given up when its request has ended.</summary>
    public CapturedExchange Detached() => this with { RequestBody = RequestBody.Copy(), ResponseBody = ResponseBody.Copy() };
}

/// <summary>The content of a message.</summary>
/// <param name="Bytes">As it was sent; empty when it was too large to keep.</param>
/// <param name="Length">The number of bytes.</param>
readonly record struct CapturedBody(ReadOnlyMemory<byte> Bytes, long Length)
{
    public static CapturedBody None { get; }

    public bool IsWhole => Bytes.Length == Length;

    public CapturedBody Copy() => this with { Bytes = Bytes.ToArray() };
}
