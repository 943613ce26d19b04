using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

/// <summary>The requirements of a route: credentials, and the kind of body.</summary>
/// <param name="Open">No credentials are needed.</param>
/// <param name="Body">What its body holds.</param>
sealed record ThreatConnectPolicy(bool Open = false, BodyKind Body = BodyKind.Json) : RoutePolicy;

/// <summary>What the body of a request holds, which decides how long it may be.</summary>
enum BodyKind
{
    Json,
    File,
    Batch,
}
