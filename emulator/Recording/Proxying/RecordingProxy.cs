using System.Net;
using Emulation.Logging;
using Microsoft.AspNetCore.Builder;

namespace Emulation.Recordings.Proxying;

/// <summary>A web server that forwards every request to a service, and hands over what passes.</summary>
sealed class RecordingProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _client;
    private readonly Forwarder _forwarder;

    private RecordingProxy(WebApplication app, HttpMessageInvoker client, Forwarder forwarder, IReadOnlyList<string> addresses) =>
        (_app, _client, _forwarder, Addresses) = (app, client, forwarder, addresses);

    public IReadOnlyList<string> Addresses { get; }

    /// <summary>How many exchanges broke off.</summary>
    public int BrokenOff => _forwarder.BrokenOff;

    /// <exception cref="OptionError">An address cannot be listened on.</exception>
    public static async Task<RecordingProxy> Start(IReadOnlyList<string> urls, Uri upstream, IExchangeSink sink, TimeProvider clock)
    {
        var options = new EmulatorOptions { Urls = urls };
        var client = new HttpMessageInvoker(Handler());
        var forwarder = new Forwarder(upstream, client, sink, clock);
        var app = Listener.Build(options, null, new TerminalLog(TextWriter.Null, options.Log, options.LogFormat, clock), configure: null);
        var addresses = await Listener.Start(app, forwarder.Handle, options);
        return new RecordingProxy(app, client, forwarder, addresses);
    }

    /// <summary>Completes when the process was asked to stop and the requests in flight are finished.</summary>
    public Task WaitForShutdown() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _client.Dispose();
    }

    /// <summary>No redirect is followed, nothing decompressed, no cookie kept and no header of tracing added.</summary>
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };
}
