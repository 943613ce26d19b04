using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class NotificationRoutes
{
    public static IReadOnlyList<Route> All() =>
    [
        Post("/v2/notifications", "notifications.send", Reference, "v2/notifications/notifications.rst", Notifications.Send),
    ];
}
