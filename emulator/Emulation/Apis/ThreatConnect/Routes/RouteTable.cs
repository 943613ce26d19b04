using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Every route of the API, as document 004 and the vendor's pages list them.</summary>
static class RouteTable
{
    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        .. GroupRoutes.All(context),
        .. IndicatorRoutes.All(context),
        .. PivotRoutes.All(context),
        .. OwnerRoutes.All(),
        .. TaskRoutes.All(context),
        .. VictimRoutes.All(context),
        .. MetricRoutes.All(),
        .. TypeRoutes.All(),
        .. BatchRoutes.All(context),
        .. NotificationRoutes.All(),
        .. PlaybookRoutes.All(),
        .. ExchangeRoutes.All(),
        .. TokenRoutes.All(),
    ];
}
