namespace Emulation.Http;

/// <summary>The state of one part of a world at one moment: an immutable value. Each part derives its own record.</summary>
abstract record PartState;

/// <summary>What a tester can set in a world besides its data. Snapshots keep its state and restores put it back, each in O(1).</summary>
interface IWorldPart
{
    PartState State { get; }

    /// <summary>Puts back a state of a part of the same type; null: the state in which a world begins.</summary>
    void Restore(PartState? state);
}

/// <summary>Rules that make requests fail on purpose.</summary>
interface IFaults : IWorldPart
{
    /// <summary>What happens to this request; null: nothing. Called once a request, in order.</summary>
    Override? Find(Call call);
}

/// <summary>Answers that a tester put in place of the API's own.</summary>
interface IStubs : IWorldPart
{
    /// <summary>The stub for this request; null: the API answers. Called once a request, in order.</summary>
    Override? Find(Call call);
}

/// <summary>How many requests a caller may make.</summary>
interface IRateLimits : IWorldPart
{
    /// <summary>Counts this request of a known caller; returns the API's answer when it is one too many.</summary>
    Reply? Refuse(Call call);
}

/// <summary>Parts of a world without faults, stubs or limits.</summary>
sealed class NoWorldParts : IFaults, IStubs, IRateLimits, IJournal
{
    private NoWorldParts()
    {
    }

    public static NoWorldParts Instance { get; } = new();

    bool IJournal.IsOpen => false;

    PartState IWorldPart.State => Nothing.Instance;

    void IWorldPart.Restore(PartState? state)
    {
    }

    Override? IFaults.Find(Call call) => null;

    Override? IStubs.Find(Call call) => null;

    Reply? IRateLimits.Refuse(Call call) => null;

    void IJournal.Record(in Entry entry)
    {
    }

    void IJournal.Clear()
    {
    }

    private sealed record Nothing : PartState
    {
        public static Nothing Instance { get; } = new();
    }
}
