using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Apis.ThreatConnect.Handlers.Batch;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class MetricRoutes
{
    private const string Pages = "v2/custom_metrics/custom_metrics.rst";

    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/customMetrics/",                "metrics.list",   Documented, Pages, Metrics.List),
        Post("/v2/customMetrics/",               "metrics.create", Documented, Pages, Metrics.Create),
        Get("/v2/customMetrics/{metricId}",      "metric.get",     Documented, Pages, Metrics.One),
        Delete("/v2/customMetrics/{metricId}",   "metric.delete",  Documented, Pages, Metrics.Delete),
        Post("/v2/customMetrics/{metricId}/data", "metric.add",    Documented, Pages, Metrics.Add),
    ];
}

static class TypeRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        Get("/v2/types/associationTypes",                   "types.associations", Documented, "v2/associations/associations.rst", Types.Associations),
        Get("/v2/types/associationTypes/{associationType}", "type.association",   Documented, "v2/associations/associations.rst", Types.OneAssociation),
        Get("/v2/types/indicatorTypes",                     "types.indicators",   Documented, "v2/indicators/retrieve.rst",       Types.Indicators),
        Get("/v2/types/indicatorTypes/{indicatorType}",     "type.indicator",     Documented, "v2/indicators/retrieve.rst",       Types.OneIndicator),
        Get("/v2/types/attributeTypes",                     "types.attributes",   Reference,  "v2/attributes/attributes.rst",     Types.Attributes),
        Get("/v2/types/attributeTypes/{attributeTypeName}", "type.attribute",     Reference,  "v2/attributes/attributes.rst",     Types.OneAttribute),
    ];
}

static class BatchRoutes
{
    private const string Pages = "v2/batch_api/*.rst";

    private static readonly ThreatConnectPolicy s_upload = new(Batch: true);

    public static IReadOnlyList<Route> All { get; } =
    [
        Post("/v2/batch",                 "batch.create",            Documented, Pages, BatchJobs.Create),
        Prepared("POST", "/v2/batch/{id}", "batch.upload",           Documented, Pages, Upload.Read, BatchJobs.Upload) with { Policy = s_upload },
        Prepared("PUT",  "/v2/batch/{id}", "batch.replace",          Client,     "threatconnect-java AbstractBatchWriterAdapter", Upload.Read, BatchJobs.Upload) with { Policy = s_upload },
        Poll("/v2/batch/{id}",            "batch.status",            Documented, BatchJobs.Status),
        Poll("/v2/batch/{id}/errors",     "batch.errors",            Documented, BatchJobs.Errors),
        Poll("/v2/batch/{id}/results",    "batch.results",           Reference,  BatchJobs.Results),
        Prepared("POST", "/v2/batch/createAndUpload", "batch.create-and-upload", Reference, "tcex batch.py; threatconnect-java", Upload.ReadWithConfig, BatchJobs.CreateAndUpload) with { Policy = s_upload },
    ];

    // To ask for a job's state moves it on.
    private static Route Poll(string path, string name, Provenance provenance, Func<Call, Change> change) => new("GET", path, name, provenance, Pages) { Change = change };
}

static class OtherRoutes
{
    private const string Playbooks = "v2/playbooks/playbooks.rst";

    public static IReadOnlyList<Route> All { get; } =
    [
        Post("/v2/notifications",                                  "notifications.send",  Reference, "v2/notifications/notifications.rst", Notifications.Send),
        Later("GET",    "/v2/playbooks",                           "playbooks.list",      Reference, Playbooks),
        Later("POST",   "/v2/playbooks",                           "playbooks.import",    Reference, Playbooks),
        Later("GET",    "/v2/playbooks/search",                    "playbooks.search",    Reference, Playbooks),
        Later("GET",    "/v2/playbooks/{id or groupXid}",            "playbook.get",        Reference, Playbooks),
        Later("POST",   "/v2/playbooks/{id or groupXid}",            "playbook.version",    Reference, Playbooks),
        Later("DELETE", "/v2/playbooks/{id or groupXid}",            "playbook.delete",     Reference, Playbooks),
        Later("GET",    "/v2/playbooks/{id or groupXid}/export",     "playbook.export",     Reference, Playbooks),
        Later("POST",   "/v2/playbooks/{id or groupXid}/activate",   "playbook.activate",   Reference, Playbooks),
        Later("POST",   "/v2/playbooks/{id or groupXid}/deactivate", "playbook.deactivate", Reference, Playbooks),
        Renewal(new("GET", "/appAuth",                             "app-auth",            Client,    "threatconnect-java HttpRequestExecutor; tcex token.py")),
    ];

    // Whoever has no valid token any more asks for one.
    private static Route Renewal(Route row) => row with { Change = TokenRenewal.Renew, Policy = new ThreatConnectPolicy(Open: true) };
}
