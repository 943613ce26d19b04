using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class OwnerRoutes
{
    private const string Pages = "v2/owners/*.rst";

    public static IReadOnlyList<Route> All() =>
    [
        Get("/v2/owners",                      "owners.list",    Documented, Pages, OwnerLists.Owners),
        Get("/v2/owners/{id}",                 "owner.get",      Reference,  Pages, OwnerLists.OneOwner),
        Get("/v2/owners/mine",                 "owners.mine",    Documented, Pages, OwnerLists.OwnOwner),
        Get("/v2/owners/mine/members",         "owners.members", Documented, Pages, OwnerMetrics.Members),
        Get("/v2/owners/metrics",              "owners.metrics", Documented, Pages, OwnerMetrics.All),
        Get("/v2/owners/{id}/metrics",         "owner.metrics",  Documented, Pages, OwnerMetrics.One),
        Get("/v2/whoami",                      "whoami",         Documented, Pages, OwnerLists.WhoAmI),
    ];
}
