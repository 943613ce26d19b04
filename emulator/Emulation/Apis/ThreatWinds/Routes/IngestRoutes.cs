using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>Reports of entities, relations, comments and scans.</summary>
static class IngestRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("POST",  "/api/ingest/v1/entity",                                        "ingest.entity.post",                      Provenance.Reference,   "threatwinds/api-docs ingest/entity.md; js-sdk ingest-client.ts") { Policy = Access.Reporter, Change = Ingest.AddEntity },
        new("POST",  "/api/ingest/v1/well-known",                                    "ingest.well-known.post",                  Provenance.Reference,   "threatwinds/api-docs ingest/entity.md; js-sdk ingest-client.ts") { Policy = Access.Trusted, Change = Ingest.AddWellKnown },
        new("POST",  "/api/ingest/v1/association",                                   "ingest.association.post",                 Provenance.Reference,   "threatwinds/api-docs ingest/association.md; js-sdk ingest-client.ts") { Policy = Access.Reporter, Change = Ingest.AddAssociation },
        new("POST",  "/api/ingest/v1/comment",                                       "ingest.comment.post",                     Provenance.Reference,   "threatwinds/api-docs ingest/comment.md; js-sdk ingest-client.ts") { Policy = Access.Reporter, Change = Ingest.AddComment },
        new("POST",  "/api/ingest/v1/scan",                                          "ingest.scan.post",                        Provenance.Reference,   "threatwinds/api-docs ingest/scan.md; js-sdk ingest-client.ts") { Policy = Access.Reporter, Change = Scans.Add },
        new("GET",   "/api/ingest/v1/scan/{taskId}",                                 "ingest.scan.get",                         Provenance.Client,      "js-sdk ingest-client.ts (client only, not in docs)") { Policy = Access.Reporter },
        new("GET",   "/api/ingest/v1/definitions",                                   "ingest.definitions.get",                  Provenance.Reference,   "threatwinds/api-docs ingest/entity.md; js-sdk ingest-client.ts; api-docs@4c1c8c0^ DEFINITIONS.html") { Policy = Access.Trusted, Query = TypeDefinitions.List },
    ];
}
