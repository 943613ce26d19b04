using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Tests.Graphs;
using Emulation.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Emulation.Tests.Http;

/// <summary>An API of plain texts, so that what the pipeline does can be seen.</summary>
sealed class FakeApi(params Route[] routes) : IApi
{
    private readonly Matcher _matcher = new(routes, new PathRules(IgnoreCase: false, TrailingSlash: false, HeadIsGet: true));

    public string Name => "fake";

    public IReadOnlyList<Route> Routes => routes;

    public StringComparison QueryNames => StringComparison.Ordinal;

    public Reply? Closed { get; init; }

    public bool Owns(Call call) => true;

    public Match Find(string method, Target target) => _matcher.Find(method, target.Segments);

    public long BodyLimit(Route? route) => 10;

    public AuthenticationResult Authenticate(Call call) => Closed ?? (AuthenticationResult)Caller.Anyone;

    public Reply Fail(Call call, Failure failure) => Text(failure == Failure.Bug ? 500 : 400, failure.ToString());

    public Reply Refuse(Call call, int status, string? text) => Text(status, text ?? "refused");

    public Reply Finish(Call call, Reply reply) => reply.With("x-finished", "yes");

    public static Reply Text(int status, string text) => new(status) { ContentType = "text/plain", Bytes = Encoding.UTF8.GetBytes(text) };
}

/// <summary>A pipeline over a fake API, without a port or on loopback.</summary>
sealed class Piped : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Piped(WebApplication app, Worlds worlds, Heard heard, HttpClient client) =>
        (_app, Worlds, Heard, Client) = (app, worlds, heard, client);

    public Worlds Worlds { get; }

    public Heard Heard { get; }

    public HttpClient Client { get; }

    public World World
    {
        get
        {
            Worlds.Resolve(null, null, crossSite: false, out var world);
            return world;
        }
    }

    public static Task<Piped> With(IApi api, IFaults? faults = null, IStubs? stubs = null, bool seeded = true) =>
        Start(api, faults, stubs, seeded, web => web.UseTestServer(), app => app.GetTestClient());

    /// <summary>On 127.0.0.1, port 0.</summary>
    public static Task<Piped> OnKestrel(IApi api, IFaults faults) =>
        Start(
            api,
            faults,
            null,
            true,
            web => web.UseKestrelCore().UseUrls("http://127.0.0.1:0"),
            app => new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    /// <summary>The same with a certificate of its own.</summary>
    public static async Task<Piped> OnTls(IApi api, IFaults faults)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        // Windows takes no key that was never in a store.
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var trusting = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown) };
        return await Start(
            api, faults, null, true,
            web => web.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(
                kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))),
            app => new HttpClient(new SocketsHttpHandler { SslOptions = trusting }) { BaseAddress = new Uri(app.Urls.First()) });
    }

    private static async Task<Piped> Start(
        IApi api, IFaults? faults, IStubs? stubs, bool seeded, Action<IWebHostBuilder> transport, Func<WebApplication, HttpClient> client)
    {
        var heard = new Heard();
        var machine = new HandClock(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var parts = new WorldParts(1, machine, () => new WorldClock(machine, () => null))
        {
            Journal = _ => heard,
            Faults = _ => faults ?? NoWorldParts.Instance,
            Stubs = _ => stubs ?? NoWorldParts.Instance,
        };
        var worlds = new Worlds(parts, Graph.Empty(Small.Schema), 8);
        if (seeded) worlds.Open(Small.Empty);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        transport(builder.WebHost);
        var app = builder.Build();
        app.Run(new Pipeline([api], worlds, heard, app.Lifetime.ApplicationStopping).Handle);
        await app.StartAsync();
        return new Piped(app, worlds, heard, client(app));
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Client.Dispose();
    }
}

/// <summary>Remembers what was logged and journalled.</summary>
sealed class Heard : ILog, IJournal
{
    private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<Entry> Entries { get; } = [];

    /// <summary>A real journal beside this one.</summary>
    public IJournal? Journal { get; set; }

    /// <summary>Ends when the first request was journalled.</summary>
    public Task Next => _next.Task;

    public List<Reply> Answers { get; } = [];

    public List<Exception> Bugs { get; } = [];

    public void Answered(string world, Call call, Reply reply) => Answers.Add(reply);

    public void Bug(string world, Call call, Exception bug) => Bugs.Add(bug);

    public bool IsOpen => true;

    public void Record(in Entry entry)
    {
        Entries.Add(entry);
        Journal?.Record(entry);
        _next.TrySetResult();
    }

    public void Clear() => Entries.Clear();
}
