using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>Every route, below /api/v0; each is also served without that prefix.</summary>
static class RouteTable
{
    public static IReadOnlyList<Route> All(DesoContext context) => [.. AssociationRoutes.All(context), .. NodeRoutes.All(context)];
}
