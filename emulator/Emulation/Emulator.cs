using System.Globalization;
using Emulation.Control;
using Emulation.Control.Events;
using Emulation.Control.Faults;
using Emulation.Control.Journals;
using Emulation.Control.Limits;
using Emulation.Control.Metrics;
using Emulation.Control.Stubs;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Logging;
using Emulation.Https;
using Emulation.InProcess;
using Emulation.Seeding;
using Microsoft.AspNetCore.Hosting.Server;

namespace Emulation;

/// <summary>A running emulator: a server over a dataset and the worlds forked from it. A process may run any number.</summary>
public sealed class Emulator : IAsyncDisposable
{
    private readonly WebApplication? _app;
    private readonly Pipeline _pipeline;
    private readonly CancellationTokenSource _stopping;
    private SocketsHttpHandler? _wire;
    private bool _disposed;

    private Emulator(
        IReadOnlyList<IApi> apis, Worlds worlds, Task ready, Pipeline pipeline, CancellationTokenSource stopping,
        WebApplication? app, IReadOnlyList<string> addresses)
    {
        (Apis, Worlds, Ready) = (apis, worlds, ready);
        (_pipeline, _stopping, _app, Addresses) = (pipeline, stopping, app, addresses);
        app?.Lifetime.ApplicationStopping.UnsafeRegister(state => ((CancellationTokenSource)state!).Cancel(), stopping);
    }

    /// <summary>Where it listens, with the real ports; none without a port.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>The base address for a client of this machine: the first of <see cref="Addresses"/>.</summary>
    /// <exception cref="InvalidOperationException">It has no port.</exception>
    public Uri Address => Addresses is [var first, ..]
        ? new(ListenAddress.ForClient(first))
        : throw new InvalidOperationException($"This emulator has no port; use {nameof(CreateClient)} or {nameof(CreateHandler)}.");

    /// <summary>Completes when the last seeded node is readable.</summary>
    public Task Ready { get; }

    internal IReadOnlyList<IApi> Apis { get; }

    internal Worlds Worlds { get; }

    /// <summary>HTTPS uses a certificate that was made at start, which clients must be told to trust.</summary>
    internal bool HasOwnAuthority { get; private init; }

    internal SeedingProgress Progress { get; private init; } = new();

    private RequestTelemetry? Telemetry { get; init; }

    private IKeptWorlds? Kept { get; init; }

    internal IServer? Server => _app?.Services.GetRequiredService<IServer>();

    /// <summary>Starts, and waits until the data is in place.</summary>
    /// <param name="options">Null: <see cref="EmulatorOptions.FreePort"/>.</param>
    /// <param name="log">Gets one line for each refusal, with its reason; <c>TestContext.Out</c>, say. Null: none.</param>
    /// <exception cref="OptionError">An option has a value that is not allowed, or an address cannot be listened on.</exception>
    /// <exception cref="DatasetError">The dataset's file cannot be loaded; nothing listened.</exception>
    public static async Task<Emulator> StartAsync(EmulatorOptions? options = null, TextWriter? log = null)
    {
        var emulator = await StartAsync(options ?? EmulatorOptions.FreePort, TimeProvider.System, log ?? TextWriter.Null);
        await emulator.Ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!emulator.Ready.IsCompletedSuccessfully) await emulator.DisposeAsync();
        await emulator.Ready;
        return emulator;
    }

    /// <summary>Starts listening and seeding at the same time.</summary>
    internal static async Task<Emulator> StartAsync(
        EmulatorOptions options, TimeProvider machine, TextWriter log, Action<WebApplicationBuilder>? configure = null)
    {
        // What is generated must not depend on how the process's user writes numbers.
        if (!ReferenceEquals(CultureInfo.CurrentCulture, CultureInfo.InvariantCulture))
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        options = ServerCertificate.WithDefaultAddress(options);
        var certificate = ServerCertificate.Of(options, machine.GetUtcNow());
        var stubs = StubsOf(options);
        var progress = new SeedingProgress();
        var kept = options.Keep?.Invoke(options);
        kept?.Report(progress);
        options = kept?.Options ?? options;
        var loading = kept is null
            ? Load(options, machine.GetUtcNow(), progress)
            : kept.Load(() => Load(options, machine.GetUtcNow(), progress));
        DateTimeOffset? Start() => options.ClockOfDataset && loading.IsCompletedSuccessfully ? loading.Result.Start : null;
        var events = new EventHub(machine);
        var feed = new EventFeed(events);
        IReadOnlyList<IApi> apis = [];
        var parts = new WorldParts(options.Seed, machine, () => new WorldClock(machine, Start))
        {
            Journal = world => new Journal(world.Name, options.Seed, feed),
            Stubs = _ => new WorldStubs(stubs, options.Seed),
            Faults = _ => new FaultList(options.Seed, () => apis),
            Limits = _ => new LimitList(() => apis),
            Overlay = options.Overlay,
            AreKept = kept is not null,
        };
        var worlds = new Worlds(parts, Graph.Empty(Model.Schema), options.MaxWorlds)
        {
            IdleTimeout = options.WorldIdle,
            Observer = feed,
            SeedingPercent = () => progress.Now.Percent,
        };
        var requests = new RequestTotals(machine);
        apis = ApiList.Of(options, worlds, certificate?.AuthorityPem, events, requests);
        var stopping = new CancellationTokenSource();
        var terminal = new TerminalLog(log, options.Log, options.LogFormat, machine);
        var ready = Open(worlds, loading, kept is null ? null : opened => Restore(kept, opened, terminal));
        var telemetry = new RequestTelemetry(worlds, machine);
        var pipeline = new Pipeline(apis, worlds, new LogPair(terminal, new LogPair(telemetry, requests)), stopping.Token);
        var app = options.Urls.Count > 0 || configure is not null
            ? Listener.Build(options, certificate?.Certificate, terminal, configure)
            : null;
        var addresses = app is null ? [] : await Listener.Start(app, pipeline.Handle, options);
        if (apis.OfType<ControlApi>().First().Notice is { } notice) terminal.Notice(notice);
        if (stubs.Warning is { } warning) terminal.Notice($"--stubs: {warning}");
        return new Emulator(apis, worlds, ready, pipeline, stopping, app, addresses)
        {
            HasOwnAuthority = certificate?.AuthorityPem is not null,
            Telemetry = telemetry,
            Progress = progress,
            Kept = kept,
        };
    }

    /// <summary>Worlds without data, for the route tables alone.</summary>
    internal static Worlds NoWorlds() =>
        new(new WorldParts(0, TimeProvider.System, () => new WorldClock(TimeProvider.System, () => null)), Graph.Empty(Model.Schema), 1);

    /// <summary>
    /// A client that returns responses as they are: it follows no redirect, keeps no cookie and uses no proxy. It connects over the network
    /// when the emulator has a port, and otherwise in this process. Its connections end with the emulator.
    /// </summary>
    /// <param name="world">The world of all its requests; null: the world that a request names, or <c>default</c>.</param>
    public HttpClient CreateClient(string? world = null)
    {
        var client = Addresses.Count == 0
            ? new HttpClient(CreateHandler()) { BaseAddress = new Uri("http://localhost/") }
            : new HttpClient(Wire(), disposeHandler: false) { BaseAddress = Address };
        if (world is not null) client.DefaultRequestHeaders.Add(Worlds.Header, World(world).Name);
        return client;
    }

    /// <summary>
    /// A handler for an <see cref="HttpClient"/> that replaces the network: requests to any host are answered in this process, with targets
    /// exactly as written, streamed bodies, and an <see cref="HttpRequestException"/> where a connection is reset. Only the header
    /// <c>Date</c> is missing, which the web server adds.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new PipelineHandler(_pipeline.Handle, _stopping.Token);

    /// <summary>A world, with its clock and reset, in this process. One that does not exist yet is forked from the dataset.</summary>
    /// <exception cref="ArgumentException">The name is not that of a world, or there are too many worlds.</exception>
    public World World(string name = Worlds.Default) =>
        Worlds.Resolve(name, null, crossSite: false, out var world) is { } refusal
            ? throw new ArgumentException(refusal.Reason, nameof(name))
            : world;

    /// <summary>Completes when the process was asked to stop and the requests in flight are finished.</summary>
    public Task WaitForShutdownAsync() => _app?.WaitForShutdownAsync() ?? Task.CompletedTask;

    /// <summary>Stops: frees its ports, closes its clients' connections, and releases requests that a fault keeps waiting.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true)) return;
        await _stopping.CancelAsync();
        _wire?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        if (Kept is not null) await Kept.DisposeAsync();
        Telemetry?.Dispose();
        Worlds.Dispose();
    }

    private SocketsHttpHandler Wire() =>
        LazyInitializer.EnsureInitialized(ref _wire, () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false,
        });

    private static StubFolder StubsOf(EmulatorOptions options)
    {
        if (options.Stubs is not { } folder) return StubFolder.None;
        var stubs = StubFolder.Read(folder, out var fault);
        return fault is null ? stubs : throw new OptionError($"--stubs: {fault}");
    }

    private static Task<Dataset> Load(EmulatorOptions options, DateTimeOffset now, SeedingProgress progress)
    {
        if (options.DatasetSource is { } source) return Task.FromResult(source());
        if (Datasets.IsFile(options.Dataset)) return Task.FromResult(Datasets.Load(options.Dataset));
        if (!Datasets.Names.Contains(options.Dataset, StringComparer.Ordinal))
            throw new OptionError($"{options.Dataset} is not a dataset; give one of {string.Join(", ", Datasets.Names)}, or a file");
        var end = options.DemoEnd.At(now);
        return Task.Run(() => string.Equals(options.Dataset, Datasets.Demo, StringComparison.Ordinal)
            ? Datasets.Generated(options.Size, options.Seed, end, progress)
            : Datasets.BuiltIn(options.Dataset));
    }

    private static async ValueTask<IWorldLog> Restore(IKeptWorlds kept, Worlds worlds, TerminalLog terminal)
    {
        var log = await kept.Restore(worlds, terminal.Notice);
        // Not before: what cannot be used is refused with one line.
        if (kept.Notice is { } notice) terminal.Notice(notice);
        return log;
    }

    private static async Task Open(Worlds worlds, Task<Dataset> loading, Func<Worlds, ValueTask<IWorldLog>>? restore)
    {
        if (restore is null) worlds.Open((await loading).Graph);
        else await worlds.Open((await loading).Graph, restore);
    }
}
