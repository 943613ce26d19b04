using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatConnect;

public sealed record ThreatConnectOptions
{
    public AuthMode Auth { get; init; } = AuthMode.Strict;

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
    /// <summary>A client's own questions: done at the first.</summary>
    Polls,

    /// <summary>The world's clock: queued for a second, done after three.</summary>
    Clock,
}

/// <summary>What a bulk report answers before it was generated.</summary>
public enum BulkAnswer
{
    /// <summary>It is made as it is asked for.</summary>
    Ready,

    /// <summary>404, until it is asked for with runNow.</summary>
    NotFound,

    /// <summary>202 when it is asked for with runNow, the report after that.</summary>
    Accepted,
}
