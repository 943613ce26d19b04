namespace Emulation.Http;

/// <summary>What a stub or a fault does to one request. The parts apply in this order.</summary>
/// <param name="Name">The stub or rule, for the journal; null: there is only a note.</param>
sealed record Override(string? Name)
{
    /// <summary>One line for the log and the journal about how the request was matched.</summary>
    public string? Note { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>Answered instead of the API's own answer; credentials are not checked and nothing is handled.</summary>
    public Reply? Instead { get; init; }

    /// <summary>Changes the answer before it is sent. The whole body is in <see cref="Reply.Bytes"/>.</summary>
    public Func<Reply, Reply>? Distort { get; init; }

    public ConnectionFault ConnectionFault { get; init; }

    /// <summary>
    /// The API does not handle the request before the connection is reset or hangs. Otherwise its change is made, and the client gets no
    /// answer.
    /// </summary>
    public bool Unhandled { get; init; }

    /// <summary>Ends a delay or a hang early, because the rule that caused it was removed.</summary>
    public CancellationToken Release { get; init; }

    /// <summary>
    /// Stub and fault together: both delays, the fault's answer before the stub's, both distortions, the stronger connection fault.
    /// </summary>
    public static Override? Combine(Override? stub, Override? fault)
    {
        if (stub is null || fault is null) return fault ?? stub;
        return fault with
        {
            Note = fault.Note ?? stub.Note,
            Delay = stub.Delay + fault.Delay,
            Instead = fault.Instead ?? stub.Instead,
            Distort = (stub.Distort, fault.Distort) is ({ } first, { } second)
                ? reply => second(first(reply))
                : fault.Distort ?? stub.Distort,
            ConnectionFault = stub.ConnectionFault > fault.ConnectionFault ? stub.ConnectionFault : fault.ConnectionFault,
            Unhandled = stub.Unhandled || fault.Unhandled,
        };
    }
}

/// <summary>How sending an answer fails; the later here, the less a client receives.</summary>
enum ConnectionFault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>
    /// After half of the body, although its whole length was announced, the connection is closed. An answer without a body is sent whole.
    /// </summary>
    TruncatedBody,

    /// <summary>Status 200, then garbage where the first chunk of the body should begin; then the connection is closed.</summary>
    MalformedChunk,

    /// <summary>Garbage instead of an answer; then the connection is closed.</summary>
    Garbage,

    /// <summary>The connection is closed without a byte.</summary>
    EmptyResponse,

    /// <summary>The connection is reset without a byte.</summary>
    Reset,

    /// <summary>Nothing is sent until the client gives up, the rule is removed or the server stops; then the connection is reset.</summary>
    Hang,
}
