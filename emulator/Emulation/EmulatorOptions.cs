using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Apis.ThreatWinds;
using Emulation.Http;
using Emulation.Seeding;

namespace Emulation;

/// <summary>How much is written to standard error.</summary>
public enum LogLevels
{
    /// <summary>Warnings, and each refusal with its reason.</summary>
    Quiet,

    /// <summary>In addition each request.</summary>
    Requests,

    /// <summary>In addition the web server's log.</summary>
    Debug,
}

/// <summary>How lines on standard error are written.</summary>
public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line: time, world, API, route, status, duration, caller, reason.</summary>
    Json,
}

/// <summary>When a kept change is on the disk.</summary>
enum DataSync
{
    /// <summary>Before it is answered.</summary>
    Full,

    /// <summary>A moment later, when the operating system writes it.</summary>
    Relaxed,
}

/// <summary>The options of an emulator; the program's command line has the same by the same names.</summary>
public sealed record EmulatorOptions
{
    internal const string DefaultUrl = "http://127.0.0.1:5010";

    /// <summary>For tests: a free port on the loopback address.</summary>
    public static EmulatorOptions FreePort => new() { Urls = ["http://127.0.0.1:0"] };

    /// <summary>For tests: no port; <see cref="Emulator.CreateClient"/> connects in this process.</summary>
    public static EmulatorOptions NoPort => new() { Urls = [] };

    /// <summary>Addresses to listen on; port 0 takes a free port, an empty list opens none.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>
    /// A PEM file with the certificate for HTTPS addresses; null: ASP.NET Core's configuration or the development certificate.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>A PEM file with the private key of <see cref="Certificate"/>; null: it is in the same file.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>HTTPS with a certificate made at start, under an authority that <c>GET /_emulator/ca.pem</c> returns.</summary>
    public bool HttpsSelfSigned { get; init; }

    /// <summary>A built-in dataset's name, or a file.</summary>
    public string Dataset { get; init; } = Datasets.Demo;

    public DemoSize Size { get; init; } = DemoSize.Default;

    public long Seed { get; init; } = 1;

    /// <summary>The day on which the story of <c>demo</c> ends.</summary>
    public DemoEnd DemoEnd { get; init; } = DemoEnd.Default;

    /// <summary>The world's clock starts at the dataset's own start instead of the machine's time.</summary>
    public bool ClockOfDataset { get; init; }

    public AuthMode Auth { get; init; } = AuthMode.Strict;

    public LogLevels Log { get; init; } = LogLevels.Quiet;

    public LogFormat LogFormat { get; init; } = LogFormat.Text;

    /// <summary>
    /// The OpenTelemetry collector that the program exports to. In process it has no effect: add the source and the meter
    /// <c>ApiEmulator</c> to your own export.
    /// </summary>
    public Uri? Otlp { get; init; }

    /// <summary>
    /// Origins that may call ThreatConnect and ThreatWinds from a browser, or <c>*</c>; none by default. DeSo allows all, as a node.
    /// </summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    public ThreatConnectOptions ThreatConnect { get; init; } = new();

    public DesoOptions Deso { get; init; } = new();

    public ThreatWindsOptions ThreatWinds { get; init; } = new();

    public int MaxWorlds { get; init; } = 1000;

    /// <summary>How long an unused world is kept; zero: without limit.</summary>
    public TimeSpan WorldIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A folder of stub mappings that every world starts with.</summary>
    public string? Stubs { get; init; }

    /// <summary>The bearer token of the control plane; null: open on loopback addresses, closed on others.</summary>
    public string? ControlToken { get; init; }

    /// <summary>Further host names under which the control plane answers.</summary>
    public IReadOnlyList<string> ControlHosts { get; init; } = [];

    /// <summary>A folder of reports of comparisons with the real services, which coverage shows.</summary>
    internal string? Evidence { get; init; }

    /// <summary>Gives the data in place of <see cref="Dataset"/>, which then is only its name; null: the dataset is loaded.</summary>
    internal Func<Dataset>? DatasetSource { get; init; }

    /// <summary>Returns unused memory to the system, after a large import; null: the process is not the emulator's own.</summary>
    internal Action? ReturnMemory { get; init; }

    /// <summary>
    /// The folder in which accepted changes of worlds are kept, or the address of a database; null: they are lost with the process. Read by
    /// the program.
    /// </summary>
    internal string? Data { get; init; }

    /// <summary>Whether an answered change survives a power failure, or only the end of the process.</summary>
    internal DataSync DataSync { get; init; } = DataSync.Full;

    /// <summary>With a database, reads show what any instance answered before; false: what arrived here.</summary>
    internal bool ReadsNewest { get; init; } = true;

    /// <summary>What keeps worlds, which the program brings with <see cref="Data"/>.</summary>
    internal Func<EmulatorOptions, IKeptWorlds>? Keep { get; init; }

    /// <summary>A folder of WireMock.Net's mapping files that every world starts with; read by the program.</summary>
    internal string? WireMock { get; init; }

    /// <summary>The stub engine that the program brings; null: it has none.</summary>
    internal OverlayMaker? Overlay { get; init; }
}
