using System.Net.Http.Headers;
using System.Net.Security;

namespace Emulation.Commands;

/// <summary>How a command reaches a running instance: its address, token and certificate rule. No proxy is ever used.</summary>
sealed record Connection(Func<string, string?> Variable)
{
    /// <summary>The value of <c>--url</c>; without it the variables decide.</summary>
    public string? Url { get; init; }

    public string? Token { get; init; }

    /// <summary>Any certificate is accepted, from any host.</summary>
    public bool AcceptAnyCertificate { get; init; }

    /// <summary>Any certificate is accepted from this machine.</summary>
    public bool AcceptLoopbackCertificate { get; init; }

    /// <summary>Zero: no limit.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>The exit code when there is no connection.</summary>
    public int FailureCode { get; init; } = CommandLine.Refused;

    /// <summary>The address as given.</summary>
    public string Address => Url ?? Set(Remote.UrlVariable) ?? FirstListenAddress() ?? new EmulatorOptions().Urls[0];

    /// <exception cref="OptionError">The address is not one of a web server.</exception>
    public HttpClient Open()
    {
        if (!Uri.TryCreate(ListenAddress.ForClient(Address), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
        {
            var source = Url is null ? Remote.UrlVariable : "--url";
            throw new OptionError($"{source}: '{Address}' is not allowed; give http://HOST:PORT or https://HOST:PORT");
        }
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
        if (AcceptAnyCertificate || AcceptLoopbackCertificate && address.IsLoopback)
            handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        var client = new HttpClient(handler)
        {
            BaseAddress = address,
            Timeout = Timeout == TimeSpan.Zero ? System.Threading.Timeout.InfiniteTimeSpan : Timeout,
        };
        if ((Token ?? Set(Remote.TokenVariable)) is { } token)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private string? FirstListenAddress() => (Set(OptionTable.Urls.Variable) ?? Set(Settings.AspNetCoreUrls))?.Split(';', ',')[0];

    private string? Set(string name) => Variable(name) is { Length: > 0 } value ? value : null;
}
