using System.Globalization;
using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Graphs.Deso;
using Emulation.Apis.ThreatWinds;
using Emulation.Http;
using Emulation.Seeding;

namespace Emulation;

/// <summary>One option: how it is named, explained and read.</summary>
sealed record OptionRow(string Name, string Value, string Default, string Meaning, Func<EmulatorOptions, string, EmulatorOptions> Set)
{
    public string Variable => "EMULATOR_" + Name.ToUpperInvariant().Replace('-', '_');

    /// <summary>The option may stand alone, which means on.</summary>
    public bool IsSwitch => string.Equals(Value, "on|off", StringComparison.Ordinal);

    public EmulatorOptions Apply(EmulatorOptions options, string given, string from)
    {
        try
        {
            return Set(options, given);
        }
        catch (OptionError error)
        {
            throw new OptionError($"{from}: '{given}' is not allowed; {error.Message}");
        }
    }
}

/// <summary>The options, in the order in which help shows them.</summary>
static class OptionTable
{
    public static IReadOnlyList<OptionRow> Rows { get; } =
    [
        new("urls", "URL", "http://127.0.0.1:5010", "where to listen; several are separated by ; and port 0 takes a free one", (o, v) => o with { Urls = Urls(v) }),
        new("dataset", "NAME|FILE", "demo", $"the data to start from: {string.Join(", ", Datasets.Names)}, or a file", (o, v) => o with { Dataset = DatasetOf(v) }),
        new("size", "N", "2000", "how many nodes demo generates, 0 to 5000000", (o, v) => o with { Size = o.Size with { Nodes = Number(v, 0, DemoSize.Most) } }),
        new("mix", "API=WEIGHT,...", "threatconnect=2,threatwinds=1,deso=1", "how the size is shared out", (o, v) => o with { Size = Mix(o.Size, v) }),
        new("seed", "N", "1", "what generated data and error ids depend on, a signed 64-bit number", (o, v) => o with { Seed = Whole(v) }),
        new("clock", "real|dataset", "real", "the machine's time, or time that starts at the dataset's start", (o, v) => o with { ClockOfDataset = OneOf(v, "real", "dataset") == 1 }),
        new("auth", "strict|any|off", "strict", "credentials are checked, need only be well-formed, or are not looked at", (o, v) => o with { Auth = (AuthMode)OneOf(v, "strict", "any", "off") }),
        new("log", "quiet|requests|debug", "quiet", "how much standard error gets", (o, v) => o with { Log = (LogLevels)OneOf(v, "quiet", "requests", "debug") }),
        new("cors", "off|*|ORIGIN,...", "off", "origins that may call ThreatConnect and ThreatWinds from a browser; DeSo always answers them, as a node", (o, v) => o with { Cors = Cors(v) }),
        new("deso-network", "testnet|mainnet", "testnet", "the prefix of keys in DeSo's answers", (o, v) => o with { Deso = o.Deso with { Network = (Network)OneOf(v, "testnet", "mainnet") } }),
        new("deso-fields", "documented|current", "documented", "profile and post fields as documented, or as a node has them today", (o, v) => o with { Deso = o.Deso with { Fields = (FieldList)OneOf(v, "documented", "current") } }),
        new("deso-storage", "badger|postgres", "badger", "which filters a DeSo node serves, and in what order", (o, v) => o with { Deso = o.Deso with { Storage = (Storage)OneOf(v, "badger", "postgres") } }),
        new("deso-quirk-repeated-posts", "on|off", "off", "IncludePostEntry leaves out all but the first association on a post, as a node does today", (o, v) => o with { Deso = o.Deso with { QuirkRepeatedPosts = OneOf(v, "off", "on") == 1 } }),
        new("deso-signatures", "verify|trust", "verify", "submitted transactions must be signed, or need not", (o, v) => o with { Deso = o.Deso with { Signatures = (Signatures)OneOf(v, "verify", "trust") } }),
        new("deso-blocks", "clock|manual", "clock", "what moves the chain: the world's clock, one block a second while transactions are pending, or only PUT /_emulator/deso/chain", (o, v) => o with { Deso = o.Deso with { Blocks = (Blocks)OneOf(v, "clock", "manual") } }),
        new("tw-not-found", "404|204", "404", "an unknown entity where both editions of the pages have the route", (o, v) => o with { ThreatWinds = o.ThreatWinds with { NotFound = Style(v, "404", "204") } }),
        new("tw-graph-not-found", "200|204|404", "200", "an unknown entity on the graph route", (o, v) => o with { ThreatWinds = o.ThreatWinds with { GraphNotFound = Style(v, "200", "204", "404") } }),
        new("tw-page-base", "0|1", "0", "first page of ThreatWinds' entity relations", (o, v) => o with { ThreatWinds = o.ThreatWinds with { PageBase = OneOf(v, "0", "1") } }),
        new("tc-weblink-base", "URL", "https://app.threatconnect.com", "what each webLink of ThreatConnect begins with", (o, v) => o with { ThreatConnect = o.ThreatConnect with { WeblinkBase = v.TrimEnd('/') } }),
        new("tc-batch-steps", "polls|clock", "polls", "what moves a batch job on: a client's questions, or the world's clock", (o, v) => o with { ThreatConnect = o.ThreatConnect with { BatchSteps = (BatchSteps)OneOf(v, "polls", "clock") } }),
        new("tc-batch-limit", "N", "25000", "indicators in one batch, 1 to 10000000", (o, v) => o with { ThreatConnect = o.ThreatConnect with { BatchLimit = Number(v, 1, 10_000_000) } }),
        new("tc-bulk", "ready|notfound|accepted", "ready", "what a bulk report answers before it was generated", (o, v) => o with { ThreatConnect = o.ThreatConnect with { Bulk = (BulkAnswer)OneOf(v, "ready", "notfound", "accepted") } }),
        new("cert", "FILE", "none", "PEM certificate for HTTPS addresses", (o, v) => o with { Certificate = v }),
        new("key", "FILE", "none", "PEM private key of --cert, unless it is in the same file", (o, v) => o with { CertificateKey = v }),
        new("https-self-signed", "on|off", "off", "HTTPS with a certificate made at start; GET /_emulator/ca.pem gives the authority to trust", (o, v) => o with { HttpsSelfSigned = OneOf(v, "off", "on") == 1 }),
        new("stubs", "DIR", "none", "a folder of stub mappings", (o, v) => o with { Stubs = Directory.Exists(v) ? v : throw new OptionError("give a folder that exists") }),
        new("control-token", "T", "none", "what the control plane asks for as a bearer token", (o, v) => o with { ControlToken = Token(v) }),
        new("control-hosts", "H,...", "none", "further host names under which the control plane answers", (o, v) => o with { ControlHosts = Hosts(v) }),
        new("max-worlds", "N", "1000", "how many worlds there may be, 1 to 100000", (o, v) => o with { MaxWorlds = Number(v, 1, 100_000) }),
        new("world-idle", "TIME", "00:30:00", "how long an unused world is kept; 0s is for ever", (o, v) => o with { WorldIdle = Idle(v) }),
    ];

    private static string Token(string value) =>
        value.Length >= 8 && value.All(sign => sign is > ' ' and < '\x7f') ? value : throw new OptionError("give at least 8 visible ASCII signs");

    private static CorsPolicy? Cors(string value)
    {
        if (string.Equals(value, "off", StringComparison.OrdinalIgnoreCase)) return null;
        var origins = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return origins.Length > 0 && origins.All(origin => origin == CorsPolicy.Every || IsOrigin(origin)) ? new CorsPolicy(origins) : throw new OptionError("give off, * or origins such as https://app.example:8080, separated by commas");
    }

    private static bool IsOrigin(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && !value.EndsWith('/');

    private static string[] Hosts(string value)
    {
        var hosts = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.Length > 0 && hosts.All(host => Uri.CheckHostName(host) != UriHostNameType.Unknown) ? hosts : throw new OptionError("give host names separated by commas");
    }

    private static TimeSpan Idle(string value) =>
        Durations.Parse(value) is { } idle && idle >= TimeSpan.Zero ? idle : throw new OptionError($"give {Durations.Allowed}");

    private static int OneOf(string value, params ReadOnlySpan<string> allowed)
    {
        for (var i = 0; i < allowed.Length; i++)
            if (string.Equals(value, allowed[i], StringComparison.OrdinalIgnoreCase)) return i;
        throw new OptionError($"give one of {string.Join(", ", allowed.ToArray())}");
    }

    private static NotFoundStyle Style(string value, params string[] allowed) =>
        (NotFoundStyle)int.Parse(allowed[OneOf(value, allowed)], CultureInfo.InvariantCulture);

    private static int Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new OptionError($"give a whole number from {least} to {most}");

    private static long Whole(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new OptionError($"give a whole number from {long.MinValue} to {long.MaxValue}");

    private static string DatasetOf(string value) =>
        Datasets.IsFile(value) || Datasets.Names.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new OptionError($"give one of {string.Join(", ", Datasets.Names)}, or a file (a value with / or \\ or .json)");

    private static string[] Urls(string value)
    {
        var urls = value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Length > 0 ? [.. urls.Select(UrlOf)] : throw WrongUrl();
    }

    /// <summary>A host name that is no address would be listened on everywhere, so it is refused; a free port is taken on one address.</summary>
    private static string UrlOf(string url)
    {
        var anywhere = url.Contains("://*", StringComparison.Ordinal) || url.Contains("://+", StringComparison.Ordinal);
        var plain = url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) throw WrongUrl();
        if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0) throw WrongUrl();
        if (anywhere || uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6) return url;
        if (!string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)) throw WrongUrl();
        return uri.Port == 0 ? $"{uri.Scheme}://127.0.0.1:0" : url;
    }

    private static OptionError WrongUrl() => new("give http://HOST:PORT or https://HOST:PORT with an IP address, localhost or * for HOST, several separated by ;");

    private static DemoSize Mix(DemoSize size, string value)
    {
        var mix = size with { ThreatConnect = 0, ThreatWinds = 0, Deso = 0 };
        foreach (var part in value.Split(','))
        {
            var (name, weight) = part.Split('=') is [var left, var right] && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000
                ? (left, number)
                : throw Wrong();
            mix = name switch
            {
                "threatconnect" => mix with { ThreatConnect = weight },
                "threatwinds" => mix with { ThreatWinds = weight },
                "deso" => mix with { Deso = weight },
                _ => throw Wrong(),
            };
        }
        return mix.ThreatConnect + mix.ThreatWinds + mix.Deso > 0 ? mix : throw Wrong();

        static OptionError Wrong() => new("give weights from 0 to 1000, not all 0, such as threatconnect=2,threatwinds=1,deso=1");
    }
}
