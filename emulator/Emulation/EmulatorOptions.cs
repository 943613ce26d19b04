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

    /// <summary>And each request.</summary>
    Requests,

    /// <summary>And what the web server says.</summary>
    Debug,
}

/// <summary>What can be set from outside; see <see cref="CommandLine"/> for how.</summary>
public sealed record EmulatorOptions
{
    internal const string DefaultUrl = "http://127.0.0.1:5010";

    /// <summary>For tests: on loopback, on a port that is free.</summary>
    public static EmulatorOptions FreePort => new() { Urls = ["http://127.0.0.1:0"] };

    /// <summary>For tests: without a port. <see cref="Emulator.CreateClient"/> and <see cref="Emulator.CreateHandler"/> ask in this process.</summary>
    public static EmulatorOptions NoPort => new() { Urls = [] };

    /// <summary>Where to listen; port 0 takes a free one, an empty list opens no port.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>A PEM file with the certificate for HTTPS addresses; null: ASP.NET Core's own configuration or the development certificate.</summary>
    public string? Certificate { get; init; }

    /// <summary>A PEM file with the private key of <see cref="Certificate"/>; null: it is in the same file.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>HTTPS with a certificate made at start, under an authority that <c>GET /_emulator/ca.pem</c> returns.</summary>
    public bool HttpsSelfSigned { get; init; }

    /// <summary>A built-in dataset's name, or a file.</summary>
    public string Dataset { get; init; } = Datasets.Demo;

    public DemoSize Size { get; init; } = DemoSize.Default;

    public long Seed { get; init; } = 1;

    /// <summary>The world's clock starts at the dataset's own start instead of the machine's time.</summary>
    public bool ClockOfDataset { get; init; }

    public AuthMode Auth { get; init; } = AuthMode.Strict;

    public LogLevels Log { get; init; } = LogLevels.Quiet;

    /// <summary>Origins that may call ThreatConnect and ThreatWinds from a browser; null: none. DeSo allows all, as a node.</summary>
    public CorsPolicy? Cors { get; init; }

    public ThreatConnectOptions ThreatConnect { get; init; } = new();

    public DesoOptions Deso { get; init; } = new();

    public ThreatWindsOptions ThreatWinds { get; init; } = new();

    public int MaxWorlds { get; init; } = 1000;

    /// <summary>How long a world is kept that nobody asks anything; zero: for ever.</summary>
    public TimeSpan WorldIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A folder of stub mappings that every world begins with.</summary>
    public string? Stubs { get; init; }

    /// <summary>What the control plane asks for as a bearer token; null: nothing on loopback, and elsewhere it stays closed.</summary>
    public string? ControlToken { get; init; }

    /// <summary>Further host names under which the control plane answers.</summary>
    public IReadOnlyList<string> ControlHosts { get; init; } = [];
}
