using Emulation.Http;

namespace Emulation.Persistence;

/// <summary>A change of a world that waits to be kept.</summary>
/// <param name="World">The world; its parts write their states.</param>
/// <param name="Old">What was kept before.</param>
/// <param name="Now">What is to be kept; null: the world was removed.</param>
sealed record PendingChange(World World, Capture Old, Capture? Now);

/// <summary>Changes that are kept together, in one transaction.</summary>
sealed class PendingBatch
{
    private readonly TaskCompletionSource<bool> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<PendingChange> Changes { get; } = [];

    /// <summary>Completes when the batch is kept, or when a first try failed.</summary>
    public Task<bool> Kept => _kept.Task;

    public void Complete(bool kept) => _kept.TrySetResult(kept);
}
