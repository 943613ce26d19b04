using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>The routes of playbooks, which are not served.</summary>
static class PlaybookRoutes
{
    private const string Pages = "v2/playbooks/playbooks.rst";
    private const string Item = "/v2/playbooks/{id or groupXid}";

    public static IReadOnlyList<Route> All() =>
    [
        NotServed("GET",    "/v2/playbooks",        "playbooks.list",      Reference, Pages),
        NotServed("POST",   "/v2/playbooks",        "playbooks.import",    Reference, Pages),
        NotServed("GET",    "/v2/playbooks/search", "playbooks.search",    Reference, Pages),
        NotServed("GET",    Item,                   "playbook.get",        Reference, Pages),
        NotServed("POST",   Item,                   "playbook.version",    Reference, Pages),
        NotServed("DELETE", Item,                   "playbook.delete",     Reference, Pages),
        NotServed("GET",    $"{Item}/export",       "playbook.export",     Reference, Pages),
        NotServed("POST",   $"{Item}/activate",     "playbook.activate",   Reference, Pages),
        NotServed("POST",   $"{Item}/deactivate",   "playbook.deactivate", Reference, Pages),
    ];
}
