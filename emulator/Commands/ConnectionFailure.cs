using System.Net.Sockets;
using System.Security.Authentication;

namespace Emulation.Commands;

/// <summary>The reason why an instance did not respond, as one line that says what to do.</summary>
sealed record ConnectionFailure(string Code, string Message)
{
    private const string Where = $"say with --url or {Remote.UrlVariable} where it is";

    private static readonly string[] s_proxyVariables =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    public static ConnectionFailure Of(Exception fault, Connection connection, Func<string, string?> variable)
    {
        var (url, cause) = (connection.Address, fault.GetBaseException());
        var reason = cause.Message.ReplaceLineEndings(" ").TrimEnd('.');
        return fault is HttpRequestException { HttpRequestError: var kind } ? kind switch
        {
            HttpRequestError.SecureConnectionError => Tls(url, cause, reason),
            HttpRequestError.NameResolutionError =>
                new("unknown_host", $"the host of {url} is unknown ({reason}); {Where}{Proxy(variable)}"),
            HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError =>
                new("not_http", $"what answers on {url} does not speak HTTP ({reason}); is it https? {Where}"),
            _ => Refused(url, cause, reason, variable),
        } : fault is OperationCanceledException
            ? new("timeout", $"{url} does not answer in time; {Where}{Proxy(variable)}")
            : Refused(url, cause, reason, variable);
    }

    private static ConnectionFailure Refused(string url, Exception cause, string reason, Func<string, string?> variable)
    {
        var code = cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? "refused" : "unreachable";
        const string Start = "start it with 'dotnet run --project emulator'";
        return new(code, $"nothing answers on {url} ({reason}); {Start}, or {Where}{Proxy(variable)}");
    }

    private static ConnectionFailure Tls(string url, Exception cause, string reason) =>
        cause is AuthenticationException && reason.Contains("certificate", StringComparison.Ordinal)
        ? new("certificate", $"the certificate of {url} is not trusted ({reason}); trust it, or accept it with --insecure")
        : new("tls", $"TLS with {url} fails ({reason}); is it http? {Where}");

    private static string Proxy(Func<string, string?> variable) =>
        s_proxyVariables.FirstOrDefault(name => variable(name) is { Length: > 0 }) is { } set ? $"; the proxy of {set} is never used" : "";
}
