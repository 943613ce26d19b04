using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>All known routes, with paths as the pages spell them. A route without a handler is not served.</summary>
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
