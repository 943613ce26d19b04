using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

public sealed record ThreatConnectOptions
{
    public AuthMode Auth { get; init; } = AuthMode.Strict;

    /// <summary>The CORS policy; null: no origin may call from a browser, as with the vendor.</summary>
    internal CorsPolicy? Cors { get; init; }

    /// <summary>The start of every <c>webLink</c>.</summary>
    public string WeblinkBase { get; init; } = "https://app.threatconnect.com";

    public BatchSteps BatchSteps { get; init; } = BatchSteps.Polls;

    /// <summary>The most indicators in one batch, as documented.</summary>
    public int BatchLimit { get; init; } = 25_000;

    /// <summary>The most bytes of a batch file. The documented 2,000,000 is a sample: tcex sends up to 75,000,000.</summary>
    public long BatchBytes { get; init; } = 100 << 20;

    public BulkAnswer Bulk { get; init; } = BulkAnswer.Ready;
}

/// <summary>What advances the state of a batch job.</summary>
public enum BatchSteps
{
    /// <summary>The client's polls: the job is completed at the first one.</summary>
    Polls,

    /// <summary>The world's clock: the job is queued for one second and completed after three.</summary>
    Clock,
}

/// <summary>The response to a request for a bulk report that has not been generated yet.</summary>
public enum BulkAnswer
{
    /// <summary>It is generated on request.</summary>
    Ready,

    /// <summary>404, until a request with runNow.</summary>
    NotFound,

    /// <summary>202 to a request with runNow, then the report.</summary>
    Accepted,
}
