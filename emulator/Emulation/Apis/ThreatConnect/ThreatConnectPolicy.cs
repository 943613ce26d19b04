namespace Emulation.Apis.ThreatConnect;

/// <summary>What a route asks of its callers and of its body.</summary>
/// <param name="Open">No credentials are needed.</param>
/// <param name="Body">What its body holds.</param>
sealed record ThreatConnectPolicy(bool Open = false, BodyKind Body = BodyKind.Json);

/// <summary>What the body of a request holds, which decides how long it may be.</summary>
enum BodyKind
{
    Json,
    File,
    Batch,
}
