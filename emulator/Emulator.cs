using System.Net.Sockets;
using Emulation.Control;
using Emulation.Control.Faults;
using Emulation.Control.Journals;
using Emulation.Control.Limits;
using Emulation.Control.Stubs;
using Emulation.Graphs;
using Emulation.Http;
using Emulation.Seeding;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulation;

/// <summary>A running emulator: one server over one dataset, with the worlds forked from it.</summary>
public sealed class Emulator : IAsyncDisposable
{
    private const int ManyNodes = 100_000;

    private readonly WebApplication _app;

    private Emulator(WebApplication app, IReadOnlyList<IApi> apis, Worlds worlds, Task ready, IReadOnlyList<string> addresses)
    {
        _app = app;
        Apis = apis;
        Worlds = worlds;
        Ready = ready;
        Addresses = addresses;
    }

    /// <summary>Where it listens, with the real ports.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Ends when the last seeded node is readable.</summary>
    public Task Ready { get; }

    internal IReadOnlyList<IApi> Apis { get; }

    internal Worlds Worlds { get; }

    internal IServer Server => _app.Services.GetRequiredService<IServer>();

    /// <summary>Starts listening and seeding, side by side.</summary>
    /// <exception cref="OptionError">An address cannot be listened on, or a stub's file is wrong.</exception>
    /// <exception cref="DatasetError">The dataset's file cannot be loaded; nothing listened.</exception>
    public static Task<Emulator> StartAsync(EmulatorOptions options) => StartAsync(options, TimeProvider.System, TextWriter.Null);

    internal static async Task<Emulator> StartAsync(EmulatorOptions options, TimeProvider machine, TextWriter log, Action<WebApplicationBuilder>? configure = null)
    {
        var stubs = StubsOf(options);
        var loading = Load(options);
        DateTimeOffset? Start() => options.ClockOfDataset && loading.IsCompletedSuccessfully ? loading.Result.Start : null;
        var parts = new WorldParts(options.Seed, machine, () => new WorldClock(machine, Start))
        {
            Journal = world => new Journal(world.Name, options.Seed),
            Stubs = _ => new WorldStubs(stubs, options.Seed),
            Faults = _ => new FaultList(options.Seed),
            Limits = _ => new LimitList(),
        };
        var worlds = new Worlds(parts, Graph.Empty(Model.Schema), options.MaxWorlds) { KeptFor = options.WorldIdle };
        var ready = Open(worlds, loading);
        var apis = ApiList.Of(options, worlds);
        var app = Build(options, configure);
        var pipeline = new Pipeline(apis, worlds, new TerminalLog(log, options.Log), app.Lifetime.ApplicationStopping);
        app.Run(pipeline.Handle);
        await Listen(app, options);
        if (apis.OfType<ControlApi>().First().Notice is { } notice) await log.WriteLineAsync(notice);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToArray() ?? [];
        return new Emulator(app, apis, worlds, ready, addresses);
    }

    /// <summary>Worlds without data, for whoever only wants to see the routes.</summary>
    internal static Worlds NoWorlds() =>
        new(new WorldParts(0, TimeProvider.System, () => new WorldClock(TimeProvider.System, () => null)), Graph.Empty(Model.Schema), 1);

    /// <summary>Ends when the process is told to stop and the requests in flight are finished.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static StubFolder StubsOf(EmulatorOptions options)
    {
        if (options.Stubs is not { } folder) return StubFolder.None;
        var stubs = StubFolder.Read(folder, out var fault);
        return fault is null ? stubs : throw new OptionError($"--stubs: {fault}");
    }

    private static Task<Dataset> Load(EmulatorOptions options)
    {
        if (Datasets.IsFile(options.Dataset)) return Task.FromResult(Datasets.Load(options.Dataset));
        return Task.Run(() => string.Equals(options.Dataset, Datasets.Demo, StringComparison.Ordinal)
            ? Datasets.Generated(options.Size, options.Seed)
            : Datasets.BuiltIn(options.Dataset));
    }

    private static async Task Open(Worlds worlds, Task<Dataset> loading)
    {
        worlds.Open((await loading).Graph);
        if (worlds.Dataset.NodeCount >= ManyNodes) _ = Task.Run(GiveBack);
    }

    /// <summary>Seeding many nodes leaves more garbage than the graph itself is large; it goes back to the machine once.</summary>
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static WebApplication Build(EmulatorOptions options, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "emulator", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        if (options.Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1.8));
        if (options.Log == LogLevels.Debug) builder.Logging.AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        configure?.Invoke(builder);
        return builder.Build();
    }

    private static async Task Listen(WebApplication app, EmulatorOptions options)
    {
        var urls = string.Join(";", options.Urls);
        try
        {
            await app.StartAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new OptionError($"--urls: {urls} is in use; stop what listens there, or give another port (port 0 takes a free one)");
        }
        catch (Exception fault) when (fault is IOException or SocketException or NotSupportedException)
        {
            throw new OptionError($"--urls: cannot listen on {urls} ({fault.GetBaseException().Message}); give an address of this machine and a free port");
        }
        catch (InvalidOperationException fault) when (fault.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase))
        {
            throw new OptionError($"--urls: {urls} needs a certificate and none was found; make one with 'dotnet dev-certs https --trust', or use http");
        }
    }
}
