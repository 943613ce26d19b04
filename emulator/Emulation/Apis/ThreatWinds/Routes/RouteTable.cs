using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>Every known method and path, as the pages spell them. Without a handler: known, not served.</summary>
static class RouteTable
{
    public static IReadOnlyList<Route> All(ThreatWindsContext context) =>
    [
        .. SearchRoutes.All(context),
        .. AnalyticsRoutes.All(context),
        .. IngestRoutes.All,
        .. FeedRoutes.All,
        .. AccountRoutes.All,
        .. OtherRoutes.All,
    ];
}
