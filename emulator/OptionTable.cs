using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Apis.ThreatWinds;
using Emulation.Graphs.Deso;
using Emulation.Http;
using Emulation.Seeding;
using static Emulation.OptionValues;

namespace Emulation;

/// <summary>The options, in the order in which help shows them.</summary>
static class OptionTable
{
    private static readonly NotFoundStyle[] s_graphStyles = [NotFoundStyle.Empty, NotFoundStyle.NoContent, NotFoundStyle.NotFound];

    public static OptionRow Urls { get; } =
        new("urls", "URL,...", "http://127.0.0.1:5010", "where to listen; several are separated by , or ; and port 0 takes a free one",
            (o, v) => o with { Urls = ListenUrls.Parse(v) });

    public static OptionRow Port { get; } =
        new("port", "N", "none", "short for --urls http://127.0.0.1:N",
            (o, v) => o with { Urls = [$"http://127.0.0.1:{Number(v, 0, 65535)}"] });

    /// <summary>Read before the others, because it holds them.</summary>
    public static OptionRow Config { get; } =
        new("config", "FILE", "none", "a JSON object whose members are the names of these options", (o, _) => o);

    public static OptionRow Dataset { get; } =
        new("dataset", "NAME|FILE", "demo", $"the data to start from: {string.Join(", ", Datasets.Names)}, or a file",
            (o, v) => o with { Dataset = DatasetOf(v) });

    public static OptionRow Size { get; } =
        new("size", "N", "2000", "how many nodes demo generates, 0 to 5000000",
            (o, v) => o with { Size = o.Size with { Nodes = Number(v, 0, DemoSize.Most) } });

    public static OptionRow Mix { get; } =
        new("mix", "API=WEIGHT,...", "threatconnect=2,threatwinds=1,deso=1", "how the size is shared out",
            (o, v) => o with { Size = Weights(o.Size, v) });

    public static OptionRow DemoEnd { get; } =
        new("demo-end", "DATE|today", "2024-03-01", "the day on which demo's story ends, at 12:00 UTC; generated dates move by whole days, those of docs do not",
            (o, v) => o with { DemoEnd = End(v) });

    public static IReadOnlyList<OptionRow> Rows { get; } =
    [
        Urls,
        Port,
        Config,
        Dataset,
        Size,
        Mix,
        new("seed", "N", "1", "what generated data and error ids depend on, a signed 64-bit number",
            (o, v) => o with { Seed = WholeNumber(v) }),
        DemoEnd,
        Choice("clock", "real|dataset", "the machine's time, or time that starts at the dataset's start",
            (o, i) => o with { ClockOfDataset = i == 1 }),
        Choice("auth", "strict|any|off", "credentials are checked, need only be well-formed, or are ignored",
            (o, i) => o with { Auth = (AuthMode)i }),
        Choice("log", "quiet|requests|debug", "what is logged: refused requests, every request, or the web server's log too",
            (o, i) => o with { Log = (LogLevels)i }),
        Choice("log-format", "text|json", "lines for people, or one JSON object a line",
            (o, i) => o with { LogFormat = (LogFormat)i }),
        new("otlp", "URL", "none", "an OpenTelemetry collector that gets traces and metrics: gRPC on port 4317, otherwise HTTP",
            (o, v) => o with { Otlp = Collector(v) }),
        new("cors", "off|*|ORIGIN,...", "off", "origins that may call ThreatConnect and ThreatWinds from a browser; DeSo always answers them, as a node",
            (o, v) => o with { CorsOrigins = Origins(v) }),
        Choice("deso-network", "testnet|mainnet", "the prefix of keys in DeSo's answers",
            (o, i) => o with { Deso = o.Deso with { Network = (Network)i } }),
        Choice("deso-fields", "documented|current", "profile and post fields as documented, or as a node has them today",
            (o, i) => o with { Deso = o.Deso with { Fields = (FieldList)i } }),
        Choice("deso-storage", "badger|postgres", "which filters a DeSo node serves, and in what order",
            (o, i) => o with { Deso = o.Deso with { Storage = (Storage)i } }),
        Switch("deso-quirk-repeated-posts", "IncludePostEntry leaves out all but the first association on a post, as a node does today",
            (o, on) => o with { Deso = o.Deso with { QuirkRepeatedPosts = on } }),
        Choice("deso-signatures", "verify|trust", "submitted transactions must be signed, or need not",
            (o, i) => o with { Deso = o.Deso with { Signatures = (Signatures)i } }),
        Choice("deso-blocks", "clock|manual", "what moves the chain: the world's clock, a block a second while one is pending, or PUT /_emulator/deso/chain",
            (o, i) => o with { Deso = o.Deso with { Blocks = (Blocks)i } }),
        Choice("tw-not-found", "404|204", "an unknown entity where both editions of the pages have the route",
            (o, i) => o with { ThreatWinds = o.ThreatWinds with { NotFound = Pick(i, NotFoundStyle.NotFound, NotFoundStyle.NoContent) } }),
        Choice("tw-graph-not-found", "200|204|404", "an unknown entity on the graph route",
            (o, i) => o with { ThreatWinds = o.ThreatWinds with { GraphNotFound = Pick(i, s_graphStyles) } }),
        Choice("tw-page-base", "0|1", "first page of ThreatWinds' entity relations",
            (o, i) => o with { ThreatWinds = o.ThreatWinds with { PageBase = i } }),
        new("tc-weblink-base", "URL", "https://app.threatconnect.com", "what each webLink of ThreatConnect begins with",
            (o, v) => o with { ThreatConnect = o.ThreatConnect with { WeblinkBase = WebAddress(v) } }),
        Choice("tc-batch-steps", "polls|clock", "what advances a batch job: a client's polls, or the world's clock",
            (o, i) => o with { ThreatConnect = o.ThreatConnect with { BatchSteps = (BatchSteps)i } }),
        new("tc-batch-limit", "N", "25000", "indicators in one batch, 1 to 10000000",
            (o, v) => o with { ThreatConnect = o.ThreatConnect with { BatchLimit = Number(v, 1, 10_000_000) } }),
        Choice("tc-bulk", "ready|notfound|accepted", "what a bulk report answers before it was generated",
            (o, i) => o with { ThreatConnect = o.ThreatConnect with { Bulk = (BulkAnswer)i } }),
        new("cert", "FILE", "none", "PEM certificate for HTTPS addresses",
            (o, v) => o with { Certificate = v }),
        new("key", "FILE", "none", "PEM private key of --cert, unless it is in the same file",
            (o, v) => o with { CertificateKey = v }),
        Switch("https-self-signed", "HTTPS with a certificate made at start; GET /_emulator/ca.pem gives the authority to trust",
            (o, on) => o with { HttpsSelfSigned = on }),
        new("data", "DIR|postgres://...", "none",
            "a folder, or a database that several emulators share, in which every answered change is kept; a start goes on from there",
            (o, v) => o with { Data = DataPlace(v) }) { Show = WithoutPassword },
        Choice("data-sync", "full|relaxed", "an answered change survives a power failure, or only the end of the process",
            (o, i) => o with { DataSync = (DataSync)i }),
        Choice("reads", "newest|local", "with a shared database, a read shows every change answered before it anywhere; local: what has arrived here, without asking",
            (o, i) => o with { ReadsNewest = i == 0 }),
        new("stubs", "DIR", "none", "a folder of stub mappings",
            (o, v) => o with { Stubs = Folder(v) }),
        new("evidence", "DIR", "none", "a folder of reports that 'drift --evidence' wrote; coverage shows when routes were compared with the real service",
            (o, v) => o with { Evidence = Folder(v) }),
        new("wiremock", "DIR", "none", "a folder of WireMock.Net's mapping files, for every world; not in the native executable",
            WireMockSupport.Over),
        new("control-token", "T", "none", "the bearer token that the control plane requires",
            (o, v) => o with { ControlToken = Token(v) }),
        new("control-hosts", "H,...", "none", "further host names under which the control plane answers",
            (o, v) => o with { ControlHosts = Hosts(v) }),
        new("max-worlds", "N", "1000", "how many worlds there may be, 1 to 100000",
            (o, v) => o with { MaxWorlds = Number(v, 1, 100_000) }),
        new("world-idle", "TIME", "00:30:00", "how long an unused world is kept; 0s: without limit",
            (o, v) => o with { WorldIdle = IdleTime(v) }),
    ];

    /// <summary>An option with one of several values, the first of which is the default.</summary>
    private static OptionRow Choice(string name, string values, string meaning, Func<EmulatorOptions, int, EmulatorOptions> set)
    {
        var allowed = values.Split('|');
        return new(name, values, allowed[0], meaning, (o, v) => set(o, OneOf(v, allowed))) { Allowed = allowed };
    }

    /// <summary>An option that is off by default, and on when it is given without a value.</summary>
    private static OptionRow Switch(string name, string meaning, Func<EmulatorOptions, bool, EmulatorOptions> set)
    {
        string[] allowed = ["on", "off"];
        return new(name, "on|off", "off", meaning, (o, v) => set(o, OneOf(v, allowed) == 0)) { Allowed = allowed, IsSwitch = true };
    }

    private static NotFoundStyle Pick(int index, params ReadOnlySpan<NotFoundStyle> styles) => styles[index];
}
