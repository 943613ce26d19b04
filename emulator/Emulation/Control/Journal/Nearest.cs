using Emulation.Control.Stubs.Matching;
using Emulation.Http;

namespace Emulation.Control.Journals;

/// <summary>The route that a request for none may have meant.</summary>
static class Nearest
{
    // Further away than this is something else altogether.
    private const double Furthest = 0.6;

    public static Route? To(Exchange exchange)
    {
        var path = Target.Parse(exchange.Target).Path.ToLowerInvariant();
        var nearest = exchange.Facts.Api.Routes
            .Select(route => (Route: route, Distance: Distances.Between(route.Path.ToLowerInvariant(), path)))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Route.Method == exchange.Facts.Method ? 0 : 1)
            .FirstOrDefault();
        return nearest.Route is not null && nearest.Distance <= Furthest ? nearest.Route : null;
    }
}
