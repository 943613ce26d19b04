using Emulation.Apis.ThreatConnect.Handlers;
using Emulation.Http;
using static Emulation.Apis.ThreatConnect.Routes.Rows;
using static Emulation.Http.Provenance;

namespace Emulation.Apis.ThreatConnect.Routes;

static class TokenRoutes
{
    private const string Clients = "threatconnect-java HttpRequestExecutor; tcex token.py";

    // A client requests a new token when it has no valid one left.
    private static readonly ThreatConnectPolicy s_open = new(Open: true);

    public static IReadOnlyList<Route> All() =>
    [
        Poll("/appAuth", "app-auth", Client, Clients, TokenRenewal.Renew) with { Policy = s_open },
    ];
}
