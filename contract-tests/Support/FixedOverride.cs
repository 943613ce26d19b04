using Emulation.Http;

namespace Emulation.Tests.Support;

/// <summary>A world part that does the same to every request.</summary>
sealed class FixedOverride(Override applied) : IFaults, IStubs
{
    public PartState State { get; } = new None();

    Override? IFaults.Find(Call call) => applied;

    Override? IStubs.Find(Call call) => applied;

    public void Restore(PartState? state)
    {
    }

    private sealed record None : PartState;
}
