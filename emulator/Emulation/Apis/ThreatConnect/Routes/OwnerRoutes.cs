using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class OwnerRoutes
{
    private const string Pages = "v2/owners/*.rst";

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/owners",                      "owners.list",    Documented, Pages, Accounts.Owners),
        Get("/v2/owners/{id}",                 "owner.get",      Reference,  Pages, Accounts.OneOwner),
        Get("/v2/owners/mine",                 "owners.mine",    Documented, Pages, Accounts.OwnOwner),
        Get("/v2/owners/mine/members",         "owners.members", Documented, Pages, Owners.Members),
        Get("/v2/owners/metrics",              "owners.metrics", Documented, Pages, Owners.AllMetrics),
        Get("/v2/owners/{id}/metrics",         "owner.metrics",  Documented, Pages, Owners.MetricsOfOne),
        Get("/v2/whoami",                      "whoami",         Documented, Pages, Accounts.WhoAmI),
    ];
}
