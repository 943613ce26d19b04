using Emulation.Http;
using Emulation.Tests.Support.Schemas;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;

namespace Emulation.Tests.Support;

/// <summary>
/// An emulator of one test, on loopback or without a port, that stops with the test. Its client refuses answers that the OpenAPI
/// documents do not describe.
/// </summary>
sealed class Running : IAsyncDisposable
{
    private readonly Emulator _emulator;

    private Running(Emulator emulator, HttpClient client, StringWriter log)
    {
        _emulator = emulator;
        Client = client;
        Log = log;
    }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    /// <summary>What a person would read on standard error.</summary>
    public StringWriter Log { get; }

    public Uri Address => Client.BaseAddress!;

    public Emulator Emulator => _emulator;

    public IReadOnlyList<IApi> Apis => _emulator.Apis;

    /// <summary>The world <c>default</c>.</summary>
    public World World
    {
        get
        {
            _emulator.Worlds.Resolve(null, null, crossSite: false, out var world);
            return world;
        }
    }

    /// <summary>A real server on 127.0.0.1, port 0.</summary>
    public static async Task<Running> OnKestrel(EmulatorOptions options, TimeProvider? machine = null)
    {
        var log = new StringWriter();
        var emulator = await Emulator.StartAsync(options with { Urls = ["http://127.0.0.1:0"] }, machine ?? TimeProvider.System, log);
        await ReadyOrDisposed(emulator);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        return new Running(emulator, Checked(handler, emulator, new Uri(emulator.Addresses[0])), log);
    }

    /// <summary>
    /// No port: requests go straight into the pipeline. The request target is rebuilt on the way (<c>%3A</c> arrives as a colon).
    /// </summary>
    public static async Task<Running> OnTestServer(EmulatorOptions options, TimeProvider? machine = null)
    {
        var log = new StringWriter();
        var emulator = await Emulator.StartAsync(options, machine ?? TimeProvider.System, log, builder => builder.WebHost.UseTestServer());
        await ReadyOrDisposed(emulator);
        var server = (TestServer)emulator.Server!;
        return new Running(emulator, Checked(server.CreateHandler(), emulator, server.BaseAddress), log);
    }

    /// <summary>No port and no test server: the handler that a user's own tests get. Targets arrive as written.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="machine">The machine's time.</param>
    /// <param name="seen">Gets the members of schemas that its answers have.</param>
    public static async Task<Running> InProcess(EmulatorOptions options, TimeProvider? machine = null, SeenMembers? seen = null)
    {
        var log = new StringWriter();
        var emulator = await Emulator.StartAsync(options with { Urls = [] }, machine ?? TimeProvider.System, log);
        await ReadyOrDisposed(emulator);
        return new Running(emulator, Checked(emulator.CreateHandler(), emulator, new Uri("http://localhost/"), seen), log);
    }

    public static Task<Running> InProcess(string dataset) => InProcess(new EmulatorOptions { Dataset = dataset });

    public static Task<Running> OnKestrel(string dataset) => OnKestrel(new EmulatorOptions { Dataset = dataset });

    /// <summary>Sends a request whose target goes over the wire exactly as written.</summary>
    public Task<HttpResponseMessage> Send(
        string method, string target, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        // The test server takes a target apart, which an uncanonical one does not allow.
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = _emulator.Server is not TestServer };
        var uri = new Uri(Address.GetLeftPart(UriPartial.Authority) + target, asWritten);
        var request = new HttpRequestMessage(new HttpMethod(method), uri) { Content = body };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) body?.Headers.TryAddWithoutValidation(name, value);
        }
        return Client.SendAsync(request);
    }

    /// <summary>One that cannot start is disposed, as the public method does it.</summary>
    private static async Task ReadyOrDisposed(Emulator emulator)
    {
        await emulator.Ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!emulator.Ready.IsCompletedSuccessfully) await emulator.DisposeAsync();
        await emulator.Ready;
    }

    private static HttpClient Checked(HttpMessageHandler handler, Emulator emulator, Uri address, SeenMembers? seen = null) =>
        new(new AnswerCheck(handler, emulator, seen)) { BaseAddress = address };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _emulator.DisposeAsync();
        await Log.DisposeAsync();
    }
}
