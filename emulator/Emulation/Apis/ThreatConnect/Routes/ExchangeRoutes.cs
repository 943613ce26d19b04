using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

/// <summary>The routes of the data store of apps, which are not served.</summary>
static class ExchangeRoutes
{
    public static IReadOnlyList<Route> All() =>
    [
        NotServed("POST", "/v2/exchange/db/{domain}/{typeName}/{command}", "exchange.db", Client, "tcex datastore; threatconnect-java; threatconnect-javascript"),
    ];
}
