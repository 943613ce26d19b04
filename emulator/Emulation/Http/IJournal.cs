namespace Emulation.Http;

/// <summary>The record of requests and answers.</summary>
interface IJournal
{
    /// <summary>False: nothing is recorded, and entries need not be made.</summary>
    bool IsOpen { get; }

    void Record(in Entry entry);

    /// <summary>Removes what was recorded.</summary>
    void Clear();
}

/// <summary>One request and its answer.</summary>
/// <param name="World">The world's name.</param>
/// <param name="Call">The request; its headers belong to the server and are valid only until the request ends.</param>
/// <param name="Reply">The answer; its writer is pure and may run again.</param>
readonly record struct Entry(string World, Call Call, Reply Reply)
{
    /// <summary>The stub that answered.</summary>
    public string? Stub { get; init; }

    /// <summary>The faults that applied.</summary>
    public string? Fault { get; init; }

    /// <summary>The graph's version when the request was handled.</summary>
    public long VersionBefore { get; init; }

    /// <summary>The graph's version after the request.</summary>
    public long VersionAfter { get; init; }

    /// <summary>The exception of a handler, if there was one.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The caller, once authenticated.</summary>
    public Caller Caller { get; init; } = Caller.Anyone;

    /// <summary>The most bytes of a body that a journal keeps.</summary>
    public const int MostOfABody = 64 * 1024;

    /// <summary>
    /// The answer's body as it is sent, at least its first <see cref="MostOfABody"/> bytes, unless it is a stream; valid only until the
    /// request ends.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The length of the answer's whole body, unless it is a stream.</summary>
    public long BodyLength { get; init; }

    /// <summary>A note of stubs or faults about how the request was matched.</summary>
    public string? Note { get; init; }

    /// <summary>How long the request was delayed on purpose.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>From reading the request to having its answer.</summary>
    public TimeSpan Duration { get; init; }

    public ConnectionFault ConnectionFault { get; init; }
}
