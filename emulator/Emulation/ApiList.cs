using Emulation.Apis.Deso;
using Emulation.Apis.ThreatConnect;
using Emulation.Apis.ThreatWinds;
using Emulation.Control;
using Emulation.Control.Events;
using Emulation.Control.Metrics;
using Emulation.Http;

namespace Emulation;

/// <summary>The APIs in the order in which a request is offered to them.</summary>
static class ApiList
{
    /// <summary>For the route tables alone.</summary>
    public static IReadOnlyList<IApi> Of(EmulatorOptions options, Worlds worlds) =>
        Of(options, worlds, null, new EventHub(TimeProvider.System), new RequestTotals(TimeProvider.System));

    public static IReadOnlyList<IApi> Of(
        EmulatorOptions options, Worlds worlds, string? authorityPem, EventHub events, RequestTotals requests)
    {
        IReadOnlyList<IApi> apis =
        [
            new ThreatConnectApi(options.ThreatConnect with { Auth = options.Auth, Cors = CorsPolicy.Of(options.CorsOrigins) }),
            new DesoApi(options.Deso),
            new ThreatWindsApi(options.ThreatWinds with { Auth = options.Auth, Cors = CorsPolicy.Of(options.CorsOrigins) }),
        ];
        var settings = Settings(options) with
        {
            AuthorityPem = authorityPem, Evidence = options.Evidence, ReturnMemory = options.ReturnMemory,
        };
        var control = new ControlApi(apis, worlds, new DatasetFormat(), settings, events, requests);
        return [control, .. apis, new UnknownPathApi(apis)];
    }

    private static ControlSettings Settings(EmulatorOptions options) => new(
        ProductVersion.Text,
        options.Dataset,
        options.Size.Nodes,
        options.Seed,
        options.Auth.ToString().ToLowerInvariant(),
        options.ClockOfDataset ? "dataset" : "real",
        [.. Bound(options).Select(uri => uri.Host), .. options.ControlHosts],
        options.ControlToken,
        Bound(options));

    // ASP.NET writes every address as a star.
    private static Uri[] Bound(EmulatorOptions options) => [.. options.Urls.Select(url => new Uri(url
        .Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal)))];
}
