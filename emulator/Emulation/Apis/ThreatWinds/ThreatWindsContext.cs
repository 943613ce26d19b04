using Emulation.Apis.ThreatWinds.Responses;

namespace Emulation.Apis.ThreatWinds;

/// <summary>Shared by all handlers: the options, and the cache of serialized list items.</summary>
sealed record ThreatWindsContext(ThreatWindsOptions Options)
{
    public EntityCache Cache { get; } = new();
}
