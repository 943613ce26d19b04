using System.Collections.Immutable;
using Emulation.Http;
using WireMock;

namespace Emulation.WireMocks;

/// <summary>What a snapshot of a world keeps of WireMock.Net.</summary>
/// <param name="Mappings">Its mappings, the oldest first.</param>
/// <param name="Scenarios">The state of each scenario.</param>
/// <param name="Files">What was written to files; null: deleted.</param>
/// <param name="Draws">How often chance decided about a fault.</param>
sealed record OverlayState(
    IReadOnlyList<KeptMapping> Mappings,
    ImmutableDictionary<string, ScenarioState> Scenarios,
    ImmutableDictionary<string, byte[]?> Files,
    long Draws) : PartState;

/// <summary>A mapping with what the engine changes of it.</summary>
sealed record KeptMapping(IMapping Mapping, bool IsDisabled, DateTime? UpdatedAt);
