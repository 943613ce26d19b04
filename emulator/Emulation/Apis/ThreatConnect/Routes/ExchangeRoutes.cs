using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>The data store of apps is known and not served.</summary>
static class ExchangeRoutes
{
    public static IReadOnlyList<Route> All() =>
    [
        NotServed("POST", "/v2/exchange/db/{domain}/{typeName}/{command}", "exchange.db", Client, "tcex datastore; threatconnect-java; threatconnect-javascript"),
    ];
}
