using Emulation.Graphs.Deso;
using Emulation.Graphs.ThreatConnect;
using Emulation.Graphs.ThreatWinds;

namespace Emulation.Graphs;

/// <summary>
/// Every kind and relation that the emulator's graphs hold. Numbers: 0 the dataset it began as, ThreatConnect 1 to 31, DeSo 32 to 47,
/// ThreatWinds 48 to 63.
/// </summary>
static class Model
{
    public static Schema Schema { get; } = new(
        [
            Origin.NodeKind,
            .. ThreatConnectKinds.All,
            .. DesoKinds.All,
            .. ThreatWindsModel.Kinds,
        ],
        [
            .. ThreatConnectRelations.All,
            .. ThreatWindsModel.Relations,
        ]);
}
