using System.Text.Json;

namespace Emulation.Http;

/// <summary>
/// A stub engine of its own over a world, which is asked for an answer before the emulated APIs. Stubs of <see cref="IStubs"/> come first.
/// </summary>
interface IOverlay : IWorldPart, IDisposable
{
    /// <summary>The engine's answer to this request; null: the API answers. Called once a request, in any order.</summary>
    ValueTask<Override?> Find(Call call);

    /// <summary>Restores what <see cref="EngineState.Write"/> wrote.</summary>
    void RestoreKept(JsonElement state);

    /// <summary>Answers a request to the engine's own admin API.</summary>
    /// <param name="call">The request.</param>
    /// <param name="path">The path that the engine sees, as sent: <c>/__admin/mappings</c>.</param>
    ValueTask<Reply> Administer(Call call, string path);
}

/// <summary>The state of a stub engine at one moment.</summary>
abstract record EngineState : PartState
{
    /// <summary>It is the state in which the world began.</summary>
    public abstract bool IsBegun { get; }

    /// <summary>Writes it as one JSON value, for a world that is kept.</summary>
    public abstract void Write(Utf8JsonWriter json);
}

/// <summary>How the overlay of a world is made.</summary>
/// <param name="Make">Makes it. The engine is loaded when this runs.</param>
/// <param name="IsAlwaysUsed">Every world has it from its first request on; false: only worlds whose admin API is called.</param>
sealed record OverlayMaker(Func<World, IOverlay> Make, bool IsAlwaysUsed);
