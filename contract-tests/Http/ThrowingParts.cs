using Emulation.Http;

namespace Emulation.Tests.Http;

/// <summary>World parts with a bug.</summary>
sealed class ThrowingParts : IFaults, IStubs, IJournal
{
    PartState IWorldPart.State => new None();

    bool IJournal.IsOpen => true;

    Override? IFaults.Find(Call call) => throw new InvalidOperationException("A bug in a fault.");

    Override? IStubs.Find(Call call) => throw new InvalidOperationException("A bug in a stub.");

    void IWorldPart.Restore(PartState? state)
    {
    }

    void IJournal.Record(in Entry entry) => throw new InvalidOperationException("A bug in a journal.");

    void IJournal.Clear()
    {
    }

    private sealed record None : PartState;
}
