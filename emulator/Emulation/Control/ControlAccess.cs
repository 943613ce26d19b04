using System.Net;
using System.Security.Cryptography;
using System.Text;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>
/// Decides which requests may use the control plane. Pages of another origin and, without the token, unknown host names (DNS rebinding)
/// are refused. On a loopback address no credentials are needed unless a token is configured; on any other address a token is required.
/// </summary>
sealed class ControlAccess(ControlSettings settings)
{
    private const string Scheme = "Bearer ";

    /// <summary>The refusal of a request; null when it is allowed.</summary>
    public Reply? Refuse(Call call)
    {
        var end = call.ServerEnd;
        var isAuthenticated = settings.Token is { } token && HasToken(call, token);
        // A page that a rebound host name leads here cannot know the token; a container is reached by names that it does not know itself.
        if (!isAuthenticated && call.Header("Host") is { } host && !IsOurs(host, end))
            return Problem.Reply(
                403,
                "Host not allowed",
                "The control plane answers on loopback, on the addresses it listens on and under the names of --control-hosts, not "
                    + "under the host name of this request.");
        if (call.Header("Origin") is { } origin && !string.Equals(origin, call.Origin, StringComparison.OrdinalIgnoreCase))
            return Problem.Reply(403, "Origin not allowed", "A page of another origin may not drive the control plane.");
        if (string.Equals(call.Header("Sec-Fetch-Site"), "cross-site", StringComparison.OrdinalIgnoreCase))
            return Problem.Reply(403, "Cross-site request", "A page of another site may not drive the control plane.");
        if (isAuthenticated) return null;
        if (settings.Token is not null) return TokenRequired();
        return IsPrivate(end)
            ? null
            : Problem.Reply(
                403,
                "Control is closed",
                "On an address that other machines reach the control plane wants --control-token; there is none, so only health is open.");
    }

    /// <summary>One line to print at the start when the control plane listens on more than loopback; null otherwise.</summary>
    public string? Notice()
    {
        var addresses = settings.Bound.Where(uri => !IsLoopback(uri.Host)).ToArray();
        if (addresses.Length == 0) return null;
        var where = string.Join(" and ", addresses.Select(uri => uri.GetLeftPart(UriPartial.Authority)));
        return settings.Token is null
            ? $"warning: the control plane is closed on {where}, but for health; give --control-token to open it"
            : $"note: the control plane is open on {where} for requests with the token";
    }

    private static bool HasToken(Call call, string token) =>
        call.Header("Authorization") is { } credentials && credentials.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(credentials[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(token));

    private static Reply TokenRequired() =>
        Problem.Reply(401, "Token wanted", "The control plane wants the token of --control-token as a bearer token.")
            .With("WWW-Authenticate", "Bearer");

    private bool IsOurs(string hostHeader, IPEndPoint? end)
    {
        var host = new HostString(hostHeader).Host.Trim('[', ']');
        if (IsLoopback(host)) return true;
        // A request that names the address itself cannot be a DNS rebinding attack.
        if (IPAddress.TryParse(host, out var address) && end is not null && address.Equals(WithoutMapping(end.Address))) return true;
        return settings.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Only this machine can open the connection: it is to a loopback address, and the server does not listen on all addresses.
    /// </summary>
    private bool IsPrivate(IPEndPoint? end) =>
        end is null
            || (IPAddress.IsLoopback(WithoutMapping(end.Address))
                && !settings.Bound.Any(uri => IsEveryAddress(uri.Host) && (uri.Port == end.Port || uri.Port == 0)));

    private static IPAddress WithoutMapping(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsEveryAddress(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
