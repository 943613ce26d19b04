namespace Emulation.Http;

/// <summary>Rules that make requests go wrong on purpose.</summary>
public interface IFaults
{
    /// <summary>What happens to this request; null: nothing. Asked once a request, in order.</summary>
    Fault? Find(Call call);
}

/// <summary>One way to go wrong. The parts apply in this order.</summary>
public sealed record Fault(string Name)
{
    public TimeSpan Delay { get; init; }

    /// <summary>The connection is cut without an answer.</summary>
    public bool Abort { get; init; }

    /// <summary>Answered instead of the handler's reply.</summary>
    public Reply? Instead { get; init; }

    /// <summary>What becomes of the reply on its way out.</summary>
    public Func<Reply, Reply>? Distort { get; init; }
}

/// <summary>Answers that a tester put over the API's own.</summary>
public interface IOverrides
{
    /// <summary>The answer for this request; null: the API answers.</summary>
    Reply? Find(Call call);
}

/// <summary>The account of what was asked and answered.</summary>
public interface IJournal
{
    void Record(Entry entry);
}

/// <summary>One request and its answer.</summary>
public sealed record Entry(Call Call, Reply Reply, string? Fault, long VersionBefore, long VersionAfter, Exception? Exception);

/// <summary>No faults, no overrides, no journal.</summary>
public sealed class Nothing : IFaults, IOverrides, IJournal
{
    private Nothing()
    {
    }

    public static Nothing Instance { get; } = new();

    Fault? IFaults.Find(Call call) => null;

    Reply? IOverrides.Find(Call call) => null;

    void IJournal.Record(Entry entry)
    {
    }
}
