using Emulation.Apis.ThreatConnect.Handlers.Batch;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class BatchRoutes
{
    private const string Pages = "v2/batch_api/*.rst";

    private static readonly ThreatConnectPolicy s_file = new(Body: BodyKind.Batch);

    public static IReadOnlyList<Route> All(ThreatConnectContext context) =>
    [
        Post("/v2/batch",                 "batch.create",            Documented, Pages, BatchJobs.Create),
        Post("/v2/batch/{id}",            "batch.upload",            Documented, Pages, call => BatchJobs.Upload(call, context)) with { Terms = s_file, Prepare = call => Upload.Read(call, context) },
        Put("/v2/batch/{id}",             "batch.replace",           Client,     "threatconnect-java AbstractBatchWriterAdapter", call => BatchJobs.Upload(call, context)) with { Terms = s_file, Prepare = call => Upload.Read(call, context) },
        Poll("/v2/batch/{id}",            "batch.status",            Documented, Pages, call => BatchJobs.Status(call, context)),
        Poll("/v2/batch/{id}/errors",     "batch.errors",            Documented, Pages, call => BatchJobs.Errors(call, context)),
        Poll("/v2/batch/{id}/results",    "batch.results",           Reference,  Pages, call => BatchJobs.Results(call, context)),
        Post("/v2/batch/createAndUpload", "batch.create-and-upload", Reference,  "tcex batch.py; threatconnect-java", call => BatchJobs.CreateAndUpload(call, context)) with { Terms = s_file, Prepare = call => Upload.ReadWithConfig(call, context) },
    ];
}
