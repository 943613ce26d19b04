using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

public sealed record ThreatConnectOptions
{
    public AuthMode Auth { get; init; } = AuthMode.Strict;

    /// <summary>What each <c>webLink</c> begins with.</summary>
    public string WeblinkBase { get; init; } = "https://app.threatconnect.com";
}
