using Emulation.Http;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>Every route of the API, as document 004 and the vendor's pages list them.</summary>
static class RouteTable
{
    public static IReadOnlyList<Route> All { get; } =
    [
        .. GroupRoutes.All,
        .. IndicatorRoutes.All,
        .. PivotRoutes.All,
        .. OwnerRoutes.All,
        .. TaskRoutes.All,
        .. VictimRoutes.All,
        .. MetricRoutes.All,
        .. TypeRoutes.All,
        .. BatchRoutes.All,
        .. OtherRoutes.All,
    ];
}
