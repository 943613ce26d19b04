using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class MetricRoutes
{
    private const string Pages = "v2/custom_metrics/custom_metrics.rst";

    public static IReadOnlyList<Route> All() =>
    [
        Get("/v2/customMetrics/",                "metrics.list",   Documented, Pages, Metrics.List),
        Post("/v2/customMetrics/",               "metrics.create", Documented, Pages, Metrics.Create),
        Get("/v2/customMetrics/{metricId}",      "metric.get",     Documented, Pages, Metrics.One),
        Delete("/v2/customMetrics/{metricId}",   "metric.delete",  Documented, Pages, Metrics.Delete),
        Post("/v2/customMetrics/{metricId}/data", "metric.add",    Documented, Pages, Metrics.Add),
    ];
}
