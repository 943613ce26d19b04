using System.Net;
using System.Security.Cryptography;
using System.Text;
using Emulation.Http;

namespace Emulation.Control;

/// <summary>
/// Who may drive the control plane. No page of another origin and no rebound host name may. Over an address that only this machine
/// reaches nobody is asked who they are, unless there is a token; over any other there must be one.
/// </summary>
sealed class ControlAccess(ControlSettings settings)
{
    private const string Scheme = "Bearer ";

    /// <summary>Null: come in.</summary>
    public Reply? Refuse(Call call)
    {
        var end = call.ServerEnd;
        if (call.Header("Host") is { } host && !IsOurs(host, end))
            return Problem.Reply(403, "Host not allowed", "The control plane answers on loopback, on the addresses it listens on and under the names of --control-hosts, not under the host name of this request.");
        if (call.Header("Origin") is { } origin && !string.Equals(origin, call.Origin, StringComparison.OrdinalIgnoreCase))
            return Problem.Reply(403, "Origin not allowed", "A page of another origin may not drive the control plane.");
        if (string.Equals(call.Header("Sec-Fetch-Site"), "cross-site", StringComparison.OrdinalIgnoreCase))
            return Problem.Reply(403, "Cross-site request", "A page of another site may not drive the control plane.");
        if (settings.Token is { } token) return Shows(call, token) ? null : Unknown();
        return IsPrivate(end) ? null : Problem.Reply(403, "Control is closed", "On an address that other machines reach the control plane wants --control-token; there is none, so only health is open.");
    }

    /// <summary>One line for the start, when the control plane does not simply stand open on loopback; null otherwise.</summary>
    public string? Notice()
    {
        var open = settings.Bound.Where(uri => !IsLoopback(uri.Host)).ToArray();
        if (open.Length == 0) return null;
        var where = string.Join(" and ", open.Select(uri => uri.GetLeftPart(UriPartial.Authority)));
        return settings.Token is null
            ? $"warning: the control plane is closed on {where}, but for health; give --control-token to open it"
            : $"note: the control plane is open on {where} to whoever has the token";
    }

    private static bool Shows(Call call, string token) =>
        call.Header("Authorization") is { } shown && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(token));

    private static Reply Unknown() =>
        Problem.Reply(401, "Token wanted", "The control plane wants the token of --control-token as a bearer token.").With("WWW-Authenticate", "Bearer");

    private bool IsOurs(string hostHeader, IPEndPoint? end)
    {
        var host = new HostString(hostHeader).Host.Trim('[', ']');
        if (IsLoopback(host)) return true;
        // Whoever names the address itself was not led here by a name.
        if (IPAddress.TryParse(host, out var address) && end is not null && address.Equals(Plain(end.Address))) return true;
        return settings.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The connection came in where only this machine can connect: to a loopback address that was not opened together with all the others.</summary>
    private bool IsPrivate(IPEndPoint? end) =>
        end is null || (IPAddress.IsLoopback(Plain(end.Address)) && !settings.Bound.Any(uri => IsEveryAddress(uri.Host) && (uri.Port == end.Port || uri.Port == 0)));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsEveryAddress(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
