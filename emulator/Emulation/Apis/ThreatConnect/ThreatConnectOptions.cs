using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

public sealed record ThreatConnectOptions
{
    public AuthMode Auth { get; init; } = AuthMode.Strict;

    /// <summary>Which origins may call from a browser; null: as the vendor, none.</summary>
    internal CorsPolicy? Cors { get; init; }

    /// <summary>What each <c>webLink</c> begins with.</summary>
    public string WeblinkBase { get; init; } = "https://app.threatconnect.com";

    public BatchSteps BatchSteps { get; init; } = BatchSteps.Polls;

    /// <summary>Indicators in one batch, as documented.</summary>
    public int BatchLimit { get; init; } = 25_000;

    /// <summary>Bytes of a batch file. The documented 2,000,000 is a sample: tcex sends up to 75,000,000.</summary>
    public long BatchBytes { get; init; } = 100 << 20;

    public BulkAnswer Bulk { get; init; } = BulkAnswer.Ready;
}

/// <summary>What moves a batch job on.</summary>
public enum BatchSteps
{
    /// <summary>The client's polls: completed at the first.</summary>
    Polls,

    /// <summary>The world's clock: queued for a second, done after three.</summary>
    Clock,
}

/// <summary>The response to a bulk report that was not generated yet.</summary>
public enum BulkAnswer
{
    /// <summary>It is generated on request.</summary>
    Ready,

    /// <summary>404, until a request with runNow.</summary>
    NotFound,

    /// <summary>202 to a request with runNow, then the report.</summary>
    Accepted,
}
