using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

/// <summary>The requirements of a route: credentials, and the kind of body.</summary>
/// <param name="Open">No credentials are needed.</param>
/// <param name="Body">The kind of its body.</param>
sealed record ThreatConnectPolicy(bool Open = false, BodyKind Body = BodyKind.Json) : RoutePolicy;

/// <summary>The kind of a request body, which determines its maximum length.</summary>
enum BodyKind
{
    Json,
    File,
    Batch,
}
