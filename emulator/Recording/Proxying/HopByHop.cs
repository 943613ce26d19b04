namespace Emulation.Recordings.Proxying;

/// <summary>Headers that concern one connection and are not forwarded (RFC 9110, section 7.6.1).</summary>
static class HopByHop
{
    // Expect is answered by each server itself. HTTP2-Settings and Upgrade belong to a change of protocol, which is not forwarded.
    private static readonly string[] s_names =
    [
        "Connection", "Expect", "HTTP2-Settings", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade",
    ];

    /// <param name="name">The header.</param>
    /// <param name="connection">The values of the message's header Connection, which names further ones.</param>
    public static bool Is(string name, IEnumerable<string> connection) =>
        s_names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || connection.Any(value => value.Split(',').Any(listed => listed.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)));
}
