using Emulation.Graphs;
using Emulation.Graphs.ThreatConnect;

namespace Emulation.Seeding.Mapping;

/// <summary>
/// The highest id that a dataset may give. What is created later gets higher ones, and its export must be readable again, with numbers that
/// every JSON reader keeps exact: so an export (a complete dataset) may go up to twice as far as other files.
/// </summary>
static class IdLimit
{
    private const long Highest = 4_503_599_627_370_495;

    // Owners and users have 32-bit ids.
    private const long HighestOfAccounts = 1_000_000_000;

    public static long Of(Kind kind, bool complete)
    {
        var limit = kind == Owner.NodeKind || kind == User.NodeKind ? HighestOfAccounts : Highest;
        return complete ? limit * 2 : limit;
    }

    public static bool Allows(Kind kind, long id, bool complete) => id <= Of(kind, complete);

    public static void Check(Kind kind, long id, bool complete, RowPlace at)
    {
        if (Allows(kind, id, complete)) return;
        throw at.Error($"has the id {id} of a {kind.Name}; the highest allowed is {Of(kind, complete)}");
    }
}
