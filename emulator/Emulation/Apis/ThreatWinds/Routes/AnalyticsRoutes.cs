using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>Graphs and details of entities, and routes that only the JavaScript client calls.</summary>
static class AnalyticsRoutes
{
    public static IReadOnlyList<Route> All(ThreatWindsContext context) =>
    [
        new("GET",   "/api/analytics/v1/entity/{id}/relations",                      "analytics.entity.relations.get",          Provenance.Documented,  "document 002; threatwinds/api-docs analytics/entity-relations.md (versions 4a4c153..887fe0f)") { Policy = Access.User, Query = call => EntityGraph.Show(call, context) },
        new("GET",   "/api/analytics/v1/entity/{id}/details",                        "analytics.entity.details.get",            Provenance.Reference,   "threatwinds/api-docs analytics/entity-details.md; dart-sdk lib/src/details.dart") { Policy = Access.User, Query = EntityDetails.Show },
        new("GET",   "/api/analytics/v1/overview",                                   "analytics.overview.get",                  Provenance.Client,      "js-sdk analytics-client.ts (client only, not in docs)") { Policy = Access.User },
        new("GET",   "/api/analytics/v1/recent",                                     "analytics.recent.get",                    Provenance.Client,      "js-sdk analytics-client.ts (client only, not in docs)") { Policy = Access.User },
        new("GET",   "/api/analytics/v1/attribution",                                "analytics.attribution.get",               Provenance.Client,      "js-sdk analytics-client.ts (client only, not in docs)") { Policy = Access.User },
        new("GET",   "/api/analytics/v1/live/ticket",                                "analytics.live.ticket.get",               Provenance.Client,      "js-sdk analytics-client.ts (client only, not in docs)") { Policy = Access.User },
        new("GET",   "/api/analytics/v1/live",                                       "analytics.live.get",                      Provenance.Client,      "js-sdk analytics-client.ts (client only, not in docs)") { Policy = Access.User },
    ];
}
