using Emulation.Graphs;
using Emulation.Graphs.Deso;
using Emulation.Seeding.Format;

namespace Emulation.Seeding.Mapping.Deso;

static class ChainMapping
{
    public static void Add(DesoReader read)
    {
        var at = new RowPlace("chain");
        read.Graph.Add(read.File.Chain is { } row
            ? new Chain
            {
                Height = DesoReader.Height(at, "height", row.Height),
                PendingSince = row.PendingSince,
                IsTipUncommitted = row.TipUncommitted,
            }
            : new Chain { Height = Greatest(read.File) });
    }

    public static ChainRow ToRow(Graph graph) => Chain.Of(graph) is { } chain
        ? new() { Height = chain.Height, PendingSince = chain.PendingSince, TipUncommitted = chain.IsTipUncommitted }
        : new();

    // So that nothing is pending.
    private static uint Greatest(DatasetFile file) =>
        file.UserAssociations.Concat(file.PostAssociations).Select(row => row.BlockHeight)
            .Concat(file.Posts.Select(row => row.ConfirmationBlockHeight)).DefaultIfEmpty().Max();
}
