using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>Finds the route that an unmatched request was probably meant for.</summary>
static class NearestRoute
{
    // A path at a greater distance is not similar.
    private const double MaxDistance = 0.6;

    public static Route? To(Exchange exchange)
    {
        var path = Target.Parse(exchange.Target).Path.ToLowerInvariant();
        var nearest = exchange.Details.Api.Routes
            .Select(route => (Route: route, Distance: TextDistance.Between(route.Path.ToLowerInvariant(), path)))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Route.Method == exchange.Details.Method ? 0 : 1)
            .FirstOrDefault();
        return nearest.Route is not null && nearest.Distance <= MaxDistance ? nearest.Route : null;
    }
}
