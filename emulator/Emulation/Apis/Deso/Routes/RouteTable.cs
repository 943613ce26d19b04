using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>All routes, with the prefix /api/v0; each is also served without it.</summary>
static class RouteTable
{
    public static IReadOnlyList<Route> All(DesoContext context) => [.. AssociationRoutes.All(context), .. NodeRoutes.All(context)];
}
