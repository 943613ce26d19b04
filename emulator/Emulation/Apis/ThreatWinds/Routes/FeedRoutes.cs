using Emulation.Apis.ThreatWinds.Authentication;
using Emulation.Apis.ThreatWinds.Handlers;
using Emulation.Http;

namespace Emulation.Apis.ThreatWinds.Routes;

/// <summary>Feeds of malicious values.</summary>
static class FeedRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GET",   "/api/feeds/v1/list",                                           "feeds.list.get",                          Provenance.Reference,   "threatwinds/api-docs feeds/list.md") { Policy = Access.Feed, Query = Feeds.List },
        new("GET",   "/api/feeds/v1/download/list/{level}/{type}/{name}",            "feeds.download.list.get",                 Provenance.Reference,   "threatwinds/api-docs feeds/download.md") { Policy = Access.Feed, Query = Feeds.Download },
        new("GET",   "/api/feeds/v1/download/checksum",                              "feeds.download.checksum.get",             Provenance.Reference,   "threatwinds/api-docs feeds/download.md") { Policy = Access.Feed, Query = Feeds.Checksum },
    ];
}
