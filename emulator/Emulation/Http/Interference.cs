namespace Emulation.Http;

/// <summary>What a tester can put into a world besides data. It is kept by snapshots and put back by restores, each in O(1).</summary>
interface IWorldPart
{
    /// <summary>All of it at this moment, as a value that never changes.</summary>
    object State { get; }

    /// <summary>Puts a kept state back; null: as it was when the world began.</summary>
    void Restore(object? state);
}

/// <summary>Rules that make requests go wrong on purpose.</summary>
interface IFaults : IWorldPart
{
    /// <summary>What happens to this request; null: nothing. Asked once a request, in order.</summary>
    Interference? Find(Call call);
}

/// <summary>Answers that a tester put over the API's own.</summary>
interface IStubs : IWorldPart
{
    /// <summary>The stub for this request; null: the API answers. Asked once a request, in order.</summary>
    Interference? Find(Call call);
}

/// <summary>How many requests a caller may make.</summary>
interface IRateLimits : IWorldPart
{
    /// <summary>Counts this request of a known caller; the API's answer when it is one too many.</summary>
    Reply? Refuse(Call call);
}

/// <summary>How an answer ends; the later here, the less a client gets.</summary>
enum Ending
{
    /// <summary>As it should.</summary>
    Whole,

    /// <summary>After half of the body, although its whole length was announced; then the connection is closed. An answer without a body is whole.</summary>
    Cut,

    /// <summary>With status 200 and, where the first chunk of the body should begin, garbage; then the connection is closed.</summary>
    BrokenChunk,

    /// <summary>With garbage instead of an answer; then the connection is closed.</summary>
    Garbage,

    /// <summary>Without a byte: the connection is closed.</summary>
    Close,

    /// <summary>Without a byte: the connection is reset.</summary>
    Reset,

    /// <summary>Never: nothing comes until the client gives up, the tester lets it go or the server stops; then the connection is reset.</summary>
    Hang,
}

/// <summary>What a stub or a fault does to one request. The parts apply in this order.</summary>
/// <param name="Name">Which stub or rule it is, for the journal.</param>
sealed record Interference(string Name)
{
    public TimeSpan Delay { get; init; }

    /// <summary>Answered instead of the API's own answer; nobody is asked for credentials and nothing is handled.</summary>
    public Reply? Instead { get; init; }

    /// <summary>What becomes of the answer on its way out. The whole body is in <see cref="Reply.Bytes"/>.</summary>
    public Func<Reply, Reply>? Distort { get; init; }

    public Ending Ending { get; init; }

    /// <summary>The API does not handle the request before the connection is reset or hangs. Otherwise a write happens and the client never learns of it.</summary>
    public bool Unhandled { get; init; }

    /// <summary>Lets go of a request that is delayed or hangs, because what held it is no more.</summary>
    public CancellationToken LetGo { get; init; }

    /// <summary>A fault upon a stub: both delays, the fault's answer before the stub's, both distortions, the worse ending.</summary>
    public static Interference? Upon(Interference? stub, Interference? fault)
    {
        if (stub is null || fault is null) return fault ?? stub;
        return fault with
        {
            Delay = stub.Delay + fault.Delay,
            Instead = fault.Instead ?? stub.Instead,
            Distort = (stub.Distort, fault.Distort) is ({ } first, { } second) ? reply => second(first(reply)) : fault.Distort ?? stub.Distort,
            Ending = stub.Ending > fault.Ending ? stub.Ending : fault.Ending,
            Unhandled = stub.Unhandled || fault.Unhandled,
        };
    }
}

/// <summary>The account of what was asked and answered.</summary>
interface IJournal
{
    /// <summary>False: nothing is recorded, and entries need not be made.</summary>
    bool IsOpen { get; }

    void Record(in Entry entry);

    /// <summary>Forgets what was recorded.</summary>
    void Clear();
}

/// <summary>One request and its answer.</summary>
/// <param name="Call">The request; its headers belong to the server and last only until the request is over.</param>
/// <param name="Reply">The answer; its writer is pure and may run again.</param>
/// <param name="Stub">Which stub answered.</param>
/// <param name="Fault">Which faults struck.</param>
/// <param name="VersionBefore">The graph's version that the request met.</param>
/// <param name="VersionAfter">The version that it left.</param>
/// <param name="Exception">The bug in a handler, if there was one.</param>
readonly record struct Entry(Call Call, Reply Reply, string? Stub, string? Fault, long VersionBefore, long VersionAfter, Exception? Exception)
{
    /// <summary>Who called, once it was known.</summary>
    public Caller Caller { get; init; } = Caller.Anyone;

    /// <summary>The answer's body as it is sent, unless it is a stream; it lasts only until the request is over.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long the request was held back on purpose.</summary>
    public TimeSpan Delay { get; init; }

    public Ending Ending { get; init; }
}

/// <summary>No faults, no stubs, no limits, no journal.</summary>
sealed class Nothing : IFaults, IStubs, IRateLimits, IJournal
{
    private Nothing()
    {
    }

    public static Nothing Instance { get; } = new();

    bool IJournal.IsOpen => false;

    object IWorldPart.State => this;

    void IWorldPart.Restore(object? state)
    {
    }

    Interference? IFaults.Find(Call call) => null;

    Interference? IStubs.Find(Call call) => null;

    Reply? IRateLimits.Refuse(Call call) => null;

    void IJournal.Record(in Entry entry)
    {
    }

    void IJournal.Clear()
    {
    }
}
