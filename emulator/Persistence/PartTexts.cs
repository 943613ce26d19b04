using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Emulation.Http;

namespace Emulation.Persistence;

/// <summary>
/// The texts of large states of parts, exactly as the log of a world has them, so that the next state is kept as what differs from one.
/// A state that this process has neither written to that log nor read from it has none, and the state after it is kept whole.
/// </summary>
sealed class PartTexts
{
    private const int Large = 1024;

    // Worlds share objects, and what their logs have of one may differ. An object lives as long as it may be what a log has last.
    private readonly ConcurrentDictionary<string, ConditionalWeakTable<PartState, byte[]>> _worlds = new(StringComparer.Ordinal);

    public byte[]? Find(string world, PartState? state) =>
        state is not null && _worlds.TryGetValue(world, out var texts) && texts.TryGetValue(state, out var text) ? text : null;

    public void Add(string world, PartState state, byte[] text)
    {
        if (text.Length >= Large) _worlds.GetOrAdd(world, static _ => []).AddOrUpdate(state, text);
    }

    /// <summary>Another object is in the place of a state, and the log has nothing new.</summary>
    public void Move(string world, PartState? from, PartState to)
    {
        if (!ReferenceEquals(from, to) && Find(world, from) is { } text) Add(world, to, text);
    }

    /// <summary>The world was deleted.</summary>
    public void Forget(string world) => _worlds.TryRemove(world, out _);
}
