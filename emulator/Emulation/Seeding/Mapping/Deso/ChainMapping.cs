using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

static class ChainMapping
{
    public static void Add(DesoReader read)
    {
        var at = new RowPlace("chain");
        var height = read.File.Chain is { } row ? DesoReader.Height(at, "height", row.Height) : Greatest(read.File);
        read.Graph.Add(new Chain { Height = height, PendingSince = read.File.Chain?.PendingSince });
    }

    public static ChainRow ToRow(Graph graph) => Chain.Of(graph) is { } chain ? new() { Height = chain.Height, PendingSince = chain.PendingSince } : new();

    // So that nothing is pending.
    private static uint Greatest(DatasetFile file) =>
        file.UserAssociations.Concat(file.PostAssociations).Select(row => row.BlockHeight)
            .Concat(file.Posts.Select(row => row.ConfirmationBlockHeight)).DefaultIfEmpty().Max();
}
