using System.Collections.Immutable;
using System.Text.Json;
using Emulation.Http;
using WireMock;

namespace Emulation.WireMocks;

/// <summary>What a snapshot of a world keeps of WireMock.Net.</summary>
/// <param name="Mappings">Its mappings, the oldest first.</param>
/// <param name="Scenarios">The state of each scenario.</param>
/// <param name="Files">What was written to files; null: deleted.</param>
/// <param name="Draws">How often chance decided about a fault.</param>
/// <param name="IsStart">The mappings are those with which the world began.</param>
sealed record OverlayState(
    IReadOnlyList<KeptMapping> Mappings,
    ImmutableDictionary<string, ScenarioState> Scenarios,
    ImmutableDictionary<string, byte[]?> Files,
    long Draws,
    bool IsStart) : EngineState
{
    public override bool IsBegun => IsStart && Scenarios.IsEmpty && Files.IsEmpty && Draws == 0;

    public override void Write(Utf8JsonWriter json) => OverlayJson.Write(json, this);

    public bool Equals(OverlayState? other) =>
        other is not null && Draws == other.Draws && ReferenceEquals(Scenarios, other.Scenarios) && ReferenceEquals(Files, other.Files)
        && Mappings.SequenceEqual(other.Mappings);

    public override int GetHashCode() => HashCode.Combine(Mappings.Count, Draws);
}

/// <summary>A mapping with what the engine changes of it.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Text">The mapping as WireMock.Net's own JSON, in a world that is kept; null elsewhere.</param>
/// <param name="IsDisabled">It answers nothing.</param>
/// <param name="UpdatedAt">Of two that match alike, the one that was updated last answers.</param>
sealed record KeptMapping(IMapping Mapping, string? Text, bool IsDisabled, DateTime? UpdatedAt);
