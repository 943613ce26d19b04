using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Graphs.Deso;
using Emulation.Apis.ThreatWinds;
using Emulation.Http;
using Emulation.Seeding;
using static Emulation.OptionValues;

namespace Emulation;

/// <summary>The options, in the order in which help shows them.</summary>
static class OptionTable
{
    public static IReadOnlyList<OptionRow> Rows { get; } =
    [
        new("urls", "URL", "http://127.0.0.1:5010", "where to listen; several are separated by ; or , and port 0 takes a free one", (o, v) => o with { Urls = ListenUrls.Parse(v) }),
        new("dataset", "NAME|FILE", "demo", $"the data to start from: {string.Join(", ", Datasets.Names)}, or a file", (o, v) => o with { Dataset = DatasetOf(v) }),
        new("size", "N", "2000", "how many nodes demo generates, 0 to 5000000", (o, v) => o with { Size = o.Size with { Nodes = Number(v, 0, DemoSize.Most) } }),
        new("mix", "API=WEIGHT,...", "threatconnect=2,threatwinds=1,deso=1", "how the size is shared out", (o, v) => o with { Size = Mix(o.Size, v) }),
        new("seed", "N", "1", "what generated data and error ids depend on, a signed 64-bit number", (o, v) => o with { Seed = Whole(v) }),
        new("clock", "real|dataset", "real", "the machine's time, or time that starts at the dataset's start", (o, v) => o with { ClockOfDataset = OneOf(v, "real", "dataset") == 1 }),
        new("auth", "strict|any|off", "strict", "credentials are checked, need only be well-formed, or are not looked at", (o, v) => o with { Auth = (AuthMode)OneOf(v, "strict", "any", "off") }),
        new("log", "quiet|requests|debug", "quiet", "how much standard error gets", (o, v) => o with { Log = (LogLevels)OneOf(v, "quiet", "requests", "debug") }),
        new("deso-network", "testnet|mainnet", "testnet", "the prefix of keys in DeSo's answers", (o, v) => o with { Deso = o.Deso with { Network = (Network)OneOf(v, "testnet", "mainnet") } }),
        new("deso-fields", "documented|current", "documented", "profile and post fields as documented, or as a node has them today", (o, v) => o with { Deso = o.Deso with { Fields = (FieldList)OneOf(v, "documented", "current") } }),
        new("deso-storage", "badger|postgres", "badger", "which filters a DeSo node serves, and in what order", (o, v) => o with { Deso = o.Deso with { Storage = (Storage)OneOf(v, "badger", "postgres") } }),
        new("deso-quirk-repeated-posts", "on|off", "off", "IncludePostEntry leaves out all but the first association on a post, as a node does today", (o, v) => o with { Deso = o.Deso with { QuirkRepeatedPosts = OneOf(v, "off", "on") == 1 } }),
        new("deso-signatures", "verify|trust", "verify", "submitted transactions must be signed, or need not", (o, v) => o with { Deso = o.Deso with { Signatures = (Signatures)OneOf(v, "verify", "trust") } }),
        new("tw-not-found", "404|204", "404", "an unknown entity where both editions of the pages have the route", (o, v) => o with { ThreatWinds = o.ThreatWinds with { NotFound = Style(v, "404", "204") } }),
        new("tw-graph-not-found", "200|204|404", "200", "an unknown entity on the graph route", (o, v) => o with { ThreatWinds = o.ThreatWinds with { GraphNotFound = Style(v, "200", "204", "404") } }),
        new("tw-page-base", "0|1", "0", "first page of ThreatWinds' entity relations", (o, v) => o with { ThreatWinds = o.ThreatWinds with { PageBase = OneOf(v, "0", "1") } }),
        new("tc-weblink-base", "URL", "https://app.threatconnect.com", "what each webLink of ThreatConnect begins with", (o, v) => o with { ThreatConnect = o.ThreatConnect with { WeblinkBase = WebAddress(v) } }),
        new("tc-batch-steps", "polls|clock", "polls", "what moves a batch job on: a client's questions, or the world's clock", (o, v) => o with { ThreatConnect = o.ThreatConnect with { BatchSteps = (BatchSteps)OneOf(v, "polls", "clock") } }),
        new("tc-batch-limit", "N", "25000", "indicators in one batch, 1 to 10000000", (o, v) => o with { ThreatConnect = o.ThreatConnect with { BatchLimit = Number(v, 1, 10_000_000) } }),
        new("tc-bulk", "ready|notfound|accepted", "ready", "what a bulk report answers before it was generated", (o, v) => o with { ThreatConnect = o.ThreatConnect with { Bulk = (BulkAnswer)OneOf(v, "ready", "notfound", "accepted") } }),
        new("stubs", "DIR", "none", "a folder of stub mappings", (o, v) => o with { Stubs = Folder(v) }),
        new("control-token", "T", "none", "what the control plane asks for as a bearer token", (o, v) => o with { ControlToken = Token(v) }),
        new("control-hosts", "H,...", "none", "further host names under which the control plane answers", (o, v) => o with { ControlHosts = Hosts(v) }),
        new("max-worlds", "N", "64", "how many worlds there may be, 1 to 100000", (o, v) => o with { MaxWorlds = Number(v, 1, 100_000) }),
        new("world-idle", "TIME", "00:30:00", "how long an unused world is kept; 0s is for ever", (o, v) => o with { WorldIdle = Idle(v) }),
    ];
}
