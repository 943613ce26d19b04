using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>What a route asks a caller to show.</summary>
enum Means
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A session or a key pair.</summary>
    Any,

    /// <summary>The same, or <c>Bearer public</c>, which the vendor's JavaScript client sends when it has no token.</summary>
    AnyOrPublic,

    /// <summary>A session; the Auth API, with its own refusals.</summary>
    Session,

    /// <summary>A key pair; the Auth API, with its own refusals.</summary>
    KeyPair,
}

/// <summary>Who may call a route.</summary>
/// <param name="Means">What they show.</param>
/// <param name="Role">What they must be; an admin may everything. Null: nothing.</param>
sealed record Access(Means Means, string? Role = null) : RoutePolicy
{
    /// <summary>A malformed header is 400 here; on the other routes it is no authentication at all (1.2).</summary>
    public bool NamesBadHeaders { get; init; }

    /// <summary>What an unknown session is told on the Auth API.</summary>
    public string Unknown { get; init; } = Texts.RecordNotFound;

    public static Access Open { get; } = new(Means.None);

    /// <summary>Nothing is asked for, but what is there must be legible.</summary>
    public static Access OpenButLegible { get; } = new(Means.None) { NamesBadHeaders = true };

    public static Access User { get; } = new(Means.Any, "user");

    public static Access History { get; } = new(Means.Any, "user") { NamesBadHeaders = true };

    public static Access Reporter { get; } = new(Means.Any, "reporter");

    public static Access Trusted { get; } = new(Means.Any, "trusted");

    public static Access Admin { get; } = new(Means.Any, "admin");

    public static Access Feed { get; } = new(Means.AnyOrPublic);

    public static Access Session { get; } = new(Means.Session) { NamesBadHeaders = true };

    public static Access KeyPair { get; } = new(Means.KeyPair) { NamesBadHeaders = true };
}
