using System.Text.Json;

namespace Emulation.Http;

/// <summary>
/// The place of an overlay in a world. It is empty until the overlay is used for the first time. In a process without the engine it holds
/// the state that was kept by one that has it.
/// </summary>
sealed class OverlaySlot(World world, OverlayMaker? maker) : IKeptPart, IDisposable
{
    private readonly Lock _lock = new();
    private Used? _used;
    private string? _unread;

    /// <summary>The overlay to ask about a request; null: there is none.</summary>
    public IOverlay? Current => maker is { IsAlwaysUsed: true } ? Use() : Volatile.Read(ref _used)?.Overlay;

    /// <summary>There is a state for an engine that this process has not.</summary>
    public bool IsUnread => Volatile.Read(ref _unread) is not null;

    string IKeptPart.PartName => "overlay";

    PartState IWorldPart.State
    {
        get
        {
            if (Volatile.Read(ref _used) is not { } used) return new SlotState(null, null, Volatile.Read(ref _unread));
            return new SlotState(used.Make, (EngineState)used.Overlay.State, null);
        }
    }

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
        var slot = state as SlotState;
        Volatile.Write(ref _unread, null);
        if (slot is { Make: { } make, State: { } engine }) Use(make).Restore(engine);
        else if (slot?.Kept is { } kept) RestoreKept(kept);
        else Volatile.Read(ref _used)?.Overlay.Restore(null);
    }

    void IKeptPart.Write(Utf8JsonWriter json, PartState state)
    {
        var slot = (SlotState)state;
        if (slot.IsBegun) json.WriteNullValue();
        else if (slot.State is { } engine) engine.Write(json);
        else json.WriteRawValue(slot.Kept!, skipInputValidation: true);
    }

    // The engine reads it when it is restored: of most snapshots it never is.
    PartState IKeptPart.Read(JsonElement state) =>
        new SlotState(null, null, state.ValueKind == JsonValueKind.Null ? null : state.GetRawText());

    public void Dispose() => Volatile.Read(ref _used)?.Overlay.Dispose();

    private void RestoreKept(string kept)
    {
        if (Use() is not { } overlay)
        {
            Volatile.Write(ref _unread, kept);
            return;
        }
        using var document = JsonDocument.Parse(kept);
        overlay.RestoreKept(document.RootElement);
    }

    private sealed record Used(Func<World, IOverlay> Make, IOverlay Overlay);

    /// <param name="Make">How the overlay is made in a world that has none yet; null: it was not used.</param>
    /// <param name="State">Its state.</param>
    /// <param name="Kept">The state as it was kept, which no engine has read; null: none.</param>
    private sealed record SlotState(Func<World, IOverlay>? Make, EngineState? State, string? Kept) : PartState
    {
        public bool IsBegun => Kept is null && State is null or { IsBegun: true };

        /// <summary>How it is made is no difference, nor whether an engine without any change of it was used.</summary>
        public bool Equals(SlotState? other) => other is not null
            && (IsBegun ? other.IsBegun : string.Equals(Kept, other.Kept, StringComparison.Ordinal) && Equals(State, other.State));

        public override int GetHashCode() => IsBegun ? 0 : HashCode.Combine(State, Kept);
    }
}
