using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Apis.ThreatWinds;
using Emulation.Control;
using Emulation.Http;

namespace Emulation;

/// <summary>The APIs in the order in which they are asked whose a request is.</summary>
static class ApiList
{
    public static IReadOnlyList<IApi> Of(EmulatorOptions options, Worlds worlds)
    {
        IReadOnlyList<IApi> apis =
        [
            new ThreatConnectApi(options.ThreatConnect with { Auth = options.Auth }),
            new DesoApi(options.Deso),
            new ThreatWindsApi(options.ThreatWinds with { Auth = options.Auth }),
        ];
        return [new ControlApi(apis, worlds, Settings(options)), .. apis, new OutsideApi(apis)];
    }

    private static ControlSettings Settings(EmulatorOptions options) => new(
        CommandLine.Version,
        options.Dataset,
        options.Size.Nodes,
        options.Seed,
        options.Auth.ToString().ToLowerInvariant(),
        options.ClockOfDataset ? "dataset" : "real",
        [.. options.Urls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "").Where(host => host.Length > 0)]);
}
