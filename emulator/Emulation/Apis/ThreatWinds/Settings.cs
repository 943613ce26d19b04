using Emulation.Http;

namespace Emulation.Apis.ThreatWinds;

/// <summary>The options, as a handler reaches them.</summary>
static class Settings
{
    public static ThreatWindsOptions Of(Call call) => ((ThreatWindsApi)call.Api).Options;
}
