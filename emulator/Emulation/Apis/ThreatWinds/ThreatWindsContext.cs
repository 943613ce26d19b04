using Emulation.Apis.ThreatWinds.Responses;

namespace Emulation.Apis.ThreatWinds;

/// <summary>What handlers need besides the request: the options, and the cache of list items.</summary>
sealed record ThreatWindsContext(ThreatWindsOptions Options)
{
    public EntityCache Cache { get; } = new();
}
