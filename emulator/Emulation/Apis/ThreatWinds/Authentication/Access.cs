using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Authentication;

/// <summary>The credentials that a route requires.</summary>
enum CredentialKind
{
    /// <summary>No credentials.</summary>
    None,

    /// <summary>A session or a key pair.</summary>
    Any,

    /// <summary>A session, a key pair, or <c>Bearer public</c>, which the vendor's JavaScript client sends when it has no token.</summary>
    AnyOrPublic,

    /// <summary>A session, with the error responses of the Auth API.</summary>
    Session,

    /// <summary>A key pair, with the error responses of the Auth API.</summary>
    KeyPair,
}

/// <summary>The access policy of a route.</summary>
/// <param name="CredentialKind">The required credentials.</param>
/// <param name="Role">The required role, which admins need not have; null: none.</param>
sealed record Access(CredentialKind CredentialKind, string? Role = null) : RoutePolicy
{
    /// <summary>A malformed header is answered with 400; on other routes it counts as no credentials.</summary>
    public bool RejectsMalformedHeader { get; init; }

    /// <summary>The text for an unknown session on the Auth API.</summary>
    public string UnknownSession { get; init; } = Texts.RecordNotFound;

    public static Access Open { get; } = new(CredentialKind.None);

    /// <summary>No credentials are required, but an Authorization header must be well-formed.</summary>
    public static Access OpenWithValidHeader { get; } = new(CredentialKind.None) { RejectsMalformedHeader = true };

    public static Access User { get; } = new(CredentialKind.Any, "user");

    public static Access History { get; } = new(CredentialKind.Any, "user") { RejectsMalformedHeader = true };

    public static Access Reporter { get; } = new(CredentialKind.Any, "reporter");

    public static Access Trusted { get; } = new(CredentialKind.Any, "trusted");

    public static Access Admin { get; } = new(CredentialKind.Any, "admin");

    public static Access Feed { get; } = new(CredentialKind.AnyOrPublic);

    public static Access Session { get; } = new(CredentialKind.Session) { RejectsMalformedHeader = true };

    public static Access KeyPair { get; } = new(CredentialKind.KeyPair) { RejectsMalformedHeader = true };
}
