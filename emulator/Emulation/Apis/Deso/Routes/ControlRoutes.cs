using Emulation.Apis.Deso.Handlers;
using Emulation.Http;

namespace Emulation.Apis.Deso.Routes;

/// <summary>The control routes of this API.</summary>
static class ControlRoutes
{
    private const string Path = "/_emulator/deso/chain";

    public static IReadOnlyList<Route> All { get; } =
    [
        new("GET", Path, "deso.chain",     Provenance.Documented, "interface") { Query = ChainControl.Show },
        new("PUT", Path, "deso.set-chain", Provenance.Documented, "interface") { Change = ChainControl.Set },
    ];
}
