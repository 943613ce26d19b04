namespace Emulation.Http;

/// <summary>How strictly credentials are checked.</summary>
public enum AuthMode
{
    /// <summary>Credentials are checked as the vendor checks them.</summary>
    Strict,

    /// <summary>Well-formed credentials are enough; known ones act as their user, others as the first user.</summary>
    Any,

    /// <summary>Credentials are not checked; known ones act as their user, all others as the first user.</summary>
    Off,
}
