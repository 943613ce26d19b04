namespace Emulation.Http;

/// <summary>
/// A stub engine of its own over a world, which is asked for an answer before the emulated APIs. Stubs of <see cref="IStubs"/> come first.
/// </summary>
interface IOverlay : IWorldPart, IDisposable
{
    /// <summary>The engine's answer to this request; null: the API answers. Called once a request, in any order.</summary>
    ValueTask<Override?> Find(Call call);

    /// <summary>Answers a request to the engine's own admin API.</summary>
    /// <param name="call">The request.</param>
    /// <param name="path">The path that the engine sees, as sent: <c>/__admin/mappings</c>.</param>
    ValueTask<Reply> Administer(Call call, string path);
}

/// <summary>How the overlay of a world is made.</summary>
/// <param name="Make">Makes it. The engine is loaded when this runs.</param>
/// <param name="IsAlwaysUsed">Every world has it from its first request on; false: only worlds whose admin API is called.</param>
sealed record OverlayMaker(Func<World, IOverlay> Make, bool IsAlwaysUsed);

/// <summary>The place of an overlay in a world. It is empty until the overlay is used for the first time.</summary>
sealed class OverlaySlot(World world, OverlayMaker? maker) : IWorldPart, IDisposable
{
    private readonly Lock _lock = new();
    private Used? _used;

    /// <summary>The overlay to ask about a request; null: there is none.</summary>
    public IOverlay? Current => maker is { IsAlwaysUsed: true } ? Use() : Volatile.Read(ref _used)?.Overlay;

    PartState IWorldPart.State => Volatile.Read(ref _used) is { } used ? new UsedState(used.Make, used.Overlay.State) : Unused.Instance;

    /// <summary>The overlay, made now if need be; null when this process has no engine.</summary>
    public IOverlay? Use() => Volatile.Read(ref _used)?.Overlay ?? (maker is null ? null : Use(maker.Make));

    /// <summary>The overlay, made now if need be.</summary>
    public IOverlay Use(Func<World, IOverlay> make)
    {
        if (Volatile.Read(ref _used) is { } known) return known.Overlay;
        lock (_lock)
        {
            if (_used is null) Volatile.Write(ref _used, new Used(make, make(world)));
            return _used!.Overlay;
        }
    }

    public void Restore(PartState? state)
    {
        if (state is UsedState used) Use(used.Make).Restore(used.State);
        else Volatile.Read(ref _used)?.Overlay.Restore(null);
    }

    public void Dispose() => Volatile.Read(ref _used)?.Overlay.Dispose();

    private sealed record Used(Func<World, IOverlay> Make, IOverlay Overlay);

    /// <summary>The state of an overlay, and how it is made in a world that has none yet.</summary>
    private sealed record UsedState(Func<World, IOverlay> Make, PartState State) : PartState;

    private sealed record Unused : PartState
    {
        public static Unused Instance { get; } = new();
    }
}
