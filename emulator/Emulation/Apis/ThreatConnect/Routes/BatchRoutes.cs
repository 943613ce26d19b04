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
        Uploaded("POST", "/v2/batch/{id}", "batch.upload",           Documented, Pages, context),
        Uploaded("PUT",  "/v2/batch/{id}", "batch.replace",          Client,     "threatconnect-java AbstractBatchWriterAdapter", context),
        Poll("/v2/batch/{id}",            "batch.status",            Documented, Pages, call => BatchJobs.Status(call, context)),
        Poll("/v2/batch/{id}/errors",     "batch.errors",            Documented, Pages, call => BatchJobs.Errors(call, context)),
        Poll("/v2/batch/{id}/results",    "batch.results",           Reference,  Pages, call => BatchJobs.Results(call, context)),
        Prepared(
            "POST", "/v2/batch/createAndUpload", "batch.create-and-upload", Reference, "tcex batch.py; threatconnect-java",
            call => Upload.ReadWithConfig(call, context), (call, upload) => BatchJobs.CreateAndUpload(call, context, upload)) with { Policy = s_file, IsLong = true },
    ];

    private static Route Uploaded(string method, string path, string name, Provenance provenance, string source, ThreatConnectContext context) =>
        Prepared(method, path, name, provenance, source, call => Upload.Read(call, context), (call, upload) => BatchJobs.Upload(call, context, upload)) with { Policy = s_file, IsLong = true };
}
