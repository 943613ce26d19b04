namespace Emulation.Http;

/// <summary>How closely credentials are looked at.</summary>
public enum AuthMode
{
    /// <summary>Checked.</summary>
    Strict,

    /// <summary>Well-formed is enough; known credentials act as their user, others as the first.</summary>
    Any,

    /// <summary>Not looked at; known credentials act as their user, others as the first.</summary>
    Off,
}
